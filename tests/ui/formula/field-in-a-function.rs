use mlsysim::formula;
use mlsysim::units::Count;

/// Twice as many.
#[formula]
const fn doubled(nodes: Count) -> Count {
    2 * self.nodes
}

fn main() {}

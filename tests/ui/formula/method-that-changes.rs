use mlsysim::formula;
use mlsysim::units::Count;

struct Cluster {
    nodes: Count,
}

impl Cluster {
    /// Twice as many.
    #[formula]
    const fn doubled(&mut self) -> Count {
        2 * self.nodes
    }
}

fn main() {}

use mlsysim::formula;
use mlsysim::units::Count;

struct Cluster {
    nodes: Option<Count>,
}

impl Cluster {
    /// Twice as many.
    #[formula]
    const fn doubled(&self) -> Count {
        2 * self.nodes
    }
}

fn main() {}

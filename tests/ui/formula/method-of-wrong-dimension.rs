use mlsysim::formula;
use mlsysim::units::{Count, Power};

struct Cluster {
    nodes: Count,
    power: Power,
}

impl Cluster {
    /// What all nodes draw.
    #[formula]
    const fn all(&self) -> Count {
        self.nodes * self.power
    }
}

fn main() {}

use mlsysim::formula;
use mlsysim::units::Count;

struct Cluster {
    nodes: Count,
    each: Count,
}

impl Cluster {
    /// All of them.
    #[formula]
    const fn all(&self) -> Count {
        self.nods * self.each
    }
}

fn main() {}

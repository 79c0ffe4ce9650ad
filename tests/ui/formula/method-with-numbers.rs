use mlsysim::formula;
use mlsysim::units::Count;

struct Cluster {
    nodes: Count,
}

impl Cluster {
    const fn times(&self, factor: Count) -> Count {
        factor
    }

    /// Twice as many.
    #[formula]
    const fn doubled(&self) -> Count {
        self.times(2)
    }
}

fn main() {}

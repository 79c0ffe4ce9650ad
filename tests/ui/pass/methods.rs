use mlsysim::units::{Count, Power};
use mlsysim::{formula, q};

struct Cluster {
    nodes: Count,
    power: Power,
}

impl Cluster {
    /// What so many nodes draw, at most all of them.
    #[formula]
    const fn power(&self, nodes: Count) -> Power {
        let on = min(nodes, self.nodes);
        on * self.power
    }

    /// What all nodes draw.
    #[formula]
    const fn all(&self) -> Power {
        self.nodes * self.power
    }

    /// What each draws again.
    #[formula]
    const fn each(&self) -> Power {
        self.all() / self.nodes
    }
}

const CLUSTER: Cluster = Cluster { nodes: q!(4 nodes), power: q!(10 kW) };
const ALL: Power = q!(CLUSTER.all());

fn main() {
    assert_eq!(ALL, q!(40 kW));
    assert_eq!(CLUSTER.power(q!(2)), q!(20 kW));
    assert_eq!(CLUSTER.each(), q!(10 kW));
}

//! A workload on a system, with what it is for.

use super::Target;
use crate::core::constants::accelerators::Accelerator;
use crate::core::constants::clusters::Cluster;
use crate::core::constants::prices::FLEET_GPU;
use crate::core::engine::{Options, Workload};
use crate::q;
use crate::units::{Count, MoneyRate, Ratio};

/// An application or a fleet: a workload bound to a system, with its goal and its targets.
///
/// ```
/// use mlsysim::core::constants::accelerators::cloud::H100;
/// use mlsysim::core::constants::models::vision::RESNET50;
/// use mlsysim::core::engine::{Options, Workload};
/// use mlsysim::core::scenarios::{Goal, Scenario, System, Target};
/// use mlsysim::q;
///
/// const PHOTO_SEARCH: Scenario = Scenario {
///     name: "Photo search",
///     purpose: "Classify every photo that users upload.",
///     constraint: "Uploads come faster than at any other time on New Year's Eve.",
///     workload: Workload::model(&RESNET50),
///     system: System::Device(&H100),
///     goal: Goal::Inference,
///     options: Options { batch: q!(256), ..Options::DEFAULT },
///     targets: &[Target::Throughput(q!(10_000 Hz)), Target::Latency(q!(10 ms))],
/// };
/// assert_eq!(PHOTO_SEARCH.evaluate().missed(), 0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenario {
    /// Its name in prose.
    pub name: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// What makes it hard.
    pub constraint: &'static str,
    /// What is computed.
    pub workload: Workload,
    /// What it runs on.
    pub system: System,
    /// What is to be reached.
    pub goal: Goal,
    /// What is assumed. In a fleet that trains, [`Options::replicas`] is replaced by the number
    /// of copies of the model.
    pub options: Options,
    /// The bounds that it sets itself.
    pub targets: &'static [Target],
}

/// What a scenario runs on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum System {
    /// One device.
    Device(&'static Accelerator),
    /// The accelerators of a cluster.
    Fleet(Fleet),
}

/// A cluster, and how a model is spread over it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fleet {
    /// The cluster.
    pub cluster: &'static Cluster,
    /// Devices that share one copy of the model evenly; 1 by default.
    pub devices_per_copy: Count,
    /// The share of the devices' own speed that is left after communication and waiting, in
    /// (0, 1]; 90% by default.
    pub scaling_efficiency: Ratio,
    /// What one device costs; [`FLEET_GPU`] by default.
    pub price: MoneyRate,
}

impl Fleet {
    /// A cluster with the defaults.
    ///
    /// ```
    /// use mlsysim::core::constants::clusters::RESEARCH_256;
    /// use mlsysim::core::scenarios::Fleet;
    /// use mlsysim::q;
    /// const FLEET: Fleet = Fleet { devices_per_copy: q!(8 GPUs), ..Fleet::of(&RESEARCH_256) };
    /// assert_eq!(FLEET.scaling_efficiency, q!(90%));
    /// ```
    pub const fn of(cluster: &'static Cluster) -> Fleet {
        Fleet {
            cluster,
            devices_per_copy: q!(1 GPU),
            scaling_efficiency: q!(90%),
            price: FLEET_GPU,
        }
    }
}

/// What is to be reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// Answers, with [`Options::work`] inference or prefill.
    Inference,
    /// A model that has seen a number of tokens, or of inputs where it has no tokens; with
    /// [`Options::work`] training.
    Training(Count),
}

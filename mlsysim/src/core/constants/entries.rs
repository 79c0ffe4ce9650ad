//! All registries as one list, for audits.

use alloc::vec::Vec;

use super::{Figure, Source};
use super::{
    accelerators, benchmarks, clusters, cooling, datacenters, datasets, deployment_tiers, energy,
    everyday, fabrics, grids, interconnects, lithography, memory_technologies, models, nodes, pods,
    prices, racks, recovery, reliability, scaling_laws, scheduling, storage, training,
    training_runs,
};

/// A record or a figure of a registry.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The path of its page below `constants`.
    pub family: &'static str,
    /// A record's name in prose, or a figure's constant.
    pub name: &'static str,
    /// The figure, where the entry is one.
    pub figure: Option<Figure>,
    /// Where it is published.
    pub source: &'static Source,
}

/// Every record and every figure of all registries.
///
/// ```
/// use mlsysim::core::constants::entries;
/// let estimates = entries().into_iter().filter(|entry| !entry.source.kind.is_published());
/// assert!(estimates.count() > 50);
/// ```
pub fn entries() -> Vec<Entry> {
    let mut entries = Vec::new();
    macro_rules! records {
        ($($family:literal: $records:expr;)*) => {$(
            entries.extend($records.iter().map(|record| Entry {
                family: $family,
                name: record.name,
                figure: None,
                source: &record.source,
            }));
        )*};
    }
    macro_rules! figures {
        ($($family:ident)*) => {$(
            entries.extend($family::ALL.iter().map(|figure| Entry {
                family: stringify!($family),
                name: figure.name,
                figure: Some(*figure),
                source: figure.source,
            }));
        )*};
    }
    records! {
        "accelerators::cloud": accelerators::cloud::ALL;
        "accelerators::edge": accelerators::edge::ALL;
        "accelerators::mobile": accelerators::mobile::ALL;
        "accelerators::tiny": accelerators::tiny::ALL;
        "accelerators::workstation": accelerators::workstation::ALL;
        "clusters": clusters::ALL;
        "cooling": cooling::ALL;
        "datacenters": datacenters::SITES;
        "datacenters": datacenters::RACKS;
        "datasets": datasets::ALL;
        "fabrics": fabrics::ALL;
        "grids": grids::ALL;
        "models::embodied": models::embodied::ALL;
        "models::generative_vision": models::generative_vision::ALL;
        "models::language": models::language::ALL;
        "models::recommendation": models::recommendation::ALL;
        "models::state_space": models::state_space::ALL;
        "models::tiny": models::tiny::ALL;
        "models::vision": models::vision::ALL;
        "nodes": nodes::ALL;
        "pods": pods::ALL;
        "racks": racks::ALL;
        "reliability": reliability::COMPONENTS;
        "storage": storage::DEVICES;
        "storage": storage::ARRAYS;
    }
    figures! {
        benchmarks datacenters deployment_tiers energy everyday interconnects lithography
        memory_technologies prices recovery reliability scaling_laws scheduling storage training
        training_runs
    }
    entries
}

//! Figures of hardware, models, sites and the literature, each with its source.

pub mod accelerators;
pub mod benchmarks;
pub mod clusters;
pub mod cooling;
pub mod datacenters;
pub mod datasets;
pub mod deployment_tiers;
pub mod energy;
pub mod everyday;
pub mod fabrics;
pub mod grids;
pub mod interconnects;
pub mod lithography;
pub mod memory_technologies;
pub mod models;
pub mod nodes;
pub mod pods;
pub mod prices;
pub mod racks;
pub mod recovery;
pub mod reliability;
pub mod scaling_laws;
pub mod scheduling;
pub mod storage;
pub mod training;
pub mod training_runs;

mod entries;
mod precision;
mod source;

pub use entries::{Entry, entries};
pub use precision::Precision;
pub use source::{Date, Figure, Source, SourceKind, Sourced};

//! Figures of hardware, models, sites and the literature, each with its source.

pub mod accelerators;
pub mod clusters;
pub mod everyday;
pub mod fabrics;
pub mod grids;
pub mod memory_technologies;
pub mod models;
pub mod nodes;
pub mod prices;
pub mod recovery;
pub mod reliability;
pub mod scaling_laws;
pub mod storage;
pub mod training;

mod precision;
mod source;

pub use precision::Precision;
pub use source::{Date, Figure, Source, SourceKind, Sourced};

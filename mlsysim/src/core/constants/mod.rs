//! Figures of hardware, models, sites and the literature, each with its source.
//!
//! Registries are modules. A record such as [`H100`](accelerators::cloud::H100) holds figures that
//! belong together and says in `.source` where they come from; a constant such as
//! [`MFU_HIGH`](training::MFU_HIGH) is one figure. A figure that nobody published is `None`, and
//! the method of its name stops the build where it is asked for. Every page is written with
//! [`constants!`](crate::constants) and opens with a table of its figures; [`all`] lists the
//! constants of all pages, an author's own among them, with paths, values and sources.
//!
//! ```
//! use mlsysim::core::constants::Precision;
//! use mlsysim::core::constants::accelerators::cloud::A100;
//! use mlsysim::core::constants::clusters::TRAINING_1K_A100;
//! use mlsysim::core::constants::models::language::GPT3;
//! use mlsysim::core::constants::training::MFU_HIGH;
//! use mlsysim::{q, unit, units::Time};
//!
//! const TRAINING: Time = q!(
//!     GPT3.training_operations()
//!         / (TRAINING_1K_A100.accelerators() * A100.peak(Precision::Fp16) * MFU_HIGH)
//! );
//! assert!(((TRAINING / unit::day).value - 22.75).abs() < 0.01);
//! assert!(A100.source.url.is_some());
//! ```

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

mod precision;
#[doc(hidden)]
pub mod registry;
mod source;

pub use precision::Precision;
pub use registry::{Constant, Dependencies, Figure, Malformed, Word, WordKind, all, dependencies};
pub use source::{Date, Source, SourceKind};

//! The laws of the book: dimension-checked const fns, one file a topic.

pub mod adaptation;
pub mod architecture;
pub mod communication;
pub mod economics;
pub mod geography;
pub mod kv_cache;
pub mod memory;
pub mod numerics;
mod paths;
pub mod performance;
pub mod queueing;
pub mod reliability;
pub mod roofline;
pub mod scaling;
pub mod serving;
pub mod sparsity;
pub mod speedup;
pub mod statistics;
pub mod sustainability;
pub mod topology;
pub mod training;

pub(crate) use paths::{nearest, path};

//! How fast one device does one workload, from the roofline.
//!
//! [`solve`] takes a [`Workload`], a device of the [registry](crate::core::constants::accelerators)
//! and [`Options`], and returns a [`PerformanceProfile`]:
//!
//! ```text
//! compute time  = executed operations / (peak rate × efficiency)
//! memory time   = traffic / (bandwidth × bandwidth efficiency)
//! overhead      = launch overhead + layer overhead × layers × passes
//! latency       = max(compute, memory) + (1 − overlap) × min(compute, memory) + overhead
//! throughput    = batch / latency
//! MFU           = operations of the model / (latency × peak rate)
//! HFU           = executed operations / (latency × peak rate)
//! energy        = power × (idle + (1 − idle) × HFU) × latency
//! footprint     = weights + gradients and optimizer state + activations + keys and values
//! ```
//!
//! | | inference | prefill | training |
//! |---|---|---|---|
//! | operations | one token a sequence | all tokens | × (1 + backward multiple) |
//! | traffic | weights, keys and values | weights, keys and values | [`training_traffic`](laws::training_traffic) |
//! | memory | weights, keys and values | weights, keys and values | weights, gradients, state, activations |
//!
//! A network without tokens reads “one input” for “one token”, and keeps no keys and values.
//! Weights are read once a pass for the whole batch; of a mixture of experts only those
//! [in use](laws::experts_in_use). What is not modelled: caches and on-chip memory (give
//! [`Options::memory`] to place a model there), communication, and activations of inference.
//!
//! Everything is const, so that an answer can stand in a claim:
//!
//! ```
//! use mlsysim::check;
//! use mlsysim::core::constants::accelerators::cloud::{A100, H100};
//! use mlsysim::core::constants::models::{language::GPT3, vision::RESNET50};
//! use mlsysim::core::engine::{Options, Work, Workload, solve};
//! use mlsysim::q;
//!
//! const RESNET: Workload = Workload::model(&RESNET50);
//! const BATCHED: Options = Options { batch: q!(256), ..Options::DEFAULT };
//! const GPT: Workload = Workload::transformer(&GPT3);
//!
//! check! {
//!     /// A batch of {BATCHED.batch} takes an A100 {}.
//!     batch: solve(&RESNET, &A100, BATCHED).latency ~= 13.5 ms;
//!     /// One image already keeps it computing.
//!     one_image: solve(&RESNET, &A100, Options::DEFAULT).bottleneck is Compute;
//!     /// GPT-3 does not fit into an H100.
//!     too_large: solve(&GPT, &H100, Options::DEFAULT).bottleneck is Infeasible;
//! }
//! # fn main() {}
//! ```

pub mod laws;

mod options;
mod profile;
mod solve;
pub(in crate::core) mod words;
mod workload;

pub use options::{Options, Recomputation, Work};
pub use profile::{Bottleneck, PerformanceProfile};
pub use solve::solve;
pub use workload::{Sequence, Workload};

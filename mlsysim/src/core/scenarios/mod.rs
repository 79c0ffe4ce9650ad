//! Applications and fleets: a workload bound to a system, with its goal and its targets.
//!
//! [`Scenario::evaluate`] holds each to its own targets:
//!
//! ```
//! use mlsysim::core::scenarios::SMART_DOORBELL;
//!
//! let report = SMART_DOORBELL.evaluate().to_string();
//! assert!(report.contains("latency: at most 200 ms, computed 255 ms: missed by 55 ms"));
//! ```

pub mod devices;

mod applications;
mod evaluation;
mod fleets;
mod scenario;
mod target;

pub use applications::{
    ALL as APPLICATIONS, AUTONOMOUS_VEHICLE, FRONTIER_TRAINING, GPT4_TRAINING_TOKENS,
    KEYWORD_SPOTTING, ON_DEVICE_ASSISTANT, SMART_DOORBELL,
};
pub use evaluation::Evaluation;
pub use fleets::{
    ALL as FLEETS, DISTRIBUTED_INFERENCE, FRONTIER_FLEET_TRAINING, LARGE_SCALE_TRAINING,
    RESEARCH_TRAINING,
};
pub use scenario::{Fleet, Goal, Scenario, System};
pub use target::{Target, Verdict};

//! Defaults of a cluster that many teams share.
#![doc = include_str!("tables/scheduling.md")]

use super::Source;
use crate::units::{Ratio, Time};
use crate::{constants, q};

/// The order in which jobs start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueueDiscipline {
    /// In the order in which they came.
    FirstInFirstOut,
}

constants! {
    const DEFAULTS: Source = Source::estimate(
        "mlsysim cluster orchestration defaults for utilization, queue discipline, and job duration",
    )
    .checked(2026, 3, 6);

    /// The order in which jobs start unless another is chosen.
    pub const QUEUE_DISCIPLINE: QueueDiscipline = QueueDiscipline::FirstInFirstOut;

    /// The share of a cluster that its owner wants at work.
    #[source(DEFAULTS)]
    pub const TARGET_UTILIZATION: Ratio = q!(80%);

    /// A researcher's job.
    #[source(DEFAULTS)]
    pub const JOB_DURATION: Time = q!(2 days);
}

//! What recovery from a failure takes.
#![doc = include_str!("tables/recovery.md")]

use super::Source;
use super::source::{convention, date, sourced};
use crate::q;
use crate::units::{Bandwidth, Time};

const FLEET_DESIGN: Source = convention(
    "Fleet recovery design assumptions (heartbeat, reschedule, checkpoint bandwidth)",
    date(2026, 3, 6),
);

sourced! {
    /// Silence after which a worker counts as lost.
    HEARTBEAT_TIMEOUT: Time = q!(30 s), FLEET_DESIGN;
    /// Until the scheduler has placed the job again.
    RESCHEDULE_TIME: Time = q!(60 s), FLEET_DESIGN;
    /// Until a failure is noticed.
    DETECTION_TIME: Time = q!(60 s), FLEET_DESIGN;
    /// Until the processes run again.
    RESTART_TIME: Time = q!(180 s), FLEET_DESIGN;
    /// Until the job is back at its speed.
    WARMUP_TIME: Time = q!(120 s), FLEET_DESIGN;
    /// The rate at which a fleet writes checkpoints.
    CHECKPOINT_WRITE_BANDWIDTH: Bandwidth = q!(100 GB/s), FLEET_DESIGN;
    /// A node is back at the earliest.
    SHORTEST_NODE_RECOVERY: Time = q!(10 min), FLEET_DESIGN;
    /// A node is back at the latest.
    LONGEST_NODE_RECOVERY: Time = q!(30 min), FLEET_DESIGN;
}

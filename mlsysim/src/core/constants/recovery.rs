//! What recovery from a failure takes.
#![doc = include_str!("tables/recovery.md")]

use super::Source;
use crate::units::{Bandwidth, Time};
use crate::{constants, q};

constants! {
    const FLEET_DESIGN: Source = Source::convention(
        "Fleet recovery design assumptions (heartbeat, reschedule, checkpoint bandwidth)",
    )
    .checked(2026, 3, 6);

    /// Silence after which a worker counts as lost.
    #[source(FLEET_DESIGN)]
    pub const HEARTBEAT_TIMEOUT: Time = q!(30 s);

    /// Until the scheduler has placed the job again.
    #[source(FLEET_DESIGN)]
    pub const RESCHEDULE_TIME: Time = q!(60 s);

    /// Until a failure is noticed.
    #[source(FLEET_DESIGN)]
    pub const DETECTION_TIME: Time = q!(60 s);

    /// Until the processes run again.
    #[source(FLEET_DESIGN)]
    pub const RESTART_TIME: Time = q!(180 s);

    /// Until the job is back at its speed.
    #[source(FLEET_DESIGN)]
    pub const WARMUP_TIME: Time = q!(120 s);

    /// The rate at which a fleet writes checkpoints.
    #[source(FLEET_DESIGN)]
    pub const CHECKPOINT_WRITE_BANDWIDTH: Bandwidth = q!(100 GB/s);

    /// A node is back at the earliest.
    #[source(FLEET_DESIGN)]
    pub const SHORTEST_NODE_RECOVERY: Time = q!(10 min);

    /// A node is back at the latest.
    #[source(FLEET_DESIGN)]
    pub const LONGEST_NODE_RECOVERY: Time = q!(30 min);
}

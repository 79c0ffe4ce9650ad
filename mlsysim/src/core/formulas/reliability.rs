//! Failures, checkpoints and recovery.
//!
//! Failures are taken to be independent and to arrive at a constant rate, so
//! that rates add and times to failure are exponential. Correlated failures (a
//! switch, a power feed, a bad software release) need a rate of their own, put
//! in series with [`series_mean_time_between_failures`].

use crate::formula;
use crate::units::{Bandwidth, Count, Frequency, Information, Ratio, Time};

/// The failure rate of a component: failures per unit of operating time.
///
/// In `FIT` it counts failures per billion device-hours. Holds in the flat part
/// of a component's life, between early failures and wear-out.
///
/// Source: JEDEC JESD85 (2001), Methods for Calculating Failure Rates in Units
/// of FITs, definition of the failure rate.
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::failure_rate;
///
/// check! {
///     /// A part that lasts 50,000 h on average fails at {}.
///     part: failure_rate(50_000 h) == 20_000 FIT;
/// }
/// ```
#[formula(symbol = r"\lambda")]
pub const fn failure_rate(
    #[symbol = r"M_{\text{part}}"]
    #[domain(> 0)]
    mean_time_to_failure: Time,
) -> Frequency {
    1 / mean_time_to_failure
}

/// The mean time between failures of a fleet of like components.
///
/// A fleet whose every member must work fails as many times more often as it
/// has members. Failed members are taken to be replaced, so that the fleet does
/// not shrink.
///
/// Source: US Department of Defense (1998), MIL-HDBK-338B, Electronic
/// Reliability Design Handbook, section 5, series systems.
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::fleet_mean_time_between_failures;
///
/// check! {
///     /// Ten thousand such parts fail every {}.
///     fleet: fleet_mean_time_between_failures(50_000 h, 10_000 GPUs) == 5 h;
/// }
/// ```
#[formula(symbol = r"M_{\text{fleet}}")]
pub const fn fleet_mean_time_between_failures(
    #[symbol = r"M_{\text{part}}"]
    #[domain(> 0)]
    component: Time,
    #[symbol = "N"]
    #[domain(> 0)]
    components: Count,
) -> Time {
    component / components
}

/// The mean time between failures of two subsystems that must both work.
///
/// Rates add, so the result lies below the smaller of the two. Nest calls for
/// more subsystems.
///
/// Source: US Department of Defense (1998), MIL-HDBK-338B, Electronic
/// Reliability Design Handbook, section 5, series systems.
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::series_mean_time_between_failures;
///
/// check! {
///     /// Two such subsystems in series fail every {}.
///     both: series_mean_time_between_failures(60 h, 30 h) == 20 h;
/// }
/// ```
#[formula(symbol = r"M_{\text{series}}")]
pub const fn series_mean_time_between_failures(
    #[symbol = "M_1"]
    #[domain(> 0)]
    first: Time,
    #[symbol = "M_2"]
    #[domain(> 0)]
    second: Time,
) -> Time {
    1 / (1 / first + 1 / second)
}

/// The probability of at least one failure within a span of time.
///
/// The mean time between failures is that of the whole system.
///
/// Source: US Department of Defense (1998), MIL-HDBK-338B, Electronic
/// Reliability Design Handbook, section 5, the exponential distribution.
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::any_failure_probability;
///
/// check! {
///     /// Within one mean time between failures, a failure has a chance of {}.
///     one_mean_time: any_failure_probability(5 h, 5 h) ~= 63.2%;
/// }
/// ```
#[formula(symbol = r"P_{\text{any}}")]
pub const fn any_failure_probability(
    #[symbol = "M"]
    #[domain(> 0)]
    mean_time_between_failures: Time,
    #[symbol = "t"]
    #[domain(>= 0)]
    horizon: Time,
) -> Ratio {
    1 - exp(-horizon / mean_time_between_failures)
}

/// The probability that an event happens at least once in independent trials.
///
/// The number of trials need not be whole: hours of exposure count as trials if
/// the probability is that of an hour.
///
/// Source: Feller (1968), An Introduction to Probability Theory and Its
/// Applications, volume 1, chapter VI, Bernoulli trials.
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::at_least_one_probability;
///
/// check! {
///     /// Four rolls of a die show a six with a chance of {}.
///     six: at_least_one_probability(1 / 6, 4) ~= 51.8%;
/// }
/// ```
#[formula(symbol = r"P_{\geq 1}")]
pub const fn at_least_one_probability(
    #[symbol = "p"]
    #[domain(>= 0, <= 1)]
    probability: Ratio,
    #[symbol = "n"]
    #[domain(>= 0)]
    trials: Count,
) -> Ratio {
    1 - (1 - probability) ^ trials
}

/// The probability that every component is available at one instant.
///
/// This is the availability of a synchronous job, which waits for its slowest
/// member.
///
/// Source: US Department of Defense (1998), MIL-HDBK-338B, Electronic
/// Reliability Design Handbook, section 5, series systems.
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::all_available_probability;
///
/// check! {
///     /// A hundred machines of two nines are all up with a chance of {}.
///     rack: all_available_probability(99%, 100 nodes) ~= 36.6%;
/// }
/// ```
#[formula(symbol = r"P_{\text{all}}")]
pub const fn all_available_probability(
    #[symbol = "A"]
    #[domain(>= 0, <= 1)]
    availability: Ratio,
    #[symbol = "N"]
    #[domain(>= 0)]
    components: Count,
) -> Ratio {
    availability ^ components
}

/// The availability of a service that any one of its replicas can give.
///
/// Replicas are taken to fail independently and to fail over at once.
///
/// Source: US Department of Defense (1998), MIL-HDBK-338B, Electronic
/// Reliability Design Handbook, section 5, redundancy.
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::redundant_availability;
///
/// check! {
///     /// Two replicas of two nines have four: {}.
///     pair: redundant_availability(99%, 2 replicas) ~= 99.99%;
/// }
/// ```
#[formula(symbol = r"A_{\text{redundant}}")]
pub const fn redundant_availability(
    #[symbol = "A"]
    #[domain(>= 0, <= 1)]
    availability: Ratio,
    #[symbol = "k"]
    #[domain(>= 0)]
    replicas: Count,
) -> Ratio {
    1 - (1 - availability) ^ replicas
}

/// The time to write a checkpoint, or to read it back.
///
/// A lower bound: the storage's aggregate bandwidth is taken to be reached and
/// to be the bottleneck.
///
/// Source: Eisenman et al. (2022), Check-N-Run: a Checkpointing System for
/// Training Deep Learning Recommendation Models, section 2, on write bandwidth.
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::checkpoint_time;
///
/// check! {
///     /// At 100 GB/s, a checkpoint of 4 TB takes {}.
///     save: checkpoint_time(4 TB, 100 GB/s) == 40 s;
/// }
/// ```
#[formula(symbol = r"\delta")]
pub const fn checkpoint_time(
    #[symbol = r"V_{\text{checkpoint}}"]
    #[domain(>= 0)]
    size: Information,
    #[symbol = r"B_{\text{storage}}"]
    #[domain(> 0)]
    bandwidth: Bandwidth,
) -> Time {
    size / bandwidth
}

/// The interval between checkpoints that loses the least time, to first order.
///
/// Saving costs time on every checkpoint and rarer saving costs more lost work;
/// at this interval the two are equal. Good while the save time is a small part
/// of the mean time between failures (Daly's higher-order estimate corrects
/// the rest).
///
/// Source: Young (1974), A First Order Approximation to the Optimum Checkpoint
/// Interval, Communications of the ACM 17(9), pages 530-531; Daly
/// (2006), A Higher Order Estimate of the Optimum Checkpoint Interval for
/// Restart Dumps, Future Generation Computer Systems 22(3), where it is the
/// first-order case.
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::young_daly_interval;
///
/// check! {
///     /// Saves of two minutes and a failure every three hours ask for one every {}.
///     optimum: young_daly_interval(2 min, 3 h) ~= 26.8 min;
/// }
/// ```
#[formula(symbol = r"\tau_{\text{opt}}")]
pub const fn young_daly_interval(
    #[symbol = r"\delta"]
    #[domain(> 0)]
    save_time: Time,
    #[symbol = "M"]
    #[domain(> 0)]
    mean_time_between_failures: Time,
) -> Time {
    sqrt(2 * save_time * mean_time_between_failures)
}

/// The share of time lost to saving checkpoints and to redoing lost work.
///
/// First order in the interval over the mean time between failures; the time
/// to restart is apart, in [`recovery_overhead`].
///
/// Source: Young (1974), A First Order Approximation to the Optimum Checkpoint
/// Interval, Communications of the ACM 17(9), the lost time that it minimizes.
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::checkpoint_overhead;
///
/// check! {
///     /// Two-minute saves each hour cost {} where failures are three hours apart.
///     hourly: checkpoint_overhead(2 min, 1 h, 3 h) ~= 20.0%;
/// }
/// ```
#[formula(symbol = r"f")]
pub const fn checkpoint_overhead(
    #[symbol = r"\delta"]
    #[domain(>= 0)]
    save_time: Time,
    #[symbol = r"\tau"]
    #[domain(> 0)]
    interval: Time,
    #[symbol = "M"]
    #[domain(> 0)]
    mean_time_between_failures: Time,
) -> Ratio {
    save_time / interval + interval / (2 * mean_time_between_failures)
}

/// The share of time spent redoing what was computed since the last checkpoint.
///
/// A failure finds a job halfway through an interval on average. It is one of
/// the two terms of [`checkpoint_overhead`].
///
/// Source: Young (1974), A First Order Approximation to the Optimum Checkpoint
/// Interval, Communications of the ACM 17(9), the rerun time.
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::rework_overhead;
///
/// check! {
///     /// Hourly checkpoints and a failure every 50 h cost {} of rework.
///     hourly: rework_overhead(1 h, 50 h) == 1%;
/// }
/// ```
#[formula(symbol = r"f_{\text{rework}}")]
pub const fn rework_overhead(
    #[symbol = r"\tau"]
    #[domain(>= 0)]
    interval: Time,
    #[symbol = "M"]
    #[domain(> 0)]
    mean_time_between_failures: Time,
) -> Ratio {
    interval / (2 * mean_time_between_failures)
}

/// The time from a failure until the job runs at full speed again.
///
/// Four phases, one after the other: noticing the failure, starting on healthy
/// machines, loading the last checkpoint, and warming up. Lost work is apart,
/// in [`rework_overhead`].
///
/// Source: Dubey et al. (2024), The Llama 3 Herd of Models, section 3.3.4, on
/// what an interruption of training costs; the split into phases is the book's.
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::recovery_time;
///
/// check! {
///     /// Detecting, restarting, loading and warming up take {} in all.
///     total: recovery_time(60 s, 180 s, 40 s, 120 s) == 400 s;
/// }
/// ```
#[formula(symbol = r"T_{\text{recovery}}")]
pub const fn recovery_time(
    #[symbol = r"T_{\text{detect}}"]
    #[domain(>= 0)]
    detection: Time,
    #[symbol = r"T_{\text{restart}}"]
    #[domain(>= 0)]
    restart: Time,
    #[symbol = r"T_{\text{load}}"]
    #[domain(>= 0)]
    load: Time,
    #[symbol = r"T_{\text{warmup}}"]
    #[domain(>= 0)]
    warmup: Time,
) -> Time {
    detection + restart + load + warmup
}

/// The share of time lost to recovering from failures.
///
/// First order: the recovery time is small beside the mean time between
/// failures. Stated in `min/day`, it is the time lost each day.
///
/// Source: Gray and Siewiorek (1991), High-Availability Computer Systems, IEEE
/// Computer 24(9), the unavailability for short repairs.
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::recovery_overhead;
///
/// check! {
///     /// Ten minutes for a failure every five hours are {}.
///     daily: recovery_overhead(10 min, 5 h) == 48 min/day;
/// }
/// ```
#[formula(symbol = r"f_{\text{recovery}}")]
pub const fn recovery_overhead(
    #[symbol = r"T_{\text{recovery}}"]
    #[domain(>= 0)]
    recovery_time: Time,
    #[symbol = "M"]
    #[domain(> 0)]
    mean_time_between_failures: Time,
) -> Ratio {
    recovery_time / mean_time_between_failures
}

/// The time that a service is down over an interval, on average.
///
/// Source: US Department of Defense (1998), MIL-HDBK-338B, Electronic
/// Reliability Design Handbook, section 5, steady-state availability.
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::downtime;
///
/// check! {
///     /// Three nines are {} of downtime a year.
///     yearly: downtime(99.9%, 1 year) ~= 8.76 h;
/// }
/// ```
#[formula(symbol = r"T_{\text{down}}")]
pub const fn downtime(
    #[symbol = "A"]
    #[domain(>= 0, <= 1)]
    availability: Ratio,
    #[symbol = "t"]
    #[domain(>= 0)]
    interval: Time,
) -> Time {
    (1 - availability) * interval
}

/// The share of time that brings a job forward: what checkpoints, rework and recovery leave.
///
/// To first order: below zero where failures come faster than recovery.
///
/// Source: Dubey et al. (2024), The Llama 3 Herd of Models, section 3.3.4, there
/// the effective training time; the losses are [`checkpoint_overhead`] and
/// [`recovery_overhead`].
///
/// ```
/// use mlsysim::check;
/// use mlsysim::core::formulas::reliability::goodput;
///
/// check! {
///     /// Losses of 20% and 4% leave {}.
///     left: goodput(20%, 4%) ~= 76%;
/// }
/// ```
#[formula(symbol = "G")]
pub const fn goodput(
    #[symbol = r"f"]
    #[domain(>= 0)]
    checkpoint_overhead: Ratio,
    #[symbol = r"f_{\text{recovery}}"]
    #[domain(>= 0)]
    recovery_overhead: Ratio,
) -> Ratio {
    1 - checkpoint_overhead - recovery_overhead
}

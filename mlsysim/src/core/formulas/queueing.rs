//! Waiting lines: how load becomes latency.

use crate::formula;

use crate::units::{Count, Frequency, Ratio, Time, math, of_base};

/// The mean number in a stable system: Little's law.
///
/// Holds for any arrivals and any service; it says nothing about the tail.
///
/// Source: Little (1961), "A Proof for the Queuing Formula: L = λW", Operations Research 9(3).
///
/// ```
/// use mlsysim::{check, core::formulas::queueing::occupancy};
/// check! {
///     /// 50 queries a second of 2 s each keep {} in flight.
///     in_flight: occupancy(50 QPS, 2 s) ~= 100 requests;
/// }
/// ```
#[formula(symbol = "L")]
pub const fn occupancy(
    #[symbol = r"\lambda"]
    #[domain(>= 0)]
    arrival_rate: Frequency,
    #[symbol = "W"]
    #[domain(>= 0)]
    time_in_system: Time,
) -> Count {
    arrival_rate * time_in_system
}

/// Mean time in a system of one server with random arrivals and service: wait and service (M/M/1).
///
/// Source: Kleinrock (1975), "Queueing Systems, Volume 1: Theory", section 3.2.
///
/// ```
/// use mlsysim::{check, core::formulas::queueing::mm1_time_in_system};
/// check! {
///     /// At 90% load, 20 ms of service take {}.
///     loaded: mm1_time_in_system(20 ms, 90%) ~= 200 ms;
/// }
/// ```
#[formula(symbol = "W")]
pub const fn mm1_time_in_system(
    #[symbol = "S"]
    #[domain(>= 0)]
    service_time: Time,
    #[symbol = r"\rho"]
    #[domain(>= 0, < 1)]
    utilization: Ratio,
) -> Time {
    service_time / (1 - utilization)
}

/// The highest utilization of one server (M/M/1) that keeps a tail within its budget.
///
/// The tail is a multiple of the mean time in the system, such as
/// [`exponential_quantile_factor`]. Below zero where no load meets the budget.
///
/// Source: Kleinrock (1975), "Queueing Systems, Volume 1: Theory", section 3.2, solved for the load.
///
/// ```
/// use mlsysim::{check, core::formulas::queueing::*};
/// check! {
///     /// A p99 of 500 ms allows a load of {}.
///     load: mm1_highest_utilization(20 ms, 500 ms, exponential_quantile_factor(99%)) ~= 81.6%;
/// }
/// ```
#[formula(symbol = r"\rho_{\text{max}}")]
pub const fn mm1_highest_utilization(
    #[symbol = "S"]
    #[domain(>= 0)]
    service_time: Time,
    #[symbol = "T"]
    #[domain(> 0)]
    tail_budget: Time,
    #[symbol = "k"]
    #[domain(>= 0)]
    tail_factor: Ratio,
) -> Ratio {
    1 - tail_factor * service_time / tail_budget
}

/// A quantile of an exponential distribution, as a multiple of its mean.
///
/// The time in an M/M/1 system is exponential: its 99th percentile is 4.6 times
/// its mean at any load.
///
/// Source: Kleinrock (1975), "Queueing Systems, Volume 1: Theory", section 3.2.
///
/// ```
/// use mlsysim::{check, core::formulas::queueing::exponential_quantile_factor};
/// check! {
///     /// The 99th percentile is {} the mean.
///     p99: exponential_quantile_factor(99%) ~= 4.6x;
/// }
/// ```
#[formula(symbol = "k_q")]
pub const fn exponential_quantile_factor(
    #[symbol = "q"]
    #[domain(>= 0, < 1)]
    quantile: Ratio,
) -> Ratio {
    ln(1 / (1 - quantile))
}

/// Mean wait over mean service time, for one server with random arrivals and any service (M/G/1).
///
/// The variation is the standard deviation of service times over their mean: 1
/// for exponential, 0 for constant ones. Infinite at full load and beyond.
///
/// Source: Pollaczek (1930) and Khinchine (1932), in Kleinrock (1975), "Queueing Systems, Volume 1:
/// Theory", section 5.6.
///
/// ```
/// use mlsysim::{check, core::formulas::queueing::mg1_wait_ratio};
/// check! {
///     /// At 80% load, requests that vary twofold wait {} as long as they run.
///     wait: mg1_wait_ratio(80%, 2) ~= 10x;
/// }
/// ```
#[formula(symbol = r"W_q / S")]
pub const fn mg1_wait_ratio(
    #[symbol = r"\rho"]
    #[domain(>= 0)]
    utilization: Ratio,
    #[symbol = "C_s"]
    #[domain(>= 0)]
    service_variation: Ratio,
) -> Ratio {
    utilization / max(1 - utilization, 0) * ((1 + service_variation ^ 2) / 2)
}

/// Mean wait over mean service time, for one server with any arrivals and any service, near full load.
///
/// An approximation, exact for M/M/1, where both squared variations are 1.
///
/// Source: Kingman (1961), "The Single Server Queue in Heavy Traffic", Mathematical Proceedings of
/// the Cambridge Philosophical Society 57(4).
///
/// ```
/// use mlsysim::{check, core::formulas::queueing::kingman_wait_ratio};
/// check! {
///     /// Bursts make requests wait {} as long as they run.
///     wait: kingman_wait_ratio(80%, 4, 1) ~= 10x;
/// }
/// ```
#[formula(symbol = r"W_q / S")]
pub const fn kingman_wait_ratio(
    #[symbol = r"\rho"]
    #[domain(>= 0, < 1)]
    utilization: Ratio,
    #[symbol = "c_a^2"]
    #[domain(>= 0)]
    arrival_squared_variation: Ratio,
    #[symbol = "c_s^2"]
    #[domain(>= 0)]
    service_squared_variation: Ratio,
) -> Ratio {
    (arrival_squared_variation + service_squared_variation) / 2 * (utilization / (1 - utilization))
}

/// The share of time that each of several servers is busy; 1 where more arrives than they can serve.
///
/// Source: Kleinrock (1975), "Queueing Systems, Volume 1: Theory", section 2.1.
///
/// ```
/// use mlsysim::{check, core::formulas::queueing::utilization};
/// check! {
///     /// Ten replicas of 12 queries a second are busy {} of the time.
///     load: utilization(100 QPS, 12 QPS, 10 replicas) ~= 83%;
/// }
/// ```
#[formula(symbol = r"\rho")]
pub const fn utilization(
    #[symbol = r"\lambda"]
    #[domain(>= 0)]
    arrival_rate: Frequency,
    #[symbol = r"\mu"]
    #[domain(>= 0)]
    service_rate: Frequency,
    #[symbol = "c"]
    #[domain(>= 1)]
    servers: Count,
) -> Ratio {
    if arrival_rate < servers * service_rate {
        arrival_rate / (servers * service_rate)
    } else {
        1
    }
}

/// A queue before several servers, with random arrivals and service (M/M/c).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MultiServerQueue {
    /// The share of time that each server is busy; 1 where more arrives than they can serve.
    pub utilization: Ratio,
    /// The chance that an arrival finds every server busy: the Erlang C formula.
    pub waiting_probability: Ratio,
    /// The mean wait, of those that do not wait too; service comes on top, as in all waits.
    pub mean_wait: Time,
    /// The wait that half of the arrivals exceed; nothing where fewer than half wait at all.
    pub median_wait: Time,
    /// The wait that one arrival in a hundred exceeds.
    pub p99_wait: Time,
}

/// How long arrivals wait for one of several servers with random arrivals and service (M/M/c).
///
/// Servers are a whole number. Where more arrives than they can serve every wait
/// is infinite.
///
/// Source: Erlang (1917), "Solution of Some Problems in the Theory of Probabilities of Significance
/// in Automatic Telephone Exchanges"; Gross et al. (2008), "Fundamentals of Queueing Theory", fourth
/// edition, section 2.3, for the distribution of the wait.
///
/// ```
/// use mlsysim::{check, core::formulas::queueing::multi_server_queue};
/// check! {
///     /// With 8 of 10 replicas' worth of load, {} of the requests wait.
///     waiting: multi_server_queue(8 QPS, 1 QPS, 10 replicas).waiting_probability ~= 40.9%;
///     /// Closer to full load, one request in a hundred waits {} or more.
///     p99: multi_server_queue(9.5 QPS, 1 QPS, 10 replicas).p99_wait ~= 8.83 s;
/// }
/// ```
///
/// # Equation
/// ```text
/// C = B(c) / (1 - ρ (1 - B(c))) with B(k) = a B(k-1) / (k + a B(k-1)), B(0) = 1, a = λ / μ, ρ = a / c
/// W(q) = max(0, ln(C / (1 - q)) / (c μ - λ))
/// ```
#[track_caller]
pub const fn multi_server_queue(
    arrival_rate: Frequency,
    service_rate: Frequency,
    servers: Count,
) -> MultiServerQueue {
    let utilization = utilization(arrival_rate, service_rate, servers);
    let count = servers.value;
    assert!(
        math::floor(count) == count || count.is_nan(),
        "`servers` of `multi_server_queue` is a whole number"
    );
    let spare = count * service_rate.value - arrival_rate.value;
    if spare <= 0.0 {
        return MultiServerQueue {
            utilization,
            waiting_probability: of_base(1.0),
            mean_wait: of_base(f64::INFINITY),
            median_wait: of_base(f64::INFINITY),
            p99_wait: of_base(f64::INFINITY),
        };
    }
    let waiting = erlang_c(arrival_rate.value / service_rate.value, count);
    MultiServerQueue {
        utilization,
        waiting_probability: of_base(waiting),
        mean_wait: of_base(waiting / spare),
        median_wait: of_base(exceeded_by(0.5, waiting) / spare),
        p99_wait: of_base(exceeded_by(0.01, waiting) / spare),
    }
}

/// The chance of waiting under an offered load below the number of servers.
const fn erlang_c(load: f64, servers: f64) -> f64 {
    // The share lost without a queue, built up one server at a time: no factorials overflow.
    let mut blocked = 1.0;
    let mut busy = 1.0;
    while busy <= servers {
        blocked = load * blocked / (busy + load * blocked);
        busy += 1.0;
    }
    blocked / (1.0 - load / servers * (1.0 - blocked))
}

/// The wait that a share of the arrivals exceeds, in mean times between departures to spare.
const fn exceeded_by(share: f64, waiting: f64) -> f64 {
    if waiting > share {
        math::ln(waiting / share)
    } else {
        0.0
    }
}

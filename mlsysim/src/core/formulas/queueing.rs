//! Waiting lines: how load becomes latency.

use mlsysim_macros::formula;

use crate::claims::formula::domain;
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
    min(utilization, 1) / (1 - min(utilization, 1)) * (1 + service_variation ^ 2) / 2
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
    (arrival_squared_variation + service_squared_variation) / 2 * utilization / (1 - utilization)
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

/// The chance that an arrival finds every server busy (M/M/c): the Erlang C formula.
///
/// The offered load is the arrival rate over one server's service rate. 1 where
/// it is no less than the servers. Servers are a whole number.
///
/// Source: Erlang (1917), "Solution of Some Problems in the Theory of Probabilities of Significance
/// in Automatic Telephone Exchanges"; in Kleinrock (1975), "Queueing Systems, Volume 1: Theory",
/// section 3.5.
///
/// ```
/// use mlsysim::{check, core::formulas::queueing::erlang_c};
/// check! {
///     /// With 8 of 10 replicas' worth of load, {} of the requests wait.
///     waiting: erlang_c(8, 10 replicas) ~= 40.9%;
/// }
/// ```
///
/// # Equation
/// ```text
/// C = B / (1 − ρ (1 − B)),  1/B(k) = 1 + k / (a B(k − 1)),  B(0) = 1,  ρ = a / c
/// ```
#[track_caller]
pub const fn erlang_c(offered_load: Ratio, servers: Count) -> Ratio {
    let (load, count) = (offered_load.value, servers.value);
    domain(load, ">=", 0.0, "offered_load", "erlang_c");
    domain(count, ">=", 1.0, "servers", "erlang_c");
    assert!(
        math::floor(count) == count || count.is_nan(),
        "`servers` of `erlang_c` is a whole number"
    );
    if load >= count {
        return of_base(1.0);
    }
    // The share lost without a queue, built up one server at a time: no factorials overflow.
    let mut blocked = 1.0;
    let mut busy = 1.0;
    while busy <= count {
        blocked = load * blocked / (busy + load * blocked);
        busy += 1.0;
    }
    of_base(blocked / (1.0 - load / count * (1.0 - blocked)))
}

/// A quantile of the wait for one of several servers, service not included (M/M/c).
///
/// Nothing where fewer requests than the quantile leaves have to wait at all;
/// infinite where more arrives than can be served. Servers are a whole number.
///
/// Source: Kleinrock (1975), "Queueing Systems, Volume 1: Theory", section 3.5, for the wait;
/// Gross et al. (2008), "Fundamentals of Queueing Theory", section 2.3, for its distribution.
///
/// ```
/// use mlsysim::{check, core::formulas::queueing::multi_server_wait};
/// check! {
///     /// At 95% load, one request in a hundred waits {} or more.
///     p99: multi_server_wait(9.5 QPS, 1 QPS, 10 replicas, 99%) ~= 8.83 s;
/// }
/// ```
///
/// # Equation
/// ```text
/// W(q) = max(0, ln(C / (1 − q)) / (c μ − λ))
/// ```
#[track_caller]
pub const fn multi_server_wait(
    arrival_rate: Frequency,
    service_rate: Frequency,
    servers: Count,
    quantile: Ratio,
) -> Time {
    let (arrivals, services) = (arrival_rate.value, service_rate.value);
    domain(arrivals, ">=", 0.0, "arrival_rate", "multi_server_wait");
    domain(services, ">=", 0.0, "service_rate", "multi_server_wait");
    domain(quantile.value, ">=", 0.0, "quantile", "multi_server_wait");
    domain(quantile.value, "<", 1.0, "quantile", "multi_server_wait");
    let capacity = servers.value * services;
    if arrivals >= capacity {
        return of_base(f64::INFINITY);
    }
    let waiting = erlang_c(of_base(arrivals / services), servers).value;
    let wait = math::ln(waiting / (1.0 - quantile.value)) / (capacity - arrivals);
    // No load leaves the logarithm of zero.
    of_base(if wait > 0.0 { wait } else { 0.0 })
}

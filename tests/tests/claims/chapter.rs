//! What an author writes.

use mlsysim::units::{Count, Ratio, Time};
use mlsysim::{check, formula, q};

pub const MTTF: Time = q!(50_000 h);
pub const FLEET: Count = q!(10_000 GPUs);

/// Chance that at least one part fails within a time.
///
/// Source: the exponential law.
#[formula(symbol = "p")]
pub const fn failure_probability(
    #[symbol = r"\theta"]
    #[domain(> 0)]
    interval: Time,
    #[symbol = "t"] horizon: Time,
) -> Ratio {
    1 - exp(-horizon / interval)
}

check! {
    let fleet = FLEET;
    let mttf = MTTF;

    /// A fleet of {fleet}, each good for {MTTF},
    /// loses one every {}.
    failure_interval: mttf / fleet ~= 5 h;

    /// That is {} a day.
    per_day: 1 day / failure_interval ~= 4.8;

    /// Within an hour with a chance of {}.
    first_hour: failure_probability(failure_interval, 1 h) ~= 18%;

    /// A day has {}.
    exact: 1 day == 24 h;
}

check! {
    /// One decimal: {}.
    rounded: 6.4 MB / 2 GB/s ~= 3.2 ms;

    /// Two of four digits: {}.
    to_digits: 2 * 770 ~= 1_500x to 2 digits;

    /// A tenth either way: {}.
    within_share: 80 GiB ~= 80 GB within 10%;

    /// Money has two decimals: {}.
    money: $0.12/kWh * 100 kWh ~= $12.00;
}

check! {
    let interval = MTTF / FLEET;
    let shift = 8 h;

    /// Within a day: {}.
    likely: failure_probability(interval, 1 day) > 99%;

    /// Both sides: {}.
    chained: 1 h < interval <= 6 h;

    /// Both ends: {}.
    between: interval in 4 h ..= 6 h;

    /// Less than another value: {}.
    against_another: interval < shift;

    /// More than nothing: {}.
    #[loose = "the sign is the point"]
    sign: interval > 0 h;
}

check! {
    let sizes = [8, 64, 512] GPUs;

    /// {sizes} fail every {}.
    cluster: MTTF / sizes ~= [6_250, 781, 98] h;

    /// The smallest every {}.
    smallest: cluster[0] == 6_250 h;

    /// Dense and sparse: {}.
    speedup: 156..312 TFLOP/s / 2 TFLOP/s ~= 78..156 x;

    /// Each between its bounds: {}.
    growing: [10, 80, 600] < 2 * sizes < [20, 150, 1_200];
}

check! {
    /// Now {}.
    #[published(45 h, "page 7")]
    printed_wrongly: MTTF / FLEET ~= 5 h;

    /// Now {}.
    #[published(< 4 h)]
    printed_as_bound: MTTF / FLEET == 5 h;

    /// Now {}.
    #[published(10..100 h)]
    printed_as_range: sqrt(MTTF / FLEET * 5 h) == 5 h;
}

/// What limits a kernel.
pub enum Bound {
    /// Bandwidth.
    Memory,
}

impl Bound {
    /// As a claim states it.
    pub const fn name(&self) -> &'static str {
        match self {
            Bound::Memory => "Memory",
        }
    }
}

/// What limits decoding.
pub const DECODING: Bound = Bound::Memory;

check! {
    /// Decoding is limited by memory.
    limit: DECODING is Memory;
}

//! Costs of owning, renting and running machines.

use crate::formula;

use crate::units::{
    Bandwidth, Count, EnergyPrice, Frequency, InformationPrice, Money, MoneyRate, MoneyRateGrowth,
    Power, Ratio, Time,
};

/// What a month of traffic out of a cloud costs.
///
/// A billed month has 30 days, which is 1.4% short of the mean month.
///
/// Source: convention; clouds bill by the byte, and estimates count 30 days.
///
/// ```
/// use mlsysim::{check, core::formulas::economics::monthly_egress_cost};
/// check! {
///     /// A steady 100 MB/s costs {} a month.
///     egress: monthly_egress_cost(100 MB/s, $0.09/GB) ~= 23_328 USD;
/// }
/// ```
#[formula(symbol = r"C_{\text{egress}}")]
pub const fn monthly_egress_cost(
    #[symbol = "X"]
    #[domain(>= 0)]
    traffic: Bandwidth,
    #[symbol = "p"]
    #[domain(>= 0)]
    price: InformationPrice,
) -> Money {
    traffic * q!(30 days) * price
}

/// Buying a fleet and powering it for its life.
///
/// The electricity is what the devices draw, without cooling: scale the power by
/// the [PUE](super::sustainability::facility_energy) for that. Nothing is
/// discounted.
///
/// Source: Barroso, Hölzle and Ranganathan (2018), "The Datacenter as a Computer", third edition,
/// chapter 6.
///
/// ```
/// use mlsysim::{check, core::formulas::economics::fleet_cost};
/// check! {
///     /// 1,000 GPUs of $30,000 cost {} over three years.
///     fleet: fleet_cost($30_000, 700 W, 1_000 GPUs, 3 years, $0.10/kWh) ~= 31.84 million USD;
/// }
/// ```
#[formula(symbol = r"C_{\text{fleet}}")]
pub const fn fleet_cost(
    #[symbol = "c"]
    #[domain(>= 0)]
    unit_price: Money,
    #[symbol = "P"]
    #[domain(>= 0)]
    power: Power,
    #[symbol = "N"]
    #[domain(>= 0)]
    devices: Count,
    #[symbol = "T"]
    #[domain(>= 0)]
    lifetime: Time,
    #[symbol = "p_E"]
    #[domain(>= 0)]
    energy_price: EnergyPrice,
) -> Money {
    unit_price * devices + power * devices * lifetime * energy_price
}

/// Total cost of ownership: purchase, electricity of the whole facility, and upkeep.
///
/// Upkeep is the share of the purchase spent each year on repairs and staff.
/// Nothing is discounted.
///
/// Source: Barroso, Hölzle and Ranganathan (2018), "The Datacenter as a Computer", third edition,
/// chapter 6.
///
/// ```
/// use mlsysim::{check, core::formulas::economics::total_cost_of_ownership};
/// check! {
///     /// A cluster of 30 million USD that draws 1 MW costs {} over three years.
///     cluster: total_cost_of_ownership(30 MUSD, 1 MW, 1.2, $0.10/kWh, 5%, 3 years)
///         ~= 37.7 million USD;
/// }
/// ```
#[formula(symbol = r"\text{TCO}")]
pub const fn total_cost_of_ownership(
    #[symbol = "C"]
    #[domain(>= 0)]
    purchase: Money,
    #[symbol = "P"]
    #[domain(>= 0)]
    power: Power,
    #[symbol = r"\text{PUE}"]
    #[domain(>= 1)]
    pue: Ratio,
    #[symbol = "p_E"]
    #[domain(>= 0)]
    energy_price: EnergyPrice,
    #[symbol = "m"]
    #[domain(>= 0)]
    yearly_upkeep: Ratio,
    #[symbol = "T"]
    #[domain(>= 0)]
    lifetime: Time,
) -> Money {
    purchase
        + power * pue * lifetime * energy_price
        + purchase * yearly_upkeep * lifetime / q!(1 year)
}

/// The utilization at which owning costs as much as renting.
///
/// Owning costs the purchase, a fixed rate, and a rate that scales with use;
/// renting costs its rate while in use. Above 1 owning never pays within the
/// lifetime.
///
/// Source: Walker (2009), "The Real Cost of a CPU Hour", Computer 42(4), for the comparison; the
/// fixed and variable rates are set equal here.
///
/// ```
/// use mlsysim::{check, core::formulas::economics::ownership_breakeven_utilization};
/// check! {
///     /// A GPU of $30,000 is worth owning above {} of use.
///     breakeven: ownership_breakeven_utilization($30_000, $1_000/year, $2/h, 3 years, $0/year)
///         ~= 62.8%;
/// }
/// ```
#[formula(symbol = "u^*")]
pub const fn ownership_breakeven_utilization(
    #[symbol = "C"]
    #[domain(>= 0)]
    purchase: Money,
    #[symbol = "F"]
    #[domain(>= 0)]
    fixed_rate: MoneyRate,
    #[symbol = "R"]
    #[domain(> 0)]
    rent: MoneyRate,
    #[symbol = "T"]
    #[domain(> 0)]
    lifetime: Time,
    #[symbol = "E"]
    #[domain(>= 0)]
    use_rate: MoneyRate,
) -> Ratio {
    (purchase + lifetime * fixed_rate) / (lifetime * (rent - use_rate))
}

/// What a generated token, or any other result, costs.
///
/// The throughput is of all devices together, as is their price.
///
/// Source: Pope et al. (2023), "Efficiently Scaling Transformer Inference", MLSys, which counts
/// chip-seconds per token, with chips at a price.
///
/// ```
/// use mlsysim::{check, core::formulas::economics::unit_cost};
/// check! {
///     /// Eight rented GPUs generate a million tokens for {}.
///     for_a_million: 1 million tokens * unit_cost(8 * $2/h, 2_500 tokens/s) ~= 1.78 USD;
/// }
/// ```
#[formula(symbol = "c")]
pub const fn unit_cost(
    #[symbol = "p"]
    #[domain(>= 0)]
    price: MoneyRate,
    #[symbol = "X"]
    #[domain(> 0)]
    throughput: Frequency,
) -> Money {
    price / throughput
}

/// How fast the cost of a model that is not retrained grows.
///
/// Accuracy decays exponentially at a small rate, so that each unit of time since
/// the last training loses this much more than the one before.
///
/// Source: first-order expansion of exponential decay; that deployed models decay: Vela et al.
/// (2022), "Temporal Quality Degradation in AI Models", Scientific Reports 12.
///
/// ```
/// use mlsysim::{check, core::formulas::economics::staleness_cost_growth};
/// check! {
///     /// Each day of age costs {} a day more.
///     growth: staleness_cost_growth(1 million queries/day, $0.01, 90%, 0.1%/day)
///         ~= 9 USD/day^2;
/// }
/// ```
#[formula(symbol = "s")]
pub const fn staleness_cost_growth(
    #[symbol = "Q"]
    #[domain(>= 0)]
    query_rate: Frequency,
    #[symbol = "V"] value_per_query: Money,
    #[symbol = "A_0"]
    #[domain(>= 0, <= 1)]
    initial_accuracy: Ratio,
    #[symbol = r"\gamma"]
    #[domain(>= 0)]
    decay_rate: Frequency,
) -> MoneyRateGrowth {
    query_rate * value_per_query * initial_accuracy * decay_rate
}

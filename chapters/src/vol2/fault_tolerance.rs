use mlsysim::units::{Count, Frequency, Operation, OperationRate, Ratio, Time};
use mlsysim::{check, formula, q};

pub const GPU_MTTF: Time = q!(50_000 h);

/// Time to train.
///
/// Source: x
#[formula]
pub const fn training_time(
    #[symbol = "O"] operations: Operation,
    #[symbol = "N"]
    #[domain(>= 1)]
    devices: Count,
    #[symbol = r"R_{\text{peak}}"] peak: OperationRate,
    #[symbol = r"\eta"]
    #[domain(> 0, <= 1)]
    mfu: Ratio,
) -> Time {
    operations / (devices * peak * mfu)
}

/// Chance of failure.
#[formula]
pub const fn failure_probability(mtbf: Time, horizon: Time) -> Ratio {
    1 - exp(-horizon / mtbf)
}

check! {
    let fleet = 10_000 GPUs;
    let mttf  = GPU_MTTF;

    /// A fleet of {fleet} loses a GPU every {}.
    failure_interval: mttf / fleet ~= 5 h;

    /// Over a day, at least one failure is all but certain.
    failure_in_a_day: failure_probability(mttf / fleet, 1 day) > 99%;

    /// table
    cluster: mttf / [8, 64, 512] GPUs ~= [6_250, 781, 98] h;

    /// train
    #[published(100 days)]
    train: training_time(8.4e23 FLOP, 1_024 GPUs, 989 TFLOP/s, 50%) ~= 19.2 days;
}

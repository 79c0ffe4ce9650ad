//! Scaling laws and compute-optimal allocation.

use crate::formula;

use crate::units::{Count, Operation, Ratio};

/// Parameters of the best model for a budget of operations, at a fixed number of tokens per parameter.
///
/// Training costs 6 FLOP per parameter and token; about 20 tokens per parameter
/// are compute-optimal.
///
/// Source: Hoffmann et al. (2022), "Training Compute-Optimal Large Language Models", section 3 and
/// table 3.
///
/// ```
/// use mlsysim::{check, core::formulas::scaling::compute_optimal_parameters};
/// check! {
///     /// Chinchilla's 588 ZFLOP are best spent on {}.
///     chinchilla: compute_optimal_parameters(588 ZFLOP, 20, 6 FLOP) ~= 70 billion parameters;
/// }
/// ```
#[formula(symbol = r"P_{\text{opt}}")]
pub const fn compute_optimal_parameters(
    #[symbol = "C"]
    #[domain(> 0)]
    budget: Operation,
    #[symbol = "r"]
    #[domain(> 0)]
    tokens_per_parameter: Ratio,
    #[symbol = "k"]
    #[domain(> 0)]
    operations_per_parameter_token: Operation,
) -> Count {
    sqrt(budget / (operations_per_parameter_token * tokens_per_parameter))
}

/// Training tokens of the best model for a budget of operations, at a fixed number of tokens per parameter.
///
/// Source: Hoffmann et al. (2022), "Training Compute-Optimal Large Language Models", section 3 and
/// table 3.
///
/// ```
/// use mlsysim::{check, core::formulas::scaling::compute_optimal_tokens};
/// check! {
///     /// Chinchilla's 588 ZFLOP are best spent on {}.
///     chinchilla: compute_optimal_tokens(588 ZFLOP, 20, 6 FLOP) ~= 1.4 trillion tokens;
/// }
/// ```
#[formula(symbol = r"D_{\text{opt}}")]
pub const fn compute_optimal_tokens(
    #[symbol = "C"]
    #[domain(> 0)]
    budget: Operation,
    #[symbol = "r"]
    #[domain(> 0)]
    tokens_per_parameter: Ratio,
    #[symbol = "k"]
    #[domain(> 0)]
    operations_per_parameter_token: Operation,
) -> Count {
    tokens_per_parameter
        * compute_optimal_parameters(budget, tokens_per_parameter, operations_per_parameter_token)
}

/// What a power law leaves of its term when its resource grows by a multiple.
///
/// Source: Kaplan et al. (2020), "Scaling Laws for Neural Language Models", section 1.2.
///
/// ```
/// use mlsysim::{check, core::formulas::scaling::power_law_factor};
/// check! {
///     /// Ten times the parameters leave {} of the loss.
///     tenfold: power_law_factor(10x, 0.076) ~= 84%;
/// }
/// ```
#[formula(symbol = r"L'/L")]
pub const fn power_law_factor(
    #[symbol = "m"]
    #[domain(> 0)]
    multiple: Ratio,
    #[symbol = r"\alpha"] exponent: Ratio,
) -> Ratio {
    multiple ^ -exponent
}

/// How many times the resource a power law takes to halve its term.
///
/// Source: Hestness et al. (2017), "Deep Learning Scaling Is Predictable, Empirically".
///
/// ```
/// use mlsysim::{check, core::formulas::scaling::halving_multiple};
/// check! {
///     /// At an exponent of 0.35, half of the error takes {} the data.
///     half: halving_multiple(0.35) ~= 7.2x;
/// }
/// ```
#[formula(symbol = r"m_{1/2}")]
pub const fn halving_multiple(
    #[symbol = r"\alpha"]
    #[domain(> 0)]
    exponent: Ratio,
) -> Ratio {
    2 ^ (1 / exponent)
}

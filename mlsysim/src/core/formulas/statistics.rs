//! Sample sizes and tests.

use crate::formula;

use crate::units::{Count, Ratio};

/// The standard error of a mean of independent values.
///
/// Source: Casella and Berger (2002), "Statistical Inference", second edition, theorem 5.2.6.
///
/// ```
/// use mlsysim::{check, core::formulas::statistics::standard_error};
/// check! {
///     /// 10,000 samples of spread 0.5 pin the mean to {}.
///     mean: standard_error(0.5, 10_000 samples) ~= 0.005;
/// }
/// ```
#[formula(symbol = r"\text{SE}")]
pub const fn standard_error(
    #[symbol = r"\sigma"]
    #[domain(>= 0)]
    standard_deviation: Ratio,
    #[symbol = "n"]
    #[domain(> 0)]
    samples: Count,
) -> Ratio {
    standard_deviation / sqrt(samples)
}

/// Samples in each arm of a test between two rates, with the baseline's variance for both.
///
/// The lift is absolute. The quantiles are of the normal distribution: 1.96 for
/// 5% significance on two sides, 0.84 for 80% power. Not rounded: take the next
/// whole number.
///
/// Source: Lehr (1992), "Sixteen S-squared over D-squared", Statistics in Medicine 11(8).
///
/// ```
/// use mlsysim::{check, core::formulas::statistics::two_proportion_sample_size};
/// check! {
///     /// To see 5% rise by 1 pp takes {} in each arm.
///     arm: two_proportion_sample_size(5%, 1 pp, 1.96, 0.84) ~= 7_448 users;
/// }
/// ```
#[formula(symbol = "n")]
pub const fn two_proportion_sample_size(
    #[symbol = "p"]
    #[domain(> 0, < 1)]
    baseline: Ratio,
    #[symbol = r"\delta"]
    #[domain(> 0)]
    lift: Ratio,
    #[symbol = r"z_{\alpha/2}"] significance_quantile: Ratio,
    #[symbol = r"z_\beta"] power_quantile: Ratio,
) -> Count {
    2 * (significance_quantile + power_quantile) ^ 2 * baseline * (1 - baseline) / lift ^ 2
}

/// Samples in each arm of a test between two rates, with each arm's own variance.
///
/// The same arguments as [`two_proportion_sample_size`]; baseline and lift
/// together stay below 1.
///
/// Source: Fleiss, Levin and Paik (2003), "Statistical Methods for Rates and Proportions", third
/// edition, section 4.2.
///
/// ```
/// use mlsysim::{check, core::formulas::statistics::pooled_two_proportion_sample_size};
/// check! {
///     /// To see 5% rise by 1 pp takes {} in each arm.
///     arm: pooled_two_proportion_sample_size(5%, 1 pp, 1.96, 0.84) ~= 8_149 users;
/// }
/// ```
#[formula(symbol = "n")]
pub const fn pooled_two_proportion_sample_size(
    #[symbol = "p"]
    #[domain(> 0, < 1)]
    baseline: Ratio,
    #[symbol = r"\delta"]
    #[domain(> 0, < 1)]
    lift: Ratio,
    #[symbol = r"z_{\alpha/2}"] significance_quantile: Ratio,
    #[symbol = r"z_\beta"] power_quantile: Ratio,
) -> Count {
    let treated = baseline + lift;
    let mean = (baseline + treated) / 2;
    let alike = significance_quantile * sqrt(2 * mean * (1 - mean));
    let apart = power_quantile * sqrt(baseline * (1 - baseline) + treated * (1 - treated));
    (alike + apart) ^ 2 / lift ^ 2
}

/// The largest distance between two samples' distributions that chance explains (Kolmogorov-Smirnov).
///
/// For large samples. The coefficient is 1.36 for 5% significance and 1.63 for 1%.
///
/// Source: Smirnov (1948), "Table for Estimating the Goodness of Fit of Empirical Distributions",
/// Annals of Mathematical Statistics 19(2).
///
/// ```
/// use mlsysim::{check, core::formulas::statistics::ks_critical_value};
/// check! {
///     /// Two samples of 10,000 differ by chance by up to {}.
///     drift: ks_critical_value(1.36, 10_000, 10_000) ~= 0.0192;
/// }
/// ```
#[formula(symbol = r"D_{\text{crit}}")]
pub const fn ks_critical_value(
    #[symbol = r"c(\alpha)"]
    #[domain(>= 0)]
    coefficient: Ratio,
    #[symbol = "n"]
    #[domain(> 0)]
    reference_samples: Count,
    #[symbol = "m"]
    #[domain(> 0)]
    current_samples: Count,
) -> Ratio {
    coefficient
        * sqrt((reference_samples + current_samples) / (reference_samples * current_samples))
}

/// How many independent samples a correlated series is worth, for its mean.
///
/// Each value depends on the one before it only (AR(1)).
///
/// Source: Thiébaux and Zwiers (1984), "The Interpretation and Estimation of Effective Sample Size",
/// Journal of Climate and Applied Meteorology 23(5).
///
/// ```
/// use mlsysim::{check, core::formulas::statistics::effective_sample_size};
/// check! {
///     /// A million frames with a correlation of 0.98 are worth {}.
///     video: effective_sample_size(1 million frames, 0.98) ~= 10_101 frames;
/// }
/// ```
#[formula(symbol = r"n_{\text{eff}}")]
pub const fn effective_sample_size(
    #[symbol = "n"]
    #[domain(>= 0)]
    records: Count,
    #[symbol = r"\rho"]
    #[domain(> -1, < 1)]
    correlation: Ratio,
) -> Count {
    records * (1 - correlation) / (1 + correlation)
}

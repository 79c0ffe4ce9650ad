//! Scaling laws of language models: fitted constants.

use super::Source;
use super::source::{date, literature, sourced};
use crate::q;
use crate::units::Count;

const HOFFMANN: Source = literature(
    "Hoffmann et al. (2022), Training Compute-Optimal Large Language Models",
    "https://arxiv.org/abs/2203.15556",
    date(2026, 3, 6),
);

sourced! {
    /// Operations of training for each parameter and token: two forward, four backward.
    TRAINING_OPERATIONS_PER_PARAMETER_TOKEN: Count = q!(6), HOFFMANN;
    /// Operations of inference for each parameter and token.
    INFERENCE_OPERATIONS_PER_PARAMETER_TOKEN: Count = q!(2), HOFFMANN;
    /// Tokens for each parameter where training is compute-optimal.
    TOKENS_PER_PARAMETER: Count = q!(20), HOFFMANN;
}

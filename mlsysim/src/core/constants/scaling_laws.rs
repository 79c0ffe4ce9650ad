//! Scaling laws of language models: fitted constants.
//!
//! ```
//! use mlsysim::core::constants::models::language::GPT3;
//! use mlsysim::core::constants::scaling_laws::TRAINING_OPERATIONS_PER_PARAMETER_TOKEN;
//! use mlsysim::{q, units::Operation};
//!
//! const GPT3_TRAINING: Operation = q!(
//!     TRAINING_OPERATIONS_PER_PARAMETER_TOKEN.value * GPT3.parameters * GPT3.training_tokens()
//! );
//! assert_eq!(GPT3_TRAINING, q!(3.15e23 FLOP));
//! ```
#![doc = include_str!("tables/scaling_laws.md")]

use super::Source;
use super::source::{date, literature, sourced};
use crate::q;
use crate::units::{Count, Operation, Ratio};

const HOFFMANN_2022: Source = literature(
    "Hoffmann et al. (2022), Training Compute-Optimal Large Language Models",
    "https://arxiv.org/abs/2203.15556",
    date(2026, 3, 6),
);
const KAPLAN_2020: Source = literature(
    "Kaplan et al. (2020), Scaling Laws for Neural Language Models, appendix A",
    "https://arxiv.org/abs/2001.08361",
    date(2026, 10, 15),
);

sourced! {
    /// Operations of training for each parameter and token: two forward, four backward.
    TRAINING_OPERATIONS_PER_PARAMETER_TOKEN: Operation = q!(6 FLOP), HOFFMANN_2022;
    /// Operations of inference for each parameter and token.
    INFERENCE_OPERATIONS_PER_PARAMETER_TOKEN: Operation = q!(2 FLOP), HOFFMANN_2022;
    /// Tokens for each parameter where training is compute-optimal.
    TOKENS_PER_PARAMETER: Ratio = q!(20), HOFFMANN_2022;
    /// Exponent of the compute-optimal parameters over the budget, from fixed model sizes.
    APPROACH_1_PARAMETERS_EXPONENT: Ratio = q!(0.5), HOFFMANN_2022;
    /// Exponent of the compute-optimal tokens over the budget, from fixed model sizes.
    APPROACH_1_TOKENS_EXPONENT: Ratio = q!(0.5), HOFFMANN_2022;
    /// Exponent of the compute-optimal parameters over the budget, from equal budgets.
    APPROACH_2_PARAMETERS_EXPONENT: Ratio = q!(0.49), HOFFMANN_2022;
    /// Exponent of the compute-optimal tokens over the budget, from equal budgets.
    APPROACH_2_TOKENS_EXPONENT: Ratio = q!(0.51), HOFFMANN_2022;
    /// Exponent of the compute-optimal parameters over the budget, from the parametric loss.
    APPROACH_3_PARAMETERS_EXPONENT: Ratio = q!(0.46), HOFFMANN_2022;
    /// Exponent of the compute-optimal tokens over the budget, from the parametric loss.
    APPROACH_3_TOKENS_EXPONENT: Ratio = q!(0.54), HOFFMANN_2022;
    /// The budget that Gopher was trained with.
    GOPHER_BUDGET: Operation = q!(5.76e23 FLOP), HOFFMANN_2022;
    /// Compute-optimal parameters for that budget.
    GOPHER_BUDGET_PARAMETERS: Count = q!(63 billion params), HOFFMANN_2022;
    /// Compute-optimal tokens for that budget.
    GOPHER_BUDGET_TOKENS: Count = q!(1.4 trillion tokens), HOFFMANN_2022;
    /// The smallest budget that was measured.
    SMALLEST_BUDGET: Operation = q!(6e18 FLOP), HOFFMANN_2022;
    /// The largest budget that was measured.
    LARGEST_BUDGET: Operation = q!(3e21 FLOP), HOFFMANN_2022;
    /// Loss of a model without limits (E), in nats for each token.
    LOSS_FLOOR: Ratio = q!(1.69), HOFFMANN_2022;
    /// Factor of the loss that too few parameters cause (A).
    LOSS_PARAMETERS_FACTOR: Ratio = q!(406.4), HOFFMANN_2022;
    /// Its exponent (α).
    LOSS_PARAMETERS_EXPONENT: Ratio = q!(0.34), HOFFMANN_2022;
    /// Factor of the loss that too few tokens cause (B).
    LOSS_TOKENS_FACTOR: Ratio = q!(410.7), HOFFMANN_2022;
    /// Its exponent (β).
    LOSS_TOKENS_EXPONENT: Ratio = q!(0.28), HOFFMANN_2022;
    /// Exponent of the law of parameters, all else unlimited.
    KAPLAN_PARAMETERS_EXPONENT: Ratio = q!(0.076), KAPLAN_2020;
    /// Scale of the law of parameters, all else unlimited.
    KAPLAN_PARAMETERS_SCALE: Count = q!(88 trillion), KAPLAN_2020;
    /// Exponent of the law of tokens, all else unlimited.
    KAPLAN_TOKENS_EXPONENT: Ratio = q!(0.095), KAPLAN_2020;
    /// Scale of the law of tokens, all else unlimited.
    KAPLAN_TOKENS_SCALE: Count = q!(54 trillion), KAPLAN_2020;
    /// Exponent of the law of compute at a fixed batch size.
    KAPLAN_COMPUTE_EXPONENT: Ratio = q!(0.057), KAPLAN_2020;
    /// Scale of the law of compute at a fixed batch size.
    KAPLAN_COMPUTE_SCALE: Operation = q!(16 million * 1 PFLOP/s * 1 day), KAPLAN_2020;
    /// Exponent of the law of compute spent as well as it can be.
    KAPLAN_SMALLEST_COMPUTE_EXPONENT: Ratio = q!(0.05), KAPLAN_2020;
    /// Scale of the law of compute spent as well as it can be.
    KAPLAN_SMALLEST_COMPUTE_SCALE: Operation = q!(310 million * 1 PFLOP/s * 1 day), KAPLAN_2020;
    /// Exponent of the law of the critical batch size, in tokens.
    KAPLAN_CRITICAL_BATCH_EXPONENT: Ratio = q!(0.21), KAPLAN_2020;
    /// Scale of the law of the critical batch size, in tokens.
    KAPLAN_CRITICAL_BATCH_SCALE: Count = q!(210 million), KAPLAN_2020;
    /// Exponent of the law of steps.
    KAPLAN_STEPS_EXPONENT: Ratio = q!(0.76), KAPLAN_2020;
    /// Scale of the law of steps.
    KAPLAN_STEPS_SCALE: Count = q!(2_100), KAPLAN_2020;
    /// Scale of the same law as figure 1 of the paper prints it.
    KAPLAN_SMALLEST_COMPUTE_SCALE_FIGURE_1: Operation = q!(230 million * 1 PFLOP/s * 1 day), KAPLAN_2020;
    /// Exponent of the best parameters over the budget.
    KAPLAN_BEST_PARAMETERS_EXPONENT: Ratio = q!(0.73), KAPLAN_2020;
    /// The best parameters for one petaFLOP/s-day.
    KAPLAN_BEST_PARAMETERS_SCALE: Count = q!(1.3 billion), KAPLAN_2020;
    /// Exponent of the best batch size, in tokens, over the budget.
    KAPLAN_BEST_BATCH_EXPONENT: Ratio = q!(0.24), KAPLAN_2020;
    /// The best batch size, in tokens, for one petaFLOP/s-day.
    KAPLAN_BEST_BATCH_SCALE: Count = q!(2 million), KAPLAN_2020;
    /// Exponent of the best steps over the budget.
    KAPLAN_BEST_STEPS_EXPONENT: Ratio = q!(0.03), KAPLAN_2020;
    /// The best steps for one petaFLOP/s-day.
    KAPLAN_BEST_STEPS_SCALE: Count = q!(5_400), KAPLAN_2020;
    /// Exponent of the best tokens over the budget.
    KAPLAN_BEST_TOKENS_EXPONENT: Ratio = q!(0.27), KAPLAN_2020;
    /// The best tokens for one petaFLOP/s-day.
    KAPLAN_BEST_TOKENS_SCALE: Count = q!(20 billion), KAPLAN_2020;
    /// Exponent of parameters in the law of parameters and tokens.
    KAPLAN_JOINT_PARAMETERS_EXPONENT: Ratio = q!(0.076), KAPLAN_2020;
    /// Exponent of tokens in it.
    KAPLAN_JOINT_TOKENS_EXPONENT: Ratio = q!(0.103), KAPLAN_2020;
    /// Scale of parameters in it.
    KAPLAN_JOINT_PARAMETERS_SCALE: Count = q!(64 trillion), KAPLAN_2020;
    /// Scale of tokens in it.
    KAPLAN_JOINT_TOKENS_SCALE: Count = q!(18 trillion), KAPLAN_2020;
    /// Exponent of parameters in the law of parameters and steps.
    KAPLAN_STEPWISE_PARAMETERS_EXPONENT: Ratio = q!(0.077), KAPLAN_2020;
    /// Exponent of steps in it.
    KAPLAN_STEPWISE_STEPS_EXPONENT: Ratio = q!(0.76), KAPLAN_2020;
    /// Scale of parameters in it.
    KAPLAN_STEPWISE_PARAMETERS_SCALE: Count = q!(65 trillion), KAPLAN_2020;
    /// Scale of steps in it.
    KAPLAN_STEPWISE_STEPS_SCALE: Count = q!(2_100), KAPLAN_2020;
    /// Batch of the measured runs, in sequences.
    KAPLAN_BATCH: Count = q!(512), KAPLAN_2020;
    /// Length of a sequence of the measured runs.
    KAPLAN_CONTEXT: Count = q!(1_024 tokens), KAPLAN_2020;
    /// Steps of the measured runs.
    KAPLAN_STEPS: Count = q!(250_000 steps), KAPLAN_2020;
}

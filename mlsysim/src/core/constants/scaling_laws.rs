//! Scaling laws of language models: fitted constants.
//!
//! ```
//! use mlsysim::core::constants::models::language::GPT3;
//! use mlsysim::core::constants::scaling_laws::TRAINING_OPERATIONS_PER_PARAMETER_TOKEN;
//! use mlsysim::{q, units::Operation};
//!
//! const GPT3_TRAINING: Operation = q!(
//!     TRAINING_OPERATIONS_PER_PARAMETER_TOKEN * GPT3.parameters * GPT3.training_tokens()
//! );
//! assert_eq!(GPT3_TRAINING, q!(3.15e23 FLOP));
//! ```
#![doc = include_str!("tables/scaling_laws.md")]

use super::Source;
use crate::units::{Count, Operation, Ratio};
use crate::{constants, q};

constants! {
    const HOFFMANN_2022: Source = Source::literature(
        "Hoffmann et al. (2022), Training Compute-Optimal Large Language Models",
        "https://arxiv.org/abs/2203.15556",
    )
    .checked(2026, 3, 6);

    const KAPLAN_2020: Source = Source::literature(
        "Kaplan et al. (2020), Scaling Laws for Neural Language Models, appendix A",
        "https://arxiv.org/abs/2001.08361",
    )
    .checked(2026, 10, 15);

    /// Operations of training for each parameter and token: two forward, four backward.
    #[source(HOFFMANN_2022)]
    pub const TRAINING_OPERATIONS_PER_PARAMETER_TOKEN: Operation = q!(6 FLOP);

    /// Operations of inference for each parameter and token.
    #[source(HOFFMANN_2022)]
    pub const INFERENCE_OPERATIONS_PER_PARAMETER_TOKEN: Operation = q!(2 FLOP);

    /// Tokens for each parameter where training is compute-optimal.
    #[source(HOFFMANN_2022)]
    pub const TOKENS_PER_PARAMETER: Ratio = q!(20);

    /// Exponent of the compute-optimal parameters over the budget, from fixed model sizes.
    #[source(HOFFMANN_2022)]
    pub const APPROACH_1_PARAMETERS_EXPONENT: Ratio = q!(0.5);

    /// Exponent of the compute-optimal tokens over the budget, from fixed model sizes.
    #[source(HOFFMANN_2022)]
    pub const APPROACH_1_TOKENS_EXPONENT: Ratio = q!(0.5);

    /// Exponent of the compute-optimal parameters over the budget, from equal budgets.
    #[source(HOFFMANN_2022)]
    pub const APPROACH_2_PARAMETERS_EXPONENT: Ratio = q!(0.49);

    /// Exponent of the compute-optimal tokens over the budget, from equal budgets.
    #[source(HOFFMANN_2022)]
    pub const APPROACH_2_TOKENS_EXPONENT: Ratio = q!(0.51);

    /// Exponent of the compute-optimal parameters over the budget, from the parametric loss.
    #[source(HOFFMANN_2022)]
    pub const APPROACH_3_PARAMETERS_EXPONENT: Ratio = q!(0.46);

    /// Exponent of the compute-optimal tokens over the budget, from the parametric loss.
    #[source(HOFFMANN_2022)]
    pub const APPROACH_3_TOKENS_EXPONENT: Ratio = q!(0.54);

    /// The budget that Gopher was trained with.
    #[source(HOFFMANN_2022)]
    pub const GOPHER_BUDGET: Operation = q!(5.76e23 FLOP);

    /// Compute-optimal parameters for that budget.
    #[source(HOFFMANN_2022)]
    pub const GOPHER_BUDGET_PARAMETERS: Count = q!(63 billion params);

    /// Compute-optimal tokens for that budget.
    #[source(HOFFMANN_2022)]
    pub const GOPHER_BUDGET_TOKENS: Count = q!(1.4 trillion tokens);

    /// The smallest budget that was measured.
    #[source(HOFFMANN_2022)]
    pub const SMALLEST_BUDGET: Operation = q!(6e18 FLOP);

    /// The largest budget that was measured.
    #[source(HOFFMANN_2022)]
    pub const LARGEST_BUDGET: Operation = q!(3e21 FLOP);

    /// Loss of a model without limits (E), in nats for each token.
    #[source(HOFFMANN_2022)]
    pub const LOSS_FLOOR: Ratio = q!(1.69);

    /// Factor of the loss that too few parameters cause (A).
    #[source(HOFFMANN_2022)]
    pub const LOSS_PARAMETERS_FACTOR: Ratio = q!(406.4);

    /// Its exponent (α).
    #[source(HOFFMANN_2022)]
    pub const LOSS_PARAMETERS_EXPONENT: Ratio = q!(0.34);

    /// Factor of the loss that too few tokens cause (B).
    #[source(HOFFMANN_2022)]
    pub const LOSS_TOKENS_FACTOR: Ratio = q!(410.7);

    /// Its exponent (β).
    #[source(HOFFMANN_2022)]
    pub const LOSS_TOKENS_EXPONENT: Ratio = q!(0.28);

    /// Exponent of the law of parameters, all else unlimited.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_PARAMETERS_EXPONENT: Ratio = q!(0.076);

    /// Scale of the law of parameters, all else unlimited.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_PARAMETERS_SCALE: Count = q!(88 trillion);

    /// Exponent of the law of tokens, all else unlimited.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_TOKENS_EXPONENT: Ratio = q!(0.095);

    /// Scale of the law of tokens, all else unlimited.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_TOKENS_SCALE: Count = q!(54 trillion);

    /// Exponent of the law of compute at a fixed batch size.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_COMPUTE_EXPONENT: Ratio = q!(0.057);

    /// Scale of the law of compute at a fixed batch size.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_COMPUTE_SCALE: Operation = q!(16 million * 1 PFLOP/s * 1 day);

    /// Exponent of the law of compute spent as well as it can be.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_SMALLEST_COMPUTE_EXPONENT: Ratio = q!(0.05);

    /// Scale of the law of compute spent as well as it can be.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_SMALLEST_COMPUTE_SCALE: Operation = q!(310 million * 1 PFLOP/s * 1 day);

    /// Exponent of the law of the critical batch size, in tokens.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_CRITICAL_BATCH_EXPONENT: Ratio = q!(0.21);

    /// Scale of the law of the critical batch size, in tokens.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_CRITICAL_BATCH_SCALE: Count = q!(210 million);

    /// Exponent of the law of steps.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_STEPS_EXPONENT: Ratio = q!(0.76);

    /// Scale of the law of steps.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_STEPS_SCALE: Count = q!(2_100);

    /// Scale of the same law as figure 1 of the paper prints it.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_SMALLEST_COMPUTE_SCALE_FIGURE_1: Operation = q!(230 million * 1 PFLOP/s * 1 day);

    /// Exponent of the best parameters over the budget.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_BEST_PARAMETERS_EXPONENT: Ratio = q!(0.73);

    /// The best parameters for one petaFLOP/s-day.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_BEST_PARAMETERS_SCALE: Count = q!(1.3 billion);

    /// Exponent of the best batch size, in tokens, over the budget.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_BEST_BATCH_EXPONENT: Ratio = q!(0.24);

    /// The best batch size, in tokens, for one petaFLOP/s-day.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_BEST_BATCH_SCALE: Count = q!(2 million);

    /// Exponent of the best steps over the budget.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_BEST_STEPS_EXPONENT: Ratio = q!(0.03);

    /// The best steps for one petaFLOP/s-day.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_BEST_STEPS_SCALE: Count = q!(5_400);

    /// Exponent of the best tokens over the budget.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_BEST_TOKENS_EXPONENT: Ratio = q!(0.27);

    /// The best tokens for one petaFLOP/s-day.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_BEST_TOKENS_SCALE: Count = q!(20 billion);

    /// Exponent of parameters in the law of parameters and tokens.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_JOINT_PARAMETERS_EXPONENT: Ratio = q!(0.076);

    /// Exponent of tokens in it.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_JOINT_TOKENS_EXPONENT: Ratio = q!(0.103);

    /// Scale of parameters in it.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_JOINT_PARAMETERS_SCALE: Count = q!(64 trillion);

    /// Scale of tokens in it.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_JOINT_TOKENS_SCALE: Count = q!(18 trillion);

    /// Exponent of parameters in the law of parameters and steps.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_STEPWISE_PARAMETERS_EXPONENT: Ratio = q!(0.077);

    /// Exponent of steps in it.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_STEPWISE_STEPS_EXPONENT: Ratio = q!(0.76);

    /// Scale of parameters in it.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_STEPWISE_PARAMETERS_SCALE: Count = q!(65 trillion);

    /// Scale of steps in it.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_STEPWISE_STEPS_SCALE: Count = q!(2_100);

    /// Batch of the measured runs, in sequences.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_BATCH: Count = q!(512);

    /// Length of a sequence of the measured runs.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_CONTEXT: Count = q!(1_024 tokens);

    /// Steps of the measured runs.
    #[source(KAPLAN_2020)]
    pub const KAPLAN_STEPS: Count = q!(250_000 steps);
}

//! Memory, utilization and batch sizes of training and inference.
#![doc = include_str!("tables/training.md")]

use super::Source;
use crate::units::{Count, Information, Ratio};
use crate::{constants, q};

constants! {
    const PALM: Source = Source::literature(
        "Chowdhery et al. (2022), PaLM: Scaling Language Modeling with Pathways",
        "https://arxiv.org/abs/2204.02311",
    )
    .checked(2026, 3, 6);

    const POPE: Source = Source::literature(
        "Pope et al. (2023), Efficiently Scaling Transformer Inference",
        "https://proceedings.mlsys.org/paper_files/paper/2023/hash/c4be71ab8d24cdfb45e3d06dbfca2780-Abstract-mlsys2023.html",
    )
    .checked(2026, 3, 6);

    const LARGE_BATCH: Source = Source::literature(
        "McCandlish et al. (2018), An Empirical Model of Large-Batch Training",
        "https://arxiv.org/abs/1812.06162",
    )
    .checked(2026, 3, 6);

    const ZERO: Source = Source::literature(
        "Rajbhandari et al. (2020), ZeRO: Memory Optimizations Toward Training Trillion Parameter Models, section 3.1",
        "https://arxiv.org/abs/1910.02054",
    )
    .checked(2026, 11, 23);

    /// State of the Adam optimizer for each parameter: an FP32 master copy and two FP32 moments.
    #[source(ZERO)]
    pub const ADAM_STATE_PER_PARAMETER: Information = q!(3 * 4 B);

    /// Weights, gradients (both FP16) and Adam's state for each parameter.
    #[source(ZERO)]
    pub const MIXED_PRECISION_STATE_PER_PARAMETER: Information = q!(2 B + 2 B + ADAM_STATE_PER_PARAMETER);

    /// Model FLOPs utilization of a training run that goes well.
    #[source(PALM)]
    pub const MFU_HIGH: Ratio = q!(50%);

    /// Model FLOPs utilization of a training run that goes poorly.
    #[source(PALM)]
    pub const MFU_LOW: Ratio = q!(30%);

    /// Model FLOPs utilization of decoding one sequence.
    #[source(POPE)]
    pub const MFU_INFERENCE_BATCH_1: Ratio = q!(5%);

    /// Model FLOPs utilization of decoding a large batch, an upper bound for examples.
    #[source(POPE)]
    pub const MFU_INFERENCE_BATCHED: Ratio = q!(40%);

    /// Critical batch size of BERT, in sequences.
    #[source(LARGE_BATCH)]
    pub const BATCH_SIZE_BERT: Count = q!(256);

    /// A batch size where nothing else is known, in sequences.
    #[source(LARGE_BATCH)]
    pub const BATCH_SIZE_DEFAULT: Count = q!(1_024);

    /// Critical batch size of GPT-3, in sequences.
    #[source(LARGE_BATCH)]
    pub const BATCH_SIZE_GPT3: Count = q!(4_096);
}

//! Measured speed and accuracy.
#![doc = include_str!("tables/benchmarks.md")]

use super::Source;
use crate::units::{Count, Frequency, Ratio, Time};
use crate::{constants, q};

constants! {
    const METR: Source = Source::literature(
        "METR, Time Horizon v1.1 benchmark results; Kwa et al. (2025), Measuring AI Ability to Complete Long Software Tasks, arXiv:2503.14499",
        "https://metr.org/assets/benchmark_results_1_1.yaml",
    )
    .checked(2026, 10, 12);

    const TAN_2019: Source = Source::literature(
        "Tan & Le (2019), EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks",
        "https://arxiv.org/abs/1905.11946",
    )
    .checked(2026, 9, 28);

    const HOWARD_2019: Source = Source::literature(
        "Howard et al. (2019), Searching for MobileNetV3",
        "https://arxiv.org/abs/1905.02244",
    )
    .checked(2026, 9, 28);

    const DOSOVITSKIY_2021: Source = Source::literature(
        "Dosovitskiy et al. (2021), An Image is Worth 16x16 Words: Transformers for Image Recognition at Scale",
        "https://arxiv.org/abs/2010.11929",
    )
    .checked(2026, 9, 28);

    const NIM: Source = Source::industry_report(
        "NVIDIA NIM LLM benchmarking results for Llama 3.x 8B on H100",
        "https://docs.nvidia.com/nim/benchmarking/llm/1.0.0/performance.html",
    )
    .checked(2026, 5, 31);

    const NVIDIA_EXAMPLES: Source = Source::industry_report(
        "NVIDIA DeepLearningExamples, ResNet-50 v1.5 training performance on DGX A100 (8x A100 80GB), mixed precision",
        "https://github.com/NVIDIA/DeepLearningExamples/tree/master/MxNet/Classification/RN50v1.5",
    )
    .checked(2026, 10, 13);

    const MLPERF_INFERENCE_5_0: Source = Source::industry_report(
        "MLPerf Inference v5.0 Datacenter, closed division, ResNet-50: Cisco UCS C885A M8 (8x H100-SXM-80GB, TensorRT, INT8), result 5.0-0010; Offline 715,761 samples/s, Server 652,002 samples/s at p99 10.86 ms under a 15 ms bound",
        "https://github.com/mlcommons/inference_results_v5.0/tree/main/closed/Cisco/results/C885A_H100_SXMx8_TRT/resnet50",
    )
    .checked(2026, 10, 12);

    const MLPERF_TRAINING_3_1: Source = Source::industry_report(
        "MLPerf Training v3.1 (November 2023), closed division, available on-premises: NVIDIA Eos_n8 (8x DGX H100, 64 H100-SXM5-80GB, MXNet NVIDIA Release 23.09), ResNet-50; five runs, each 35 epochs in 2.49 min",
        "https://github.com/mlcommons/training_results_v3.1/tree/main/NVIDIA/results/eos_n8_ngc23.09_mxnet/resnet",
    )
    .checked(2026, 10, 19);

    /// The length of tasks that agents finish doubles in this time (since 2023).
    #[source(METR)]
    pub const AGENT_HORIZON_DOUBLING: Time = q!(128.744 days);

    /// Top-1 accuracy of EfficientNet-B4 on ImageNet.
    #[source(TAN_2019)]
    pub const EFFICIENTNET_B4_ACCURACY: Ratio = q!(82.9%);

    /// Top-1 accuracy of MobileNetV3-Large on ImageNet.
    #[source(HOWARD_2019)]
    pub const MOBILENET_V3_LARGE_ACCURACY: Ratio = q!(75.2%);

    /// Top-1 accuracy of ViT-L/16 on ImageNet.
    #[source(DOSOVITSKIY_2021)]
    pub const VIT_LARGE_ACCURACY: Ratio = q!(87.76%);

    /// Time between two tokens of Llama 3 8B on an H100, at least.
    #[source(NIM)]
    pub const LLAMA3_8B_H100_TOKEN_LATENCY_LOW: Time = q!(3 ms);

    /// Time between two tokens of Llama 3 8B on an H100, at most.
    #[source(NIM)]
    pub const LLAMA3_8B_H100_TOKEN_LATENCY_HIGH: Time = q!(10 ms);

    /// Images that one A100 trains ResNet-50 with.
    #[source(NVIDIA_EXAMPLES)]
    pub const RESNET50_A100_TRAINING: Frequency = q!(3_200 / 1 s);

    /// Images that one H100 classifies with ResNet-50 (offline, an eighth of the result of eight).
    #[source(MLPERF_INFERENCE_5_0)]
    pub const RESNET50_H100_INFERENCE: Frequency = q!(715_761 / 8 / 1 s);

    /// Images that one H100 trains ResNet-50 with, in a machine of 64.
    #[source(MLPERF_TRAINING_3_1)]
    pub const RESNET50_H100_TRAINING: Frequency = q!(5_000 / 1 s);

    /// GPUs of that machine.
    #[source(MLPERF_TRAINING_3_1)]
    pub const RESNET50_H100_TRAINING_ACCELERATORS: Count = q!(64 GPUs);
}

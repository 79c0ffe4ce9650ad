//! Training runs that were described in public.
#![doc = include_str!("tables/training_runs.md")]

use super::Source;
use crate::units::{Count, DeviceTime, OperationRate, Ratio, Time};
use crate::{constants, q};

constants! {
    const KRIZHEVSKY_2012: Source = Source::literature(
        "Krizhevsky, Sutskever & Hinton (2012), ImageNet Classification with Deep Convolutional Neural Networks",
        "https://papers.nips.cc/paper/2012/hash/c399862d3b9d6b76c8436e924a68c45b-Abstract.html",
    )
    .checked(2026, 9, 28);

    const DEEPSEEK_2024: Source = Source::literature(
        "DeepSeek-AI (2024), DeepSeek-V3 Technical Report",
        "https://arxiv.org/abs/2412.19437",
    )
    .checked(2026, 9, 28);

    const CHOWDHERY_2022: Source = Source::literature(
        "Chowdhery et al. (2022), PaLM: Scaling Language Modeling with Pathways",
        "https://arxiv.org/abs/2204.02311",
    )
    .checked(2026, 3, 6);

    const GOYAL_2017: Source = Source::literature(
        "Goyal et al. (2017), Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour",
        "https://arxiv.org/abs/1706.02677",
    )
    .checked(2026, 9, 28);

    const BROWN_2020: Source = Source::literature(
        "Brown et al. (2020), Language Models are Few-Shot Learners",
        "https://arxiv.org/abs/2005.14165",
    )
    .checked(2026, 3, 6);

    const TOUVRON_2023: Source = Source::literature(
        "Touvron et al. (2023), LLaMA: Open and Efficient Foundation Language Models",
        "https://arxiv.org/abs/2302.13971",
    )
    .checked(2026, 9, 28);

    const LLAMA_MODEL_CARD: Source = Source::datasheet(
        "Meta, Llama 3.1 model card (meta-llama/llama-models, models/llama3_1/MODEL_CARD.md), Training Greenhouse Gas Emissions table",
        "https://github.com/meta-llama/llama-models/blob/main/models/llama3_1/MODEL_CARD.md",
    )
    .checked(2026, 10, 20);

    const DUBEY_2024: Source = Source::literature(
        "Dubey et al. (2024), The Llama 3 Herd of Models",
        "https://arxiv.org/abs/2407.21783",
    )
    .checked(2026, 9, 28);

    const SHOEYBI_2019: Source = Source::literature(
        "Shoeybi et al. (2019), Megatron-LM: Training Multi-Billion Parameter Language Models",
        "https://arxiv.org/abs/1909.08053",
    )
    .checked(2026, 3, 6);

    const NARAYANAN_2021: Source = Source::literature(
        "Narayanan et al. (2021), Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM",
        "https://arxiv.org/abs/2104.04473",
    )
    .checked(2026, 9, 28);

    const MICROSOFT_2020: Source = Source::industry_report(
        "Microsoft (2020), Microsoft announces new supercomputer, lays out vision for future AI work",
        "https://news.microsoft.com/source/features/ai/openai-azure-supercomputer/",
    )
    .checked(2026, 9, 28);

    const ZHANG_2022: Source = Source::literature(
        "Zhang et al. (2022), OPT: Open Pre-trained Transformer Language Models",
        "https://arxiv.org/abs/2205.01068",
    )
    .checked(2026, 9, 28);

    /// GPUs of AlexNet.
    #[source(KRIZHEVSKY_2012)]
    pub const ALEXNET_ACCELERATORS: Count = q!(2 GPUs);

    /// Training of AlexNet, at least.
    #[source(KRIZHEVSKY_2012)]
    pub const ALEXNET_DURATION_LOW: Time = q!(5 days);

    /// Training of AlexNet, at most.
    #[source(KRIZHEVSKY_2012)]
    pub const ALEXNET_DURATION_HIGH: Time = q!(6 days);

    /// GPUs of DeepSeek-V3.
    #[source(DEEPSEEK_2024)]
    pub const DEEPSEEK_V3_ACCELERATORS: Count = q!(2_048 GPUs);

    /// Model FLOPs utilization of Gopher.
    #[source(CHOWDHERY_2022)]
    pub const GOPHER_MFU: Ratio = q!(32.5%);

    /// GPUs of ImageNet in one hour.
    #[source(GOYAL_2017)]
    pub const GOYAL_2017_ACCELERATORS: Count = q!(256 GPUs);

    /// Batch of ImageNet in one hour.
    #[source(GOYAL_2017)]
    pub const GOYAL_2017_BATCH: Count = q!(8_192 images);

    /// Training of ImageNet in one hour.
    #[source(GOYAL_2017)]
    pub const GOYAL_2017_DURATION: Time = q!(1 hour);

    /// Batch of GPT-3.
    #[source(BROWN_2020)]
    pub const GPT3_BATCH: Count = q!(3.2 million tokens);

    /// Model FLOPs utilization of GPT-3, as the PaLM paper computes it.
    #[source(CHOWDHERY_2022)]
    pub const GPT3_MFU: Ratio = q!(21.3%);

    /// GPUs of LLaMA 65B.
    #[source(TOUVRON_2023)]
    pub const LLAMA1_65B_ACCELERATORS: Count = q!(2_048 GPUs);

    /// Device time of Llama 3.1 405B.
    #[source(LLAMA_MODEL_CARD)]
    pub const LLAMA3_405B_DEVICE_TIME: DeviceTime = q!(30.84 million GPU_hours);

    /// Share of its time that Llama 3 405B trained in.
    #[source(DUBEY_2024)]
    pub const LLAMA3_405B_EFFECTIVE_TIME: Ratio = q!(90%);

    /// GPUs of the smaller configuration of Llama 3 405B.
    #[source(DUBEY_2024)]
    pub const LLAMA3_405B_ACCELERATORS_8K: Count = q!(8_192 GPUs);

    /// Interruptions of Llama 3 405B that needed a person, in the snapshot.
    #[source(DUBEY_2024)]
    pub const LLAMA3_405B_MANUAL_INTERVENTIONS: Count = q!(3);

    /// Model FLOPs utilization of Llama 3 405B on 16,384 GPUs.
    #[source(DUBEY_2024)]
    pub const LLAMA3_405B_MFU_16K: Ratio = q!(41%);

    /// Model FLOPs utilization of Llama 3 405B on 8,192 GPUs.
    #[source(DUBEY_2024)]
    pub const LLAMA3_405B_MFU_8K: Ratio = q!(43%);

    /// Time that the interruptions of Llama 3 405B were counted in.
    #[source(DUBEY_2024)]
    pub const LLAMA3_405B_SNAPSHOT: Time = q!(54 days);

    /// Unexpected interruptions of Llama 3 405B, in the snapshot.
    #[source(DUBEY_2024)]
    pub const LLAMA3_405B_INTERRUPTIONS: Count = q!(419);

    /// GPUs of Megatron-LM (2019).
    #[source(SHOEYBI_2019)]
    pub const MEGATRON_2019_ACCELERATORS: Count = q!(512 GPUs);

    /// Parameters of Megatron-LM (2019).
    #[source(SHOEYBI_2019)]
    pub const MEGATRON_2019_PARAMETERS: Count = q!(8.3 billion params);

    /// Throughput of Megatron-LM (2019) over that of as many single GPUs.
    #[source(SHOEYBI_2019)]
    pub const MEGATRON_2019_SCALING_EFFICIENCY: Ratio = q!(76%);

    /// GPUs of Megatron-LM (2021).
    #[source(NARAYANAN_2021)]
    pub const MEGATRON_2021_ACCELERATORS: Count = q!(3_072 GPUs);

    /// Throughput of Megatron-LM (2021) over the peak rate.
    #[source(NARAYANAN_2021)]
    pub const MEGATRON_2021_PEAK_FRACTION: Ratio = q!(52%);

    /// GPUs of the machine that Microsoft built for OpenAI in 2020.
    #[source(MICROSOFT_2020)]
    pub const MICROSOFT_2020_ACCELERATORS: Count = q!(10_000 GPUs);

    /// Model FLOPs utilization of MT-NLG.
    #[source(CHOWDHERY_2022)]
    pub const MT_NLG_MFU: Ratio = q!(30.2%);

    /// Restarts of OPT-175B that needed nobody.
    #[source(ZHANG_2022)]
    pub const OPT_175B_AUTOMATIC_RESTARTS: Count = q!(70);

    /// GPUs of OPT-175B.
    #[source(ZHANG_2022)]
    pub const OPT_175B_ACCELERATORS: Count = q!(992 GPUs);

    /// Hosts taken out while OPT-175B trained.
    #[source(ZHANG_2022)]
    pub const OPT_175B_HOSTS_CYCLED: Count = q!(100 hosts);

    /// Restarts of OPT-175B by hand.
    #[source(ZHANG_2022)]
    pub const OPT_175B_MANUAL_RESTARTS: Count = q!(35);

    /// Rate of one GPU while OPT-175B trained.
    #[source(ZHANG_2022)]
    pub const OPT_175B_RATE_PER_ACCELERATOR: OperationRate = q!(147 TFLOP/s);

    /// Chips of the first phase of PaLM 540B.
    #[source(CHOWDHERY_2022)]
    pub const PALM_540B_FIRST_PHASE_CHIPS: Count = q!(6_144 chips);

    /// The first phase of PaLM 540B.
    #[source(CHOWDHERY_2022)]
    pub const PALM_540B_FIRST_PHASE: Time = q!(1_200 hours);

    /// Chips of the second phase of PaLM 540B.
    #[source(CHOWDHERY_2022)]
    pub const PALM_540B_SECOND_PHASE_CHIPS: Count = q!(3_072 chips);

    /// The second phase of PaLM 540B.
    #[source(CHOWDHERY_2022)]
    pub const PALM_540B_SECOND_PHASE: Time = q!(336 hours);

    /// Model FLOPs utilization of PaLM 540B.
    #[source(CHOWDHERY_2022)]
    pub const PALM_MFU: Ratio = q!(46.2%);
}

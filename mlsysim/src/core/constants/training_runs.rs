//! Training runs that were described in public.
#![doc = include_str!("tables/training_runs.md")]

use super::Source;
use super::source::{datasheet, date, industry_report, literature, sourced};
use crate::q;
use crate::units::{Count, DeviceTime, OperationRate, Ratio, Time};

const KRIZHEVSKY_2012: Source = literature(
    "Krizhevsky, Sutskever & Hinton (2012), ImageNet Classification with Deep Convolutional Neural Networks",
    "https://papers.nips.cc/paper/2012/hash/c399862d3b9d6b76c8436e924a68c45b-Abstract.html",
    date(2026, 9, 28),
);
const DEEPSEEK_2024: Source = literature(
    "DeepSeek-AI (2024), DeepSeek-V3 Technical Report",
    "https://arxiv.org/abs/2412.19437",
    date(2026, 9, 28),
);
const CHOWDHERY_2022: Source = literature(
    "Chowdhery et al. (2022), PaLM: Scaling Language Modeling with Pathways",
    "https://arxiv.org/abs/2204.02311",
    date(2026, 3, 6),
);
const GOYAL_2017: Source = literature(
    "Goyal et al. (2017), Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour",
    "https://arxiv.org/abs/1706.02677",
    date(2026, 9, 28),
);
const BROWN_2020: Source = literature(
    "Brown et al. (2020), Language Models are Few-Shot Learners",
    "https://arxiv.org/abs/2005.14165",
    date(2026, 3, 6),
);
const TOUVRON_2023: Source = literature(
    "Touvron et al. (2023), LLaMA: Open and Efficient Foundation Language Models",
    "https://arxiv.org/abs/2302.13971",
    date(2026, 9, 28),
);
const LLAMA_MODEL_CARD: Source = datasheet(
    "Meta, Llama 3.1 model card (meta-llama/llama-models, models/llama3_1/MODEL_CARD.md), Training Greenhouse Gas Emissions table",
    "https://github.com/meta-llama/llama-models/blob/main/models/llama3_1/MODEL_CARD.md",
    date(2026, 10, 20),
);
const DUBEY_2024: Source = literature(
    "Dubey et al. (2024), The Llama 3 Herd of Models",
    "https://arxiv.org/abs/2407.21783",
    date(2026, 9, 28),
);
const SHOEYBI_2019: Source = literature(
    "Shoeybi et al. (2019), Megatron-LM: Training Multi-Billion Parameter Language Models",
    "https://arxiv.org/abs/1909.08053",
    date(2026, 3, 6),
);
const NARAYANAN_2021: Source = literature(
    "Narayanan et al. (2021), Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM",
    "https://arxiv.org/abs/2104.04473",
    date(2026, 9, 28),
);
const MICROSOFT_2020: Source = industry_report(
    "Microsoft (2020), Microsoft announces new supercomputer, lays out vision for future AI work",
    "https://news.microsoft.com/source/features/ai/openai-azure-supercomputer/",
    date(2026, 9, 28),
);
const ZHANG_2022: Source = literature(
    "Zhang et al. (2022), OPT: Open Pre-trained Transformer Language Models",
    "https://arxiv.org/abs/2205.01068",
    date(2026, 9, 28),
);

sourced! {
    /// GPUs of AlexNet.
    ALEXNET_ACCELERATORS: Count = q!(2 GPUs), KRIZHEVSKY_2012;
    /// Training of AlexNet, at least.
    ALEXNET_DURATION_LOW: Time = q!(5 days), KRIZHEVSKY_2012;
    /// Training of AlexNet, at most.
    ALEXNET_DURATION_HIGH: Time = q!(6 days), KRIZHEVSKY_2012;
    /// GPUs of DeepSeek-V3.
    DEEPSEEK_V3_ACCELERATORS: Count = q!(2_048 GPUs), DEEPSEEK_2024;
    /// Model FLOPs utilization of Gopher.
    GOPHER_MFU: Ratio = q!(32.5%), CHOWDHERY_2022;
    /// GPUs of ImageNet in one hour.
    GOYAL_2017_ACCELERATORS: Count = q!(256 GPUs), GOYAL_2017;
    /// Batch of ImageNet in one hour.
    GOYAL_2017_BATCH: Count = q!(8_192 images), GOYAL_2017;
    /// Training of ImageNet in one hour.
    GOYAL_2017_DURATION: Time = q!(1 hour), GOYAL_2017;
    /// Batch of GPT-3.
    GPT3_BATCH: Count = q!(3.2 million tokens), BROWN_2020;
    /// Model FLOPs utilization of GPT-3, as the PaLM paper computes it.
    GPT3_MFU: Ratio = q!(21.3%), CHOWDHERY_2022;
    /// GPUs of LLaMA 65B.
    LLAMA1_65B_ACCELERATORS: Count = q!(2_048 GPUs), TOUVRON_2023;
    /// Device time of Llama 3.1 405B.
    LLAMA3_405B_DEVICE_TIME: DeviceTime = q!(30.84 million GPU_hours), LLAMA_MODEL_CARD;
    /// Share of its time that Llama 3 405B trained in.
    LLAMA3_405B_EFFECTIVE_TIME: Ratio = q!(90%), DUBEY_2024;
    /// GPUs of the smaller configuration of Llama 3 405B.
    LLAMA3_405B_ACCELERATORS_8K: Count = q!(8_192 GPUs), DUBEY_2024;
    /// Interruptions of Llama 3 405B that needed a person, in the snapshot.
    LLAMA3_405B_MANUAL_INTERVENTIONS: Count = q!(3), DUBEY_2024;
    /// Model FLOPs utilization of Llama 3 405B on 16,384 GPUs.
    LLAMA3_405B_MFU_16K: Ratio = q!(41%), DUBEY_2024;
    /// Model FLOPs utilization of Llama 3 405B on 8,192 GPUs.
    LLAMA3_405B_MFU_8K: Ratio = q!(43%), DUBEY_2024;
    /// Time that the interruptions of Llama 3 405B were counted in.
    LLAMA3_405B_SNAPSHOT: Time = q!(54 days), DUBEY_2024;
    /// Unexpected interruptions of Llama 3 405B, in the snapshot.
    LLAMA3_405B_INTERRUPTIONS: Count = q!(419), DUBEY_2024;
    /// GPUs of Megatron-LM (2019).
    MEGATRON_2019_ACCELERATORS: Count = q!(512 GPUs), SHOEYBI_2019;
    /// Parameters of Megatron-LM (2019).
    MEGATRON_2019_PARAMETERS: Count = q!(8.3 billion params), SHOEYBI_2019;
    /// Throughput of Megatron-LM (2019) over that of as many single GPUs.
    MEGATRON_2019_SCALING_EFFICIENCY: Ratio = q!(76%), SHOEYBI_2019;
    /// GPUs of Megatron-LM (2021).
    MEGATRON_2021_ACCELERATORS: Count = q!(3_072 GPUs), NARAYANAN_2021;
    /// Throughput of Megatron-LM (2021) over the peak rate.
    MEGATRON_2021_PEAK_FRACTION: Ratio = q!(52%), NARAYANAN_2021;
    /// GPUs of the machine that Microsoft built for OpenAI in 2020.
    MICROSOFT_2020_ACCELERATORS: Count = q!(10_000 GPUs), MICROSOFT_2020;
    /// Model FLOPs utilization of MT-NLG.
    MT_NLG_MFU: Ratio = q!(30.2%), CHOWDHERY_2022;
    /// Restarts of OPT-175B that needed nobody.
    OPT_175B_AUTOMATIC_RESTARTS: Count = q!(70), ZHANG_2022;
    /// GPUs of OPT-175B.
    OPT_175B_ACCELERATORS: Count = q!(992 GPUs), ZHANG_2022;
    /// Hosts taken out while OPT-175B trained.
    OPT_175B_HOSTS_CYCLED: Count = q!(100 hosts), ZHANG_2022;
    /// Restarts of OPT-175B by hand.
    OPT_175B_MANUAL_RESTARTS: Count = q!(35), ZHANG_2022;
    /// Rate of one GPU while OPT-175B trained.
    OPT_175B_RATE_PER_ACCELERATOR: OperationRate = q!(147 TFLOP/s), ZHANG_2022;
    /// Chips of the first phase of PaLM 540B.
    PALM_540B_FIRST_PHASE_CHIPS: Count = q!(6_144 chips), CHOWDHERY_2022;
    /// The first phase of PaLM 540B.
    PALM_540B_FIRST_PHASE: Time = q!(1_200 hours), CHOWDHERY_2022;
    /// Chips of the second phase of PaLM 540B.
    PALM_540B_SECOND_PHASE_CHIPS: Count = q!(3_072 chips), CHOWDHERY_2022;
    /// The second phase of PaLM 540B.
    PALM_540B_SECOND_PHASE: Time = q!(336 hours), CHOWDHERY_2022;
    /// Model FLOPs utilization of PaLM 540B.
    PALM_MFU: Ratio = q!(46.2%), CHOWDHERY_2022;
}

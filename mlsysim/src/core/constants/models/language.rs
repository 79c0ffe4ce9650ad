//! Language models.
#![doc = include_str!("../tables/language.md")]

use super::{LanguageModel, LatentAttention, MixtureOfExperts, Training};
use crate::core::constants::Source;
use crate::{constants, q};

constants! {
    const DEVLIN_2019: Source = Source::literature(
        "Devlin et al. (2019), BERT: Pre-training of Deep Bidirectional Transformers",
        "https://arxiv.org/abs/1810.04805",
    )
    .checked(2026, 3, 6);

    const RADFORD_2019: Source = Source::literature(
        "Radford et al. (2019), Language Models are Unsupervised Multitask Learners",
        "https://cdn.openai.com/better-language-models/language_models_are_unsupervised_multitask_learners.pdf",
    )
    .checked(2026, 3, 6);

    const LLAMA_MODEL_CARD: Source = Source::datasheet(
        "Meta Llama model card / Hugging Face model documentation",
        "https://github.com/meta-llama/llama-models",
    )
    .checked(2026, 3, 6);

    /// BERT-Base. Source: Devlin et al. (2019), BERT: Pre-training of Deep Bidirectional Transformers.
    pub const BERT_BASE: LanguageModel = LanguageModel {
        name: "BERT-Base",
        release_year: None,
        parameters: q!(110 million params),
        layers: q!(12 layers),
        hidden_dimension: q!(768),
        heads: q!(12 heads),
        kv_heads: None,
        head_dimension: None,
        context_length: Some(q!(512 tokens)),
        vocabulary: None,
        inference_operations: Some(q!(22 GFLOP)),
        mixture: None,
        latent_attention: None,
        training: Training::NONE,
        source: DEVLIN_2019,
    };

    /// BERT-Large. Source: Devlin et al. (2019), BERT: Pre-training of Deep Bidirectional Transformers.
    pub const BERT_LARGE: LanguageModel = LanguageModel {
        name: "BERT-Large",
        release_year: Some(2018),
        parameters: q!(340 million params),
        layers: q!(24 layers),
        hidden_dimension: q!(1_024),
        heads: q!(16 heads),
        kv_heads: None,
        head_dimension: None,
        context_length: None,
        vocabulary: None,
        inference_operations: Some(q!(72 GFLOP)),
        mixture: None,
        latent_attention: None,
        training: Training {
            accelerators: Some(q!(64 chips)),
            hardware: Some("Cloud TPU (16 devices, 64 chips)"),
            duration: Some(q!(4 days)),
            ..Training::NONE
        },
        source: DEVLIN_2019,
    };

    /// DeepSeek-V3. Source: DeepSeek-AI (2025), Insights Into DeepSeek-V3.
    ///
    /// 128 query heads of 128 values each, as in section 4.2 of the technical report.
    pub const DEEPSEEK_V3: LanguageModel = LanguageModel {
        name: "DeepSeek-V3",
        release_year: Some(2024),
        parameters: q!(671 billion params),
        layers: q!(61 layers),
        hidden_dimension: q!(7_168),
        heads: q!(128 heads),
        kv_heads: None,
        head_dimension: Some(q!(128)),
        context_length: None,
        vocabulary: None,
        inference_operations: None,
        mixture: Some(MixtureOfExperts {
            active_parameters: q!(37 billion params),
            experts: q!(256 experts),
            active_experts: q!(8 experts),
        }),
        latent_attention: Some(LatentAttention {
            rank: q!(512),
            position_dimension: q!(64),
        }),
        training: Training {
            tokens: Some(q!(14.8 trillion tokens)),
            ..Training::NONE
        },
        source: Source::literature(
            "DeepSeek-AI (2025), Insights Into DeepSeek-V3",
            "https://arxiv.org/abs/2412.19437",
        )
        .checked(2026, 3, 6),
    };

    /// GPT-2 (1.5B). Source: Radford et al. (2019), Language Models are Unsupervised Multitask Learners.
    ///
    /// The largest of the four, called XL.
    pub const GPT2: LanguageModel = LanguageModel {
        name: "GPT-2 (1.5B)",
        release_year: None,
        parameters: q!(1.5 billion params),
        layers: q!(48 layers),
        hidden_dimension: q!(1_600),
        heads: q!(25 heads),
        kv_heads: None,
        head_dimension: None,
        context_length: Some(q!(1_024 tokens)),
        vocabulary: Some(q!(50_257 tokens)),
        inference_operations: None,
        mixture: None,
        latent_attention: None,
        training: Training {
            operations: Some(q!(1.5 ZFLOP)),
            dataset: Some(q!(40 GB)),
            ..Training::NONE
        },
        source: RADFORD_2019,
    };

    /// GPT-2 Small (124M). Source: Radford et al. (2019), Language Models are Unsupervised Multitask Learners.
    pub const GPT2_SMALL: LanguageModel = LanguageModel {
        name: "GPT-2 Small (124M)",
        release_year: None,
        parameters: q!(124 million params),
        layers: q!(12 layers),
        hidden_dimension: q!(768),
        heads: q!(12 heads),
        kv_heads: None,
        head_dimension: None,
        context_length: None,
        vocabulary: Some(q!(50_257 tokens)),
        inference_operations: None,
        mixture: None,
        latent_attention: None,
        training: Training::NONE,
        source: RADFORD_2019,
    };

    /// GPT-3 (175B). Source: Brown et al. (2020), Language Models are Few-Shot Learners.
    pub const GPT3: LanguageModel = LanguageModel {
        name: "GPT-3 (175B)",
        release_year: Some(2020),
        parameters: q!(175 billion params),
        layers: q!(96 layers),
        hidden_dimension: q!(12_288),
        heads: q!(96 heads),
        kv_heads: None,
        head_dimension: None,
        context_length: Some(q!(2_048 tokens)),
        vocabulary: Some(q!(50_257 tokens)),
        inference_operations: None,
        mixture: None,
        latent_attention: None,
        training: Training {
            tokens: Some(q!(300 billion tokens)),
            operations: Some(q!(3.14e23 FLOP)),
            accelerators: Some(q!(10_000 GPUs)),
            hardware: Some("V100"),
            duration: Some(q!(14.8 days)),
            energy: Some(q!(1_287 MWh)),
            carbon: Some(q!(552 t)),
            ..Training::NONE
        },
        source: Source::literature(
            "Brown et al. (2020), Language Models are Few-Shot Learners",
            "https://arxiv.org/abs/2005.14165",
        )
        .checked(2026, 3, 6),
    };

    /// GPT-4. Source: SemiAnalysis (2023) public MoE estimate; OpenAI (2023) technical report (no parameter count).
    ///
    /// Its maker publishes none of these figures.
    pub const GPT4: LanguageModel = LanguageModel {
        name: "GPT-4",
        release_year: None,
        parameters: q!(1.76 trillion params),
        layers: q!(120 layers),
        hidden_dimension: q!(16_384),
        heads: q!(128 heads),
        kv_heads: None,
        head_dimension: None,
        context_length: None,
        vocabulary: None,
        inference_operations: None,
        mixture: Some(MixtureOfExperts { active_parameters: q!(280 billion params), experts: q!(16 experts), active_experts: q!(2 experts) }),
        latent_attention: None,
        training: Training { accelerators: Some(q!(25_000 GPUs)), hardware: Some("A100-class"), duration: Some(q!(100 days)), ..Training::NONE },
        source: Source::estimate(
            "SemiAnalysis (2023) public MoE estimate; OpenAI (2023) technical report (no parameter count)",
        )
        .checked(2026, 9, 29)
        .at("https://www.semianalysis.com/p/gpt-4-architecture-infrastructure"),
    };

    /// Llama-2-13B. Source: Meta Llama model card / Hugging Face model documentation.
    pub const LLAMA2_13B: LanguageModel = LanguageModel {
        name: "Llama-2-13B",
        release_year: None,
        parameters: q!(13 billion params),
        layers: q!(40 layers),
        hidden_dimension: q!(5_120),
        heads: q!(40 heads),
        kv_heads: None,
        head_dimension: None,
        context_length: None,
        vocabulary: None,
        inference_operations: None,
        mixture: None,
        latent_attention: None,
        training: Training {
            tokens: Some(q!(2 trillion tokens)),
            ..Training::NONE
        },
        source: LLAMA_MODEL_CARD,
    };

    /// Llama-2-70B. Source: Meta Llama model card / Hugging Face model documentation.
    pub const LLAMA2_70B: LanguageModel = LanguageModel {
        name: "Llama-2-70B",
        release_year: None,
        parameters: q!(70 billion params),
        layers: q!(80 layers),
        hidden_dimension: q!(8_192),
        heads: q!(64 heads),
        kv_heads: Some(q!(8 heads)),
        head_dimension: None,
        context_length: None,
        vocabulary: None,
        inference_operations: None,
        mixture: None,
        latent_attention: None,
        training: Training {
            tokens: Some(q!(2 trillion tokens)),
            ..Training::NONE
        },
        source: LLAMA_MODEL_CARD,
    };

    /// Llama-2-7B. Source: Meta Llama model card / Hugging Face model documentation.
    pub const LLAMA2_7B: LanguageModel = LanguageModel {
        name: "Llama-2-7B",
        release_year: None,
        parameters: q!(7 billion params),
        layers: q!(32 layers),
        hidden_dimension: q!(4_096),
        heads: q!(32 heads),
        kv_heads: None,
        head_dimension: None,
        context_length: None,
        vocabulary: None,
        inference_operations: None,
        mixture: None,
        latent_attention: None,
        training: Training {
            tokens: Some(q!(2 trillion tokens)),
            ..Training::NONE
        },
        source: LLAMA_MODEL_CARD,
    };

    /// Llama-3.1-405B. Source: Meta Llama model card / Hugging Face model documentation.
    pub const LLAMA3_405B: LanguageModel = LanguageModel {
        name: "Llama-3.1-405B",
        release_year: Some(2024),
        parameters: q!(405 billion params),
        layers: q!(126 layers),
        hidden_dimension: q!(16_384),
        heads: q!(128 heads),
        kv_heads: Some(q!(8 heads)),
        head_dimension: None,
        context_length: None,
        vocabulary: None,
        inference_operations: None,
        mixture: None,
        latent_attention: None,
        training: Training {
            tokens: Some(q!(15.6 trillion tokens)),
            accelerators: Some(q!(16_384 GPUs)),
            hardware: Some("H100 80GB"),
            ..Training::NONE
        },
        source: LLAMA_MODEL_CARD,
    };

    /// Llama-3.1-70B. Source: Meta Llama model card / Hugging Face model documentation.
    ///
    /// The 3.1 release, with the longer context.
    pub const LLAMA3_70B: LanguageModel = LanguageModel {
        name: "Llama-3.1-70B",
        release_year: None,
        parameters: q!(70.6 billion params),
        layers: q!(80 layers),
        hidden_dimension: q!(8_192),
        heads: q!(64 heads),
        kv_heads: Some(q!(8 heads)),
        head_dimension: None,
        context_length: Some(q!(131_072 tokens)),
        vocabulary: None,
        inference_operations: None,
        mixture: None,
        latent_attention: None,
        training: Training {
            tokens: Some(q!(15 trillion tokens)),
            ..Training::NONE
        },
        source: LLAMA_MODEL_CARD,
    };

    /// Llama-3.1-8B. Source: Meta Llama model card / Hugging Face model documentation.
    pub const LLAMA3_8B: LanguageModel = LanguageModel {
        name: "Llama-3.1-8B",
        release_year: None,
        parameters: q!(8.03 billion params),
        layers: q!(32 layers),
        hidden_dimension: q!(4_096),
        heads: q!(32 heads),
        kv_heads: Some(q!(8 heads)),
        head_dimension: None,
        context_length: Some(q!(131_072 tokens)),
        vocabulary: None,
        inference_operations: None,
        mixture: None,
        latent_attention: None,
        training: Training::NONE,
        source: LLAMA_MODEL_CARD,
    };

    /// Mixtral-8x7B. Source: Jiang et al. (2024), Mixtral of Experts.
    pub const MIXTRAL_8X7B: LanguageModel = LanguageModel {
        name: "Mixtral-8x7B",
        release_year: None,
        parameters: q!(46.7 billion params),
        layers: q!(32 layers),
        hidden_dimension: q!(4_096),
        heads: q!(32 heads),
        kv_heads: Some(q!(8 heads)),
        head_dimension: None,
        context_length: None,
        vocabulary: None,
        inference_operations: None,
        mixture: Some(MixtureOfExperts {
            active_parameters: q!(12.9 billion params),
            experts: q!(8 experts),
            active_experts: q!(2 experts),
        }),
        latent_attention: None,
        training: Training::NONE,
        source: Source::literature(
            "Jiang et al. (2024), Mixtral of Experts",
            "https://arxiv.org/abs/2401.04088",
        )
        .checked(2026, 5, 31),
    };

    /// OPT-13B. Source: Zhang et al. (2022), OPT: Open Pre-trained Transformer Language Models.
    pub const OPT_13B: LanguageModel = LanguageModel {
        name: "OPT-13B",
        release_year: Some(2022),
        parameters: q!(13 billion params),
        layers: q!(40 layers),
        hidden_dimension: q!(5_120),
        heads: q!(40 heads),
        kv_heads: None,
        head_dimension: None,
        context_length: Some(q!(2_048 tokens)),
        vocabulary: None,
        inference_operations: None,
        mixture: None,
        latent_attention: None,
        training: Training::NONE,
        source: Source::literature(
            "Zhang et al. (2022), OPT: Open Pre-trained Transformer Language Models",
            "https://arxiv.org/abs/2205.01068",
        )
        .checked(2026, 10, 20),
    };

    /// PaLM (540B). Source: Chowdhery et al. (2022), PaLM: Scaling Language Modeling with Pathways.
    pub const PALM_540B: LanguageModel = LanguageModel {
        name: "PaLM (540B)",
        release_year: Some(2022),
        parameters: q!(540 billion params),
        layers: q!(118 layers),
        hidden_dimension: q!(18_432),
        heads: q!(48 heads),
        kv_heads: Some(q!(1 heads)),
        head_dimension: Some(q!(256)),
        context_length: None,
        vocabulary: None,
        inference_operations: None,
        mixture: None,
        latent_attention: None,
        training: Training {
            tokens: Some(q!(780 billion tokens)),
            accelerators: Some(q!(6_144 chips)),
            hardware: Some("TPU v4"),
            duration: Some(q!(64 days)),
            ..Training::NONE
        },
        source: Source::literature(
            "Chowdhery et al. (2022), PaLM: Scaling Language Modeling with Pathways",
            "https://arxiv.org/abs/2204.02311",
        )
        .checked(2026, 3, 6),
    };

    /// Every model of this page.
    pub const ALL: &[&LanguageModel] = all!();
}

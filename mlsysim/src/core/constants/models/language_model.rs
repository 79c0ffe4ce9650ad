//! What is known of a language model.

use crate::core::constants::Source;
use crate::core::constants::source::{missing, where_known};
use crate::formula;
use crate::units::{Count, DeviceTime, Energy, Information, Mass, Operation, Time};

/// A feed-forward layer split into experts, of which a few work on each token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MixtureOfExperts {
    /// Parameters that work on one token.
    pub active_parameters: Count,
    /// Experts that a token is routed among.
    pub experts: Count,
    /// Experts that work on one token.
    pub active_experts: Count,
}

/// Attention whose keys and values are kept as one compressed vector for all heads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LatentAttention {
    /// Length of the compressed vector.
    pub rank: Count,
    /// Length of the part of each key that carries the position.
    pub position_dimension: Count,
}

/// What is published of a training run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Training {
    /// Tokens seen.
    pub tokens: Option<Count>,
    /// Operations spent.
    pub operations: Option<Operation>,
    /// Size of the text before tokenization.
    pub dataset: Option<Information>,
    /// Devices at work.
    pub accelerators: Option<Count>,
    /// What they were.
    pub hardware: Option<&'static str>,
    /// From start to end.
    pub duration: Option<Time>,
    /// Electricity drawn.
    pub energy: Option<Energy>,
    /// Emissions, in CO₂ equivalents.
    pub carbon: Option<Mass>,
}

impl Training {
    /// Nothing is published.
    pub const NONE: Training = Training {
        tokens: None,
        operations: None,
        dataset: None,
        accelerators: None,
        hardware: None,
        duration: None,
        energy: None,
        carbon: None,
    };
}

/// A transformer that reads and writes text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LanguageModel {
    /// Its name in prose.
    pub name: &'static str,
    /// The year in which it was published, where it matters to the book.
    pub release_year: Option<u16>,
    /// Parameters, of all experts.
    pub parameters: Count,
    /// Layers.
    pub layers: Count,
    /// Width of the residual stream.
    pub hidden_dimension: Count,
    /// Query heads of a layer.
    pub heads: Count,
    /// Key and value heads of a layer, where they are fewer than the query heads.
    pub kv_heads: Option<Count>,
    /// Width of a head, where it is not the hidden dimension over the heads.
    pub head_dimension: Option<Count>,
    /// Tokens that it attends to at most.
    pub context_length: Option<Count>,
    /// Distinct tokens.
    pub vocabulary: Option<Count>,
    /// Operations of a forward pass, where they are not two for each active parameter.
    pub inference_operations: Option<Operation>,
    /// Its experts, where it has some.
    pub mixture: Option<MixtureOfExperts>,
    /// Its compressed keys and values, where it has some.
    pub latent_attention: Option<LatentAttention>,
    /// What its training took.
    pub training: Training,
    /// Where the figures are published.
    pub source: Source,
}

impl LanguageModel {
    /// Key and value heads of a layer: as many as query heads unless fewer are stated. A compile
    /// error for latent attention, which keeps no keys and values by head.
    ///
    /// ```
    /// use mlsysim::core::constants::models::language::{GPT3, LLAMA2_70B};
    /// use mlsysim::q;
    /// assert_eq!(LLAMA2_70B.kv_heads(), q!(8 heads));
    /// assert_eq!(GPT3.kv_heads(), q!(96 heads));
    /// ```
    #[formula(opaque)]
    pub const fn kv_heads(&self) -> Count {
        if self.latent_attention.is_some() {
            missing(self.name, "keys and values by head, only a latent vector");
        }
        match self.kv_heads {
            Some(heads) => heads,
            None => self.heads,
        }
    }

    /// Width of a head.
    ///
    /// ```
    /// use mlsysim::core::constants::models::language::{GPT3, PALM_540B};
    /// use mlsysim::q;
    /// assert_eq!(GPT3.head_dimension(), q!(128));
    /// assert_eq!(PALM_540B.head_dimension(), q!(256));
    /// ```
    #[formula(opaque)]
    pub const fn head_dimension(&self) -> Count {
        match self.head_dimension {
            Some(width) => width,
            None => self.even_head_dimension(),
        }
    }

    /// Width of a head where the heads share the hidden dimension.
    #[formula]
    const fn even_head_dimension(&self) -> Count {
        self.hidden_dimension / self.heads
    }

    /// Parameters that work on one token: all of them unless it is a mixture of experts.
    ///
    /// ```
    /// use mlsysim::core::constants::models::language::{GPT3, MIXTRAL_8X7B};
    /// use mlsysim::q;
    /// assert_eq!(MIXTRAL_8X7B.active_parameters(), q!(12.9 billion params));
    /// assert_eq!(GPT3.active_parameters(), GPT3.parameters);
    /// ```
    #[formula(opaque)]
    pub const fn active_parameters(&self) -> Count {
        match self.mixture {
            Some(mixture) => mixture.active_parameters,
            None => self.parameters,
        }
    }

    /// Operations of a forward pass over one token (over one sequence for encoders): two for
    /// each active parameter unless the figure is stated.
    ///
    /// ```
    /// use mlsysim::core::constants::models::language::GPT3;
    /// use mlsysim::q;
    /// assert_eq!(GPT3.inference_operations(), q!(350 GFLOP));
    /// ```
    #[formula(opaque)]
    pub const fn inference_operations(&self) -> Operation {
        match self.inference_operations {
            Some(operations) => operations,
            None => self.two_for_each_parameter(),
        }
    }

    /// A multiplication and an addition for each active parameter.
    #[formula]
    const fn two_for_each_parameter(&self) -> Operation {
        q!(2 FLOP) * self.active_parameters()
    }

    /// Devices at work times the duration of training; a compile error where either is unknown.
    ///
    /// ```
    /// use mlsysim::core::constants::models::language::GPT4;
    /// use mlsysim::q;
    /// assert_eq!(GPT4.training_device_time(), q!(2.5 million GPU_days));
    /// ```
    #[formula]
    pub const fn training_device_time(&self) -> DeviceTime {
        self.training_accelerators() * self.training_duration()
    }

    where_known! {
        /// Tokens that it attends to at most, where they are stated.
        context_length: Count = context_length, "context length";
        /// Distinct tokens, where they are stated.
        vocabulary: Count = vocabulary, "vocabulary size";
        /// Its experts, where it has some.
        mixture: MixtureOfExperts = mixture, "experts";
        /// Its compressed keys and values, where it has some.
        latent_attention: LatentAttention = latent_attention, "latent attention";
        /// Tokens seen in training, where they are published.
        training_tokens: Count = training.tokens, "count of training tokens";
        /// Operations spent on training, where they are published.
        ///
        /// ```
        /// use mlsysim::core::constants::models::language::GPT3;
        /// use mlsysim::{q, units::Operation};
        /// const SPENT: Operation = q!(GPT3.training_operations());
        /// assert_eq!(SPENT, q!(3.14e23 FLOP));
        /// ```
        training_operations: Operation = training.operations, "count of training operations";
        /// Size of the training text, where it is published.
        training_dataset: Information = training.dataset, "size of training data";
        /// Devices at work in training, where they are published.
        training_accelerators: Count = training.accelerators, "count of training devices";
        /// Duration of training, where it is published.
        training_duration: Time = training.duration, "training time";
        /// Electricity drawn by training, where it is published.
        training_energy: Energy = training.energy, "training energy";
        /// Emissions of training, where they are published.
        training_carbon: Mass = training.carbon, "training emissions";
    }
}

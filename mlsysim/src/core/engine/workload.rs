//! What is computed.

use crate::core::constants::models::generative_vision::DiffusionModel;
use crate::core::constants::models::state_space::StateSpaceModel;
use crate::core::constants::models::{LanguageModel, MixtureOfExperts, Model};
use crate::core::formulas::kv_cache::{kv_cache_size, latent_kv_cache_size};
use crate::unit;
use crate::units::arithmetic::{div, mul};
use crate::units::{Count, Information, Operation, of_base};

/// A model as the engine sees it.
///
/// Made from a registry item, or written as a literal:
///
/// ```
/// use mlsysim::core::constants::models::vision::RESNET50;
/// use mlsysim::core::engine::Workload;
/// use mlsysim::q;
///
/// const RESNET: Workload = Workload::model(&RESNET50);
/// const OURS: Workload = Workload {
///     name: "Our detector",
///     parameters: q!(1.2 million params),
///     operations: q!(80 MFLOP),
///     ..Workload::EMPTY
/// };
/// assert_eq!(RESNET.operations, q!(8.2 GFLOP));
/// assert_eq!(OURS.layers, q!(1 layer));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Workload {
    /// Its name in prose.
    pub name: &'static str,
    /// Parameters, of all experts; above 0.
    pub parameters: Count,
    /// Operations of a forward pass over one token where [`sequence`](Self::sequence) is given,
    /// over one input otherwise; above 0.
    pub operations: Operation,
    /// Layers, each of which may cost software time; 1 where nobody says.
    pub layers: Count,
    /// What the backward pass needs of the forward pass over one input. Used only where
    /// [`sequence`](Self::sequence) is not given; zero leaves activations out.
    pub activations: Information,
    /// Its experts, where it has some.
    pub experts: Option<MixtureOfExperts>,
    /// What it keeps of a sequence, where it works token by token.
    pub sequence: Option<Sequence>,
}

/// The shape of a model that works token by token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sequence {
    /// Width of the residual stream.
    pub hidden_dimension: Count,
    /// Query heads of a layer; zero without attention.
    pub heads: Count,
    /// Width of a head.
    pub head_dimension: Count,
    /// Numbers that all layers keep of each token so far: keys and values.
    pub cached_values: Count,
    /// Numbers that all layers keep of a sequence of any length.
    pub state_values: Count,
}

impl Workload {
    /// What a literal leaves out: one layer, no activations, no experts, no sequence. Name,
    /// parameters and operations must be given.
    pub const EMPTY: Workload = Workload {
        name: "",
        parameters: of_base(0.0),
        operations: of_base(0.0),
        layers: of_base(1.0),
        activations: of_base(0.0),
        experts: None,
        sequence: None,
    };

    /// A language model that works token by token.
    ///
    /// Where the registry states the operations of a whole sequence, as it does for encoders such
    /// as BERT, one input is that sequence, and nothing is kept of it.
    ///
    /// ```
    /// use mlsysim::core::constants::models::language::LLAMA2_70B;
    /// use mlsysim::core::engine::Workload;
    /// use mlsysim::q;
    /// const LLAMA: Workload = Workload::transformer(&LLAMA2_70B);
    /// assert_eq!(LLAMA.operations, q!(140 GFLOP));
    /// // 80 layers with 8 heads of 128, for keys and for values.
    /// assert_eq!(LLAMA.sequence.unwrap().cached_values, q!(163_840));
    /// ```
    pub const fn transformer(model: &LanguageModel) -> Workload {
        let sequence = match model.inference_operations {
            Some(_) => None,
            None => Some(Sequence {
                hidden_dimension: model.hidden_dimension,
                heads: model.heads,
                head_dimension: model.head_dimension(),
                cached_values: cached_values(model),
                state_values: of_base(0.0),
            }),
        };
        Workload {
            name: model.name,
            parameters: model.parameters,
            operations: model.inference_operations(),
            layers: model.layers,
            experts: model.mixture,
            sequence,
            ..Workload::EMPTY
        }
    }

    /// A network that turns one input into one output; a compile error where its operations are
    /// not published.
    ///
    /// ```compile_fail
    /// use mlsysim::core::constants::models::vision::LENET1;
    /// use mlsysim::core::engine::Workload;
    /// // error: `LeNet-1` has no operations of a forward pass
    /// const LENET: Workload = Workload::model(&LENET1);
    /// ```
    #[track_caller]
    pub const fn model(model: &Model) -> Workload {
        Workload {
            name: model.name,
            parameters: model.parameters,
            operations: model.inference_operations(),
            layers: match model.layers {
                Some(layers) => layers,
                None => of_base(1.0),
            },
            ..Workload::EMPTY
        }
    }

    /// A model that keeps a state of fixed size instead of keys and values.
    ///
    /// ```
    /// use mlsysim::core::constants::models::state_space::MAMBA_2_8B;
    /// use mlsysim::core::engine::Workload;
    /// use mlsysim::q;
    /// const MAMBA: Workload = Workload::state_space(&MAMBA_2_8B);
    /// assert_eq!(MAMBA.sequence.unwrap().cached_values, q!(0));
    /// ```
    pub const fn state_space(model: &StateSpaceModel) -> Workload {
        Workload {
            name: model.name,
            parameters: model.parameters,
            operations: model.inference_operations(),
            layers: model.layers,
            sequence: Some(Sequence {
                hidden_dimension: model.hidden_dimension,
                heads: of_base(0.0),
                head_dimension: of_base(0.0),
                cached_values: of_base(0.0),
                state_values: mul(mul(model.layers, model.hidden_dimension), model.state_size),
            }),
            ..Workload::EMPTY
        }
    }

    /// One denoising step of a model that draws; an image takes as many as the registry says.
    ///
    /// ```
    /// use mlsysim::core::constants::models::generative_vision::STABLE_DIFFUSION_1_5;
    /// use mlsysim::core::engine::Workload;
    /// use mlsysim::q;
    /// const STEP: Workload = Workload::denoising_step(&STABLE_DIFFUSION_1_5);
    /// assert_eq!(STEP.operations, q!(20 GFLOP));
    /// ```
    pub const fn denoising_step(model: &DiffusionModel) -> Workload {
        Workload {
            name: model.name,
            parameters: model.parameters,
            operations: model.inference_operations,
            ..Workload::EMPTY
        }
    }

    /// The part of one device where several share one copy of the model evenly, as tensor and
    /// pipeline parallelism do; what they tell each other is not counted.
    ///
    /// ```
    /// use mlsysim::core::constants::models::language::GPT3;
    /// use mlsysim::core::engine::Workload;
    /// use mlsysim::q;
    /// const EIGHTH: Workload = Workload::transformer(&GPT3).divided_among(q!(8 GPUs));
    /// assert_eq!(EIGHTH.parameters, q!(175 billion / 8));
    /// ```
    #[track_caller]
    pub const fn divided_among(&self, devices: Count) -> Workload {
        crate::claims::formula::domain(
            devices.value,
            crate::claims::formula::Order::AtLeast,
            1.0,
            "devices",
            "divided_among",
        );
        let experts = match self.experts {
            Some(mixture) => Some(MixtureOfExperts {
                active_parameters: div(mixture.active_parameters, devices),
                ..mixture
            }),
            None => None,
        };
        // Heads and widths stay: what they stand for is summed over layers, which are divided.
        let sequence = match self.sequence {
            Some(sequence) => Some(Sequence {
                cached_values: div(sequence.cached_values, devices),
                state_values: div(sequence.state_values, devices),
                ..sequence
            }),
            None => None,
        };
        Workload {
            parameters: div(self.parameters, devices),
            operations: div(self.operations, devices),
            layers: div(self.layers, devices),
            activations: div(self.activations, devices),
            experts,
            sequence,
            ..*self
        }
    }
}

const fn cached_values(model: &LanguageModel) -> Count {
    let one: Count = of_base(1.0);
    let memory = match model.latent_attention {
        Some(latent) => latent_kv_cache_size(
            model.layers,
            latent.rank,
            latent.position_dimension,
            one,
            one,
            unit::B,
        ),
        None => kv_cache_size(
            model.layers,
            model.kv_heads(),
            model.head_dimension(),
            one,
            one,
            unit::B,
        ),
    };
    of_base(memory.value / unit::B.value)
}

//! Policies that move robots.
#![doc = include_str!("../tables/embodied.md")]

use crate::core::constants::Source;
use crate::core::constants::source::where_known;
use crate::units::Count;
use crate::{constants, q};

/// A model that turns observations into movements.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RobotPolicy {
    /// Its name in prose.
    pub name: &'static str,
    /// The kind of network.
    pub architecture: &'static str,
    /// Parameters.
    pub parameters: Count,
    /// Layers.
    pub layers: Option<Count>,
    /// Width of the residual stream.
    pub hidden_dimension: Option<Count>,
    /// Steps that one inference plans.
    pub action_horizon: Count,
    /// Numbers in the action of one step.
    pub action_dimension: Count,
    /// Steps that it looks back on.
    pub observation_horizon: Count,
    /// Where the figures are published.
    pub source: Source,
}

impl RobotPolicy {
    where_known! {
        /// Layers, where they are published.
        layers: Count = layers, "count of layers";
        /// Width of the residual stream, where it is published.
        hidden_dimension: Count = hidden_dimension, "hidden dimension";
    }
}

constants! {
    /// Action Chunking with Transformers (ALOHA). Source: Zhao et al. (2023), Learning Fine-Grained Bimanual Manipulation with Low-Cost Hardware.
    pub const ACT_ALOHA: RobotPolicy = RobotPolicy {
        name: "Action Chunking with Transformers (ALOHA)",
        architecture: "C-VAE Transformer",
        parameters: q!(80 million params),
        layers: Some(q!(11 layers)),
        hidden_dimension: Some(q!(512)),
        action_horizon: q!(100 steps),
        action_dimension: q!(14),
        observation_horizon: q!(1 step),
        source: Source::literature(
            "Zhao et al. (2023), Learning Fine-Grained Bimanual Manipulation with Low-Cost Hardware",
            "https://arxiv.org/abs/2304.13705",
        )
        .checked(2026, 9, 28),
    };

    /// Diffusion Policy (Push-T). Source: Chi et al. (2023), Diffusion Policy: Visuomotor Policy Learning via Action Diffusion.
    pub const DIFFUSION_POLICY: RobotPolicy = RobotPolicy {
        name: "Diffusion Policy (Push-T)",
        architecture: "CNN Diffusion Policy",
        parameters: q!(16 million params),
        layers: None,
        hidden_dimension: None,
        action_horizon: q!(16 steps),
        action_dimension: q!(2),
        observation_horizon: q!(1 step),
        source: Source::literature(
            "Chi et al. (2023), Diffusion Policy: Visuomotor Policy Learning via Action Diffusion",
            "https://arxiv.org/abs/2303.04137",
        )
        .checked(2026, 9, 18),
    };

    /// Octo-Base. Source: Octo Model Team et al. (2023), Octo: An Open-Source Generalist Robot Policy.
    pub const OCTO_BASE: RobotPolicy = RobotPolicy {
        name: "Octo-Base",
        architecture: "Transformer Diffusion Policy",
        parameters: q!(93 million params),
        layers: Some(q!(12 layers)),
        hidden_dimension: Some(q!(768)),
        action_horizon: q!(4 steps),
        action_dimension: q!(7),
        observation_horizon: q!(1 step),
        source: Source::literature(
            "Octo Model Team et al. (2023), Octo: An Open-Source Generalist Robot Policy",
            "https://arxiv.org/abs/2405.12213",
        )
        .checked(2026, 9, 18),
    };

    /// OpenVLA-7B. Source: Kim et al. (2024), OpenVLA: An Open-Source Vision-Language-Action Model.
    pub const OPENVLA_7B: RobotPolicy = RobotPolicy {
        name: "OpenVLA-7B",
        architecture: "VLA (Prismatic / Llama-2-7B)",
        parameters: q!(7 billion params),
        layers: Some(q!(32 layers)),
        hidden_dimension: Some(q!(4_096)),
        action_horizon: q!(1 step),
        action_dimension: q!(7),
        observation_horizon: q!(1 step),
        source: Source::literature(
            "Kim et al. (2024), OpenVLA: An Open-Source Vision-Language-Action Model",
            "https://arxiv.org/abs/2406.09246",
        )
        .checked(2026, 9, 18),
    };

    /// Every policy of this page.
    pub const ALL: &[&RobotPolicy] = all!();
}

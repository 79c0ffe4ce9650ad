//! Models that draw.
#![doc = include_str!("../tables/generative_vision.md")]

use crate::core::constants::Source;
use crate::units::{Count, Operation};
use crate::{constants, q};

/// A model that turns noise into an image, step by step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DiffusionModel {
    /// Its name in prose.
    pub name: &'static str,
    /// Parameters.
    pub parameters: Count,
    /// Operations of one pass.
    pub inference_operations: Operation,
    /// Passes for one image.
    pub denoising_steps: Count,
    /// Pixels of one side of the image.
    pub resolution: Count,
    /// Where the figures are published.
    pub source: Source,
}

constants! {
    /// Stable Diffusion v1.5. Source: Rombach et al. (2022), High-Resolution Image Synthesis with Latent Diffusion Models.
    pub const STABLE_DIFFUSION_1_5: DiffusionModel = DiffusionModel {
        name: "Stable Diffusion v1.5",
        parameters: q!(860 million params),
        inference_operations: q!(20 GFLOP),
        denoising_steps: q!(50 steps),
        resolution: q!(512 pixels),
        source: Source::literature(
            "Rombach et al. (2022), High-Resolution Image Synthesis with Latent Diffusion Models",
            "https://arxiv.org/abs/2112.10752",
        )
        .checked(2026, 3, 6),
    };

    /// Every model of this page.
    pub const ALL: &[&DiffusionModel] = all!();
}

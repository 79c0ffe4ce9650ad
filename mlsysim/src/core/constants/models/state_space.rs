//! Models that keep a state of fixed size instead of a cache of keys and values.
#![doc = include_str!("../tables/state_space.md")]

use crate::core::constants::Source;
use crate::units::{Count, Operation};
use crate::{constants, formula, q};

/// A model that keeps a state of fixed size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StateSpaceModel {
    /// Its name in prose.
    pub name: &'static str,
    /// Parameters.
    pub parameters: Count,
    /// Layers.
    pub layers: Count,
    /// Width of the residual stream.
    pub hidden_dimension: Count,
    /// Numbers of state for each channel.
    pub state_size: Count,
    /// Where the figures are published.
    pub source: Source,
}

impl StateSpaceModel {
    /// Operations of one token: two for each parameter.
    ///
    /// ```
    /// use mlsysim::core::constants::models::state_space::MAMBA_2_8B;
    /// use mlsysim::q;
    /// assert_eq!(MAMBA_2_8B.inference_operations(), q!(5.6 GFLOP));
    /// ```
    #[formula]
    pub const fn inference_operations(&self) -> Operation {
        q!(2 FLOP) * self.parameters
    }
}

constants! {
    const GU_2023: Source = Source::literature(
        "Gu & Dao (2023), Mamba: Linear-Time Sequence Modeling with Selective State Spaces",
        "https://arxiv.org/abs/2312.00752",
    )
    .checked(2026, 3, 6);

    /// Mamba-130M. Source: Gu & Dao (2023), Mamba: Linear-Time Sequence Modeling with Selective State Spaces.
    pub const MAMBA_130M: StateSpaceModel = StateSpaceModel {
        name: "Mamba-130M",
        parameters: q!(130 million params),
        layers: q!(24 layers),
        hidden_dimension: q!(768),
        state_size: q!(16),
        source: GU_2023,
    };

    /// Mamba-2.8B. Source: Gu & Dao (2023), Mamba: Linear-Time Sequence Modeling with Selective State Spaces.
    pub const MAMBA_2_8B: StateSpaceModel = StateSpaceModel {
        name: "Mamba-2.8B",
        parameters: q!(2.8 billion params),
        layers: q!(64 layers),
        hidden_dimension: q!(2_560),
        state_size: q!(16),
        source: GU_2023,
    };

    /// Every model of this page.
    pub const ALL: &[&StateSpaceModel] = all!();
}

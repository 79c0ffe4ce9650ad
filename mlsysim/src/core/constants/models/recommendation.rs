//! Models that recommend.
#![doc = include_str!("../tables/recommendation.md")]

use crate::core::constants::Source;
use crate::units::{Count, Information};
use crate::{constants, q};

/// A model whose memory is mostly embedding tables.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RecommendationModel {
    /// Its name in prose.
    pub name: &'static str,
    /// The memory of its tables.
    pub size: Information,
    /// Numbers in its tables.
    pub embedding_entries: Count,
    /// Parameters of the smallest such models in production.
    pub fewest_parameters: Count,
    /// Parameters of the largest such models in production.
    pub most_parameters: Count,
    /// Where the figures are published.
    pub source: Source,
}

constants! {
    /// DLRM. Source: Naumov et al. (2019), Deep Learning Recommendation Model (DLRM).
    pub const DLRM: RecommendationModel = RecommendationModel {
        name: "DLRM",
        size: q!(25 billion * 4 B),
        embedding_entries: q!(25 billion),
        fewest_parameters: q!(100 billion params),
        most_parameters: q!(10 trillion params),
        source: Source::literature(
            "Naumov et al. (2019), Deep Learning Recommendation Model (DLRM)",
            "https://arxiv.org/abs/1906.00091",
        )
        .checked(2026, 3, 6),
    };

    /// Every model of this page.
    pub const ALL: &[&RecommendationModel] = all!();
}

//! Clusters of equal nodes.
#![doc = include_str!("tables/clusters.md")]

use super::fabrics::Fabric;
use super::nodes::Node;
use super::{Source, fabrics, nodes};
use crate::units::{Count, Power};
use crate::{constants, formula, q};

/// Equal nodes on one network.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cluster {
    /// Its name in prose.
    pub name: &'static str,
    /// Each of its nodes.
    pub node: &'static Node,
    /// How many of them.
    pub nodes: Count,
    /// The network between them.
    pub fabric: &'static Fabric,
    /// Where the figures are published.
    pub source: Source,
}

impl Cluster {
    /// Accelerators of all nodes.
    ///
    /// ```
    /// use mlsysim::core::constants::clusters::TRAINING_10K;
    /// use mlsysim::q;
    /// assert_eq!(TRAINING_10K.accelerators(), q!(10_000 GPUs));
    /// ```
    #[formula]
    pub const fn accelerators(&self) -> Count {
        self.nodes * self.node.accelerators
    }

    /// The thermal design power of all accelerators, without hosts, network and cooling; a
    /// compile error where that of one is unknown.
    ///
    /// ```
    /// use mlsysim::core::constants::clusters::TRAINING_10K;
    /// use mlsysim::q;
    /// assert_eq!(TRAINING_10K.accelerator_power(), q!(7 MW));
    /// ```
    #[formula]
    pub const fn accelerator_power(&self) -> Power {
        self.accelerators() * self.node.accelerator.thermal_design_power()
    }
}

constants! {
    const TIERS: Source = Source::convention(
        "mlsysim reference cluster tiers (256 / 2k / 8k / 100k GPUs)",
    )
    .checked(2026, 3, 6);

    const META_2024: Source = Source::industry_report(
        "Meta Engineering (2024), Building Meta's GenAI Infrastructure",
        "https://engineering.fb.com/2024/03/12/data-center-engineering/building-metas-genai-infrastructure/",
    )
    .checked(2026, 9, 28);

    /// DGX SuperPOD scalable unit (32 DGX H100). Source: NVIDIA DGX SuperPOD Reference Architecture (DGX H100).
    pub const DGX_H100_SUPERPOD_UNIT: Cluster = Cluster {
        name: "DGX SuperPOD scalable unit (32 DGX H100)",
        node: &nodes::DGX_H100,
        nodes: q!(32 nodes),
        fabric: &fabrics::INFINIBAND_NDR,
        source: Source::datasheet(
            "NVIDIA DGX SuperPOD Reference Architecture (DGX H100)",
            "https://docs.nvidia.com/dgx-superpod/reference-architecture-scalable-infrastructure-h100/latest/",
        )
        .checked(2026, 9, 28),
    };

    /// Frontier Cluster (8192 GPUs). Source: mlsysim reference cluster tiers (256 / 2k / 8k / 100k GPUs).
    pub const FRONTIER_8K: Cluster = Cluster {
        name: "Frontier Cluster (8192 GPUs)",
        node: &nodes::DGX_H100,
        nodes: q!(1_024 nodes),
        fabric: &fabrics::INFINIBAND_NDR,
        source: TIERS,
    };

    /// Kempner AI Cluster H100 Partition (384 H100 GPUs). Source: Kempner Institute Computing Handbook, Overview of Cluster - H100 partition specs.
    pub const KEMPNER_H100_384: Cluster = Cluster {
        name: "Kempner AI Cluster H100 Partition (384 H100 GPUs)",
        node: &nodes::KEMPNER_H100,
        nodes: q!(96 nodes),
        fabric: &fabrics::INFINIBAND_NDR,
        source: Source::datasheet(
            "Kempner Institute Computing Handbook, Overview of Cluster - H100 partition specs",
            "https://handbook.eng.kempnerinstitute.harvard.edu/s1_high_performance_computing/kempner_cluster/overview_of_kempner_cluster.html",
        )
        .checked(2026, 6, 1),
    };

    /// Lab Cluster (64 A100 GPUs). Source: mlsysim reference cluster tiers (256 / 2k / 8k / 100k GPUs).
    pub const LAB_64_A100: Cluster = Cluster {
        name: "Lab Cluster (64 A100 GPUs)",
        node: &nodes::DGX_A100,
        nodes: q!(8 nodes),
        fabric: &fabrics::INFINIBAND_HDR,
        source: TIERS,
    };

    /// Lab Cluster (64 H100 GPUs). Source: mlsysim reference cluster tiers (256 / 2k / 8k / 100k GPUs).
    pub const LAB_64_H100: Cluster = Cluster {
        name: "Lab Cluster (64 H100 GPUs)",
        node: &nodes::DGX_H100,
        nodes: q!(8 nodes),
        fabric: &fabrics::INFINIBAND_HDR,
        source: TIERS,
    };

    /// Mega Cluster (100000 GPUs). Source: mlsysim reference cluster tiers (256 / 2k / 8k / 100k GPUs).
    pub const MEGA_100K: Cluster = Cluster {
        name: "Mega Cluster (100000 GPUs)",
        node: &nodes::DGX_H100,
        nodes: q!(12_500 nodes),
        fabric: &fabrics::INFINIBAND_NDR,
        source: TIERS,
    };

    /// Meta GenAI cluster (24,576 H100, InfiniBand). Source: Meta Engineering (2024), Building Meta's GenAI Infrastructure.
    pub const META_24K_INFINIBAND: Cluster = Cluster {
        name: "Meta GenAI cluster (24,576 H100, InfiniBand)",
        node: &nodes::GRAND_TETON_H100,
        nodes: q!(3_072 nodes),
        fabric: &fabrics::INFINIBAND_NDR,
        source: META_2024,
    };

    /// Meta GenAI cluster (24,576 H100, RoCE). Source: Meta Engineering (2024), Building Meta's GenAI Infrastructure.
    pub const META_24K_ROCE: Cluster = Cluster {
        name: "Meta GenAI cluster (24,576 H100, RoCE)",
        node: &nodes::GRAND_TETON_H100,
        nodes: q!(3_072 nodes),
        fabric: &fabrics::ROCE_400G,
        source: META_2024,
    };

    /// Meta Llama 3 cluster (16,384 H100). Source: Dubey et al. (2024), The Llama 3 Herd of Models.
    pub const META_LLAMA3_16K: Cluster = Cluster {
        name: "Meta Llama 3 cluster (16,384 H100)",
        node: &nodes::DGX_H100,
        nodes: q!(2_048 nodes),
        fabric: &fabrics::INFINIBAND_NDR,
        source: Source::literature(
            "Dubey et al. (2024), The Llama 3 Herd of Models",
            "https://arxiv.org/abs/2407.21783",
        )
        .checked(2026, 9, 28),
    };

    /// Meta AI Research SuperCluster (16,000 A100). Source: Meta AI (2022), Introducing the AI Research SuperCluster.
    pub const META_RSC_16K: Cluster = Cluster {
        name: "Meta AI Research SuperCluster (16,000 A100)",
        node: &nodes::DGX_A100,
        nodes: q!(2_000 nodes),
        fabric: &fabrics::INFINIBAND_HDR,
        source: Source::industry_report(
            "Meta AI (2022), Introducing the AI Research SuperCluster",
            "https://ai.meta.com/blog/ai-rsc/",
        )
        .checked(2026, 9, 28),
    };

    /// Production Cluster (2048 GPUs). Source: mlsysim reference cluster tiers (256 / 2k / 8k / 100k GPUs).
    pub const PRODUCTION_2K: Cluster = Cluster {
        name: "Production Cluster (2048 GPUs)",
        node: &nodes::DGX_H100,
        nodes: q!(256 nodes),
        fabric: &fabrics::INFINIBAND_HDR,
        source: TIERS,
    };

    /// Reference H100 Cluster (25000 GPUs). Source: mlsysim reference cluster tiers (256 / 2k / 8k / 100k GPUs).
    pub const REFERENCE_25K: Cluster = Cluster {
        name: "Reference H100 Cluster (25000 GPUs)",
        node: &nodes::DGX_H100,
        nodes: q!(3_125 nodes),
        fabric: &fabrics::INFINIBAND_NDR,
        source: TIERS,
    };

    /// Research Cluster (256 GPUs). Source: mlsysim reference cluster tiers (256 / 2k / 8k / 100k GPUs).
    pub const RESEARCH_256: Cluster = Cluster {
        name: "Research Cluster (256 GPUs)",
        node: &nodes::DGX_H100,
        nodes: q!(32 nodes),
        fabric: &fabrics::ETHERNET_100G,
        source: TIERS,
    };

    /// Training Cluster (10000 GPUs). Source: mlsysim reference cluster tiers (256 / 2k / 8k / 100k GPUs).
    pub const TRAINING_10K: Cluster = Cluster {
        name: "Training Cluster (10000 GPUs)",
        node: &nodes::DGX_H100,
        nodes: q!(1_250 nodes),
        fabric: &fabrics::INFINIBAND_NDR,
        source: TIERS,
    };

    /// Training Cluster (1024 GPUs). Source: mlsysim reference cluster tiers (256 / 2k / 8k / 100k GPUs).
    pub const TRAINING_1K: Cluster = Cluster {
        name: "Training Cluster (1024 GPUs)",
        node: &nodes::DGX_H100,
        nodes: q!(128 nodes),
        fabric: &fabrics::INFINIBAND_HDR,
        source: TIERS,
    };

    /// Training Cluster (1024 A100 GPUs). Source: mlsysim reference cluster tiers (256 / 2k / 8k / 100k GPUs).
    pub const TRAINING_1K_A100: Cluster = Cluster {
        name: "Training Cluster (1024 A100 GPUs)",
        node: &nodes::DGX_A100,
        nodes: q!(128 nodes),
        fabric: &fabrics::INFINIBAND_HDR,
        source: TIERS,
    };

    /// Training Cluster (1024 B200 GPUs). Source: mlsysim reference cluster tiers (256 / 2k / 8k / 100k GPUs).
    pub const TRAINING_1K_B200: Cluster = Cluster {
        name: "Training Cluster (1024 B200 GPUs)",
        node: &nodes::DGX_B200,
        nodes: q!(128 nodes),
        fabric: &fabrics::INFINIBAND_XDR,
        source: TIERS,
    };

    /// Training Cluster (512 H100 GPUs). Source: mlsysim reference cluster tiers (256 / 2k / 8k / 100k GPUs).
    pub const TRAINING_512: Cluster = Cluster {
        name: "Training Cluster (512 H100 GPUs)",
        node: &nodes::DGX_H100,
        nodes: q!(64 nodes),
        fabric: &fabrics::INFINIBAND_HDR,
        source: TIERS,
    };

    /// Every cluster of this page.
    pub const ALL: &[&Cluster] = all!();
}

//! Networks between nodes, by the link of one node. All are fat trees.
#![doc = include_str!("tables/fabrics.md")]

use super::Source;
use super::source::where_known;
use crate::units::{Bandwidth, Ratio, Time};
use crate::{constants, q};

/// A network of switches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fabric {
    /// Its name in prose.
    pub name: &'static str,
    /// What one port carries in one direction. Makers state it in bits.
    pub bandwidth: Bandwidth,
    /// From one node to another, with the software at both ends.
    pub latency: Option<Time>,
    /// Bandwidth of the nodes over bandwidth of the core, at least 1.
    pub oversubscription: Ratio,
    /// Where the figures are published.
    pub source: Source,
}

impl Fabric {
    where_known! {
        /// From one node to another, where it is stated.
        latency: Time = latency, "latency";
    }
}

constants! {
    const LATENCY_ANCHORS: Source = Source::convention(
        "mlsysim α-model one-way latency anchors (InfiniBand NDR/HDR, RoCE, TCP)",
    )
    .checked(2026, 3, 6);

    const ETHERNET_PORT: Source = Source::derived("800 GbE = 100 GB/s").checked(2026, 3, 6);

    const XDR_PORT: Source = Source::derived(
        "InfiniBand XDR 800 Gbps per port = 100 GB/s",
    )
    .checked(2026, 3, 6)
    .at("https://www.infinibandta.org/");

    const OVERSUBSCRIBED_PROFILES: Source = Source::estimate(
        "Reference 2:1 and 4:1 oversubscribed fat-tree profiles",
    )
    .checked(2026, 9, 28);

    /// 100GbE. Source: mlsysim α-model one-way latency anchors (InfiniBand NDR/HDR, RoCE, TCP).
    pub const ETHERNET_100G: Fabric = Fabric {
        name: "100GbE",
        bandwidth: q!(100 Gbps),
        latency: Some(q!(50 us)),
        oversubscription: q!(1),
        source: LATENCY_ANCHORS,
    };

    /// 10GbE. Source: mlsysim α-model one-way latency anchors (InfiniBand NDR/HDR, RoCE, TCP).
    pub const ETHERNET_10G: Fabric = Fabric {
        name: "10GbE",
        bandwidth: q!(10 Gbps),
        latency: Some(q!(50 us)),
        oversubscription: q!(1),
        source: LATENCY_ANCHORS,
    };

    /// 1.6TbE. Source: 800 GbE, 100 GB/s.
    pub const ETHERNET_1600G: Fabric = Fabric {
        name: "1.6TbE",
        bandwidth: q!(2 * ETHERNET_800G.bandwidth),
        latency: Some(q!(50 us)),
        oversubscription: q!(1),
        source: ETHERNET_PORT,
    };

    /// 400GbE. Source: 400 GbE, 50 GB/s.
    pub const ETHERNET_400G: Fabric = Fabric {
        name: "400GbE",
        bandwidth: q!(400 Gbps),
        latency: Some(q!(50 us)),
        oversubscription: q!(1),
        source: Source::derived("400 GbE = 50 GB/s").checked(2026, 3, 6),
    };

    /// 800GbE. Source: 800 GbE, 100 GB/s.
    pub const ETHERNET_800G: Fabric = Fabric {
        name: "800GbE",
        bandwidth: q!(800 Gbps),
        latency: Some(q!(50 us)),
        oversubscription: q!(1),
        source: ETHERNET_PORT,
    };

    /// IB EDR. Source: InfiniBand Trade Association link-speed specifications.
    pub const INFINIBAND_EDR: Fabric = Fabric {
        name: "IB EDR",
        bandwidth: q!(100 Gbps),
        latency: None,
        oversubscription: q!(1),
        source: Source::datasheet(
            "InfiniBand Trade Association link-speed specifications",
            "https://www.infinibandta.org/",
        )
        .checked(2026, 3, 6),
    };

    /// IB GXDR. Source: InfiniBand XDR 800 Gbps per port, 100 GB/s.
    pub const INFINIBAND_GXDR: Fabric = Fabric {
        name: "IB GXDR",
        bandwidth: q!(2 * INFINIBAND_XDR.bandwidth),
        latency: Some(q!(5 us)),
        oversubscription: q!(1),
        source: XDR_PORT,
    };

    /// IB HDR. Source: InfiniBand HDR 200 Gbps per port, 25 GB/s.
    pub const INFINIBAND_HDR: Fabric = Fabric {
        name: "IB HDR",
        bandwidth: q!(200 Gbps),
        latency: Some(q!(7 us)),
        oversubscription: q!(1),
        source: Source::derived(
            "InfiniBand HDR 200 Gbps per port = 25 GB/s",
        )
        .checked(2026, 3, 6)
        .at("https://www.infinibandta.org/"),
    };

    /// IB NDR. Source: InfiniBand NDR 400 Gbps per port, 50 GB/s.
    pub const INFINIBAND_NDR: Fabric = Fabric {
        name: "IB NDR",
        bandwidth: q!(400 Gbps),
        latency: Some(q!(5 us)),
        oversubscription: q!(1),
        source: Source::derived(
            "InfiniBand NDR 400 Gbps per port = 50 GB/s",
        )
        .checked(2026, 3, 6)
        .at("https://www.infinibandta.org/"),
    };

    /// IB NDR (2:1 oversubscribed). Source: Reference 2:1 and 4:1 oversubscribed fat-tree profiles.
    pub const INFINIBAND_NDR_OVERSUBSCRIBED_2: Fabric = Fabric {
        name: "IB NDR (2:1 oversubscribed)",
        bandwidth: INFINIBAND_NDR.bandwidth,
        latency: INFINIBAND_NDR.latency,
        oversubscription: q!(2),
        source: OVERSUBSCRIBED_PROFILES,
    };

    /// IB NDR (4:1 oversubscribed). Source: Reference 2:1 and 4:1 oversubscribed fat-tree profiles.
    pub const INFINIBAND_NDR_OVERSUBSCRIBED_4: Fabric = Fabric {
        name: "IB NDR (4:1 oversubscribed)",
        bandwidth: INFINIBAND_NDR.bandwidth,
        latency: INFINIBAND_NDR.latency,
        oversubscription: q!(4),
        source: OVERSUBSCRIBED_PROFILES,
    };

    /// IB XDR. Source: InfiniBand XDR 800 Gbps per port, 100 GB/s.
    pub const INFINIBAND_XDR: Fabric = Fabric {
        name: "IB XDR",
        bandwidth: q!(800 Gbps),
        latency: Some(q!(5 us)),
        oversubscription: q!(1),
        source: XDR_PORT,
    };

    /// 100GbE RoCE. Source: 100 GbE RoCE, 12.5 GB/s.
    pub const ROCE_100G: Fabric = Fabric {
        name: "100GbE RoCE",
        bandwidth: q!(100 Gbps),
        latency: Some(q!(10 us)),
        oversubscription: q!(1),
        source: Source::derived("100 GbE RoCE = 12.5 GB/s").checked(2026, 3, 6),
    };

    /// 400GbE RoCE. Source: Meta Engineering (2024), Building Meta's GenAI Infrastructure.
    pub const ROCE_400G: Fabric = Fabric {
        name: "400GbE RoCE",
        bandwidth: q!(400 Gbps),
        latency: Some(q!(10 us)),
        oversubscription: q!(1),
        source: Source::industry_report(
            "Meta Engineering (2024), Building Meta's GenAI Infrastructure",
            "https://engineering.fb.com/2024/03/12/data-center-engineering/building-metas-genai-infrastructure/",
        )
        .checked(2026, 9, 28),
    };

    /// Every fabric of this page.
    pub const ALL: &[&Fabric] = all!();
}

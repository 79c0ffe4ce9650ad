//! Sizes and bisections of networks.

use crate::formula;

use crate::units::{Bandwidth, Count, Ratio};

/// Bandwidth between the two halves of a network, in one direction.
///
/// The links are those that cross the cut, half of the endpoints in a
/// non-blocking network; counting all ports gives twice too much.
///
/// Source: Dally and Towles (2004), "Principles and Practices of Interconnection Networks", chapter
/// 3.
///
/// ```
/// use mlsysim::{check, core::formulas::topology::bisection_bandwidth};
/// check! {
///     /// 512 links of 400 Gbps, oversubscribed 4 to 1, carry {}.
///     fabric: bisection_bandwidth(512, 400 Gbps, 4) ~= 6.4 TB/s;
/// }
/// ```
#[formula(symbol = r"B_{\text{bis}}")]
pub const fn bisection_bandwidth(
    #[symbol = "L"]
    #[domain(>= 1)]
    crossing_links: Count,
    #[symbol = r"\beta"]
    #[domain(> 0)]
    link_bandwidth: Bandwidth,
    #[symbol = "r"]
    #[domain(> 0)]
    oversubscription: Ratio,
) -> Bandwidth {
    crossing_links * link_bandwidth / oversubscription
}

/// Throughput under oversubscription, relative to none: the inverse of the stretched step.
///
/// The communicating share of the step takes as much longer as the network is
/// oversubscribed; the rest is unchanged.
///
/// Source: Amdahl (1967), "Validity of the Single Processor Approach to Achieving Large Scale
/// Computing Capabilities", read as a slowdown.
///
/// ```
/// use mlsysim::{check, core::formulas::topology::oversubscribed_throughput};
/// check! {
///     /// With 20% of communication, an oversubscription of 4 leaves {}.
///     left: oversubscribed_throughput(20%, 4) ~= 62.5%;
/// }
/// ```
#[formula(symbol = r"\theta")]
pub const fn oversubscribed_throughput(
    #[symbol = "f"]
    #[domain(>= 0, <= 1)]
    communication_share: Ratio,
    #[symbol = "r"]
    #[domain(> 0)]
    oversubscription: Ratio,
) -> Ratio {
    1 / ((1 - communication_share) + communication_share * oversubscription)
}

/// The share of throughput that oversubscription takes.
///
/// Source: Amdahl (1967), "Validity of the Single Processor Approach to Achieving Large Scale
/// Computing Capabilities", read as a slowdown.
///
/// ```
/// use mlsysim::{check, core::formulas::topology::oversubscription_loss};
/// check! {
///     /// With 20% of communication, an oversubscription of 4 costs {}.
///     lost: oversubscription_loss(20%, 4) ~= 37.5%;
/// }
/// ```
#[formula(symbol = r"\ell")]
pub const fn oversubscription_loss(
    #[symbol = "f"]
    #[domain(>= 0, <= 1)]
    communication_share: Ratio,
    #[symbol = "r"]
    #[domain(> 0)]
    oversubscription: Ratio,
) -> Ratio {
    1 - oversubscribed_throughput(communication_share, oversubscription)
}

/// Hosts that a non-blocking fat tree connects.
///
/// Switches below the top have half of their ports down; with an odd radix one
/// port stays free.
///
/// Source: Al-Fares, Loukissas and Vahdat (2008), "A Scalable, Commodity Data Center Network
/// Architecture", SIGCOMM, section 2.2, for any number of tiers.
///
/// ```
/// use mlsysim::{check, core::formulas::topology::fat_tree_hosts};
/// check! {
///     /// Three tiers of 64-port switches connect {}.
///     tree: fat_tree_hosts(64, 3) ~= 65_536 hosts;
/// }
/// ```
#[formula(symbol = "H")]
pub const fn fat_tree_hosts(
    #[symbol = "k"]
    #[domain(>= 2)]
    radix: Count,
    #[symbol = "L"]
    #[domain(>= 1)]
    tiers: Count,
) -> Count {
    2 * floor(radix / 2) ^ tiers
}

/// Switches of a non-blocking fat tree at its full size.
///
/// Source: Al-Fares, Loukissas and Vahdat (2008), "A Scalable, Commodity Data Center Network
/// Architecture", SIGCOMM, section 2.2, for any number of tiers.
///
/// ```
/// use mlsysim::{check, core::formulas::topology::fat_tree_switches};
/// check! {
///     /// Three tiers of 64-port switches are {} switches.
///     tree: fat_tree_switches(64, 3) ~= 5_120;
/// }
/// ```
#[formula(symbol = "S")]
pub const fn fat_tree_switches(
    #[symbol = "k"]
    #[domain(>= 2)]
    radix: Count,
    #[symbol = "L"]
    #[domain(>= 1)]
    tiers: Count,
) -> Count {
    (2 * tiers - 1) * floor(radix / 2) ^ (tiers - 1)
}

/// Hops between the two nodes of a torus that are furthest apart.
///
/// Source: Dally and Towles (2004), "Principles and Practices of Interconnection Networks", chapter
/// 5.
///
/// ```
/// use mlsysim::{check, core::formulas::topology::torus_diameter};
/// check! {
///     /// A 16 × 16 × 16 torus is {} hops across.
///     pod: torus_diameter(16, 3) ~= 24;
/// }
/// ```
#[formula(symbol = "D")]
pub const fn torus_diameter(
    #[symbol = "k"]
    #[domain(>= 1)]
    side: Count,
    #[symbol = "d"]
    #[domain(>= 1)]
    dimensions: Count,
) -> Count {
    dimensions * floor(side / 2)
}

/// Links that cross a cut of a torus into halves.
///
/// Each ring crosses the cut twice, there and back by its wraparound link.
///
/// Source: Dally and Towles (2004), "Principles and Practices of Interconnection Networks", chapter
/// 5.
///
/// ```
/// use mlsysim::{check, core::formulas::topology::torus_bisection_links};
/// check! {
///     /// {} links join the halves of a 16 × 16 × 16 torus.
///     pod: torus_bisection_links(16, 3) ~= 512;
/// }
/// ```
#[formula(symbol = r"L_{\text{bis}}")]
pub const fn torus_bisection_links(
    #[symbol = "k"]
    #[domain(>= 2)]
    side: Count,
    #[symbol = "d"]
    #[domain(>= 1)]
    dimensions: Count,
) -> Count {
    2 * side ^ (dimensions - 1)
}

//! Collective operations and transfers between devices.
//!
//! Times are the latency-bandwidth model: each message costs a latency, each byte
//! its share of a link. Bandwidths are of one direction of one device's link;
//! the arithmetic of a reduction is left out.

use crate::formula;

use crate::units::{Bandwidth, Count, Information, Ratio, Time};

/// Time of one message between two devices.
///
/// Source: Hockney (1994), "The Communication Challenge for MPP: Intel Paragon and Meiko CS-2",
/// Parallel Computing 20(3), section 2.
///
/// ```
/// use mlsysim::{check, core::formulas::communication::point_to_point_time};
/// check! {
///     /// A message of 1 MB arrives after {}.
///     message: point_to_point_time(1 MB, 5 us, 50 GB/s) ~= 25 us;
/// }
/// ```
#[formula(symbol = r"T_{\text{p2p}}")]
pub const fn point_to_point_time(
    #[symbol = "M"]
    #[domain(>= 0)]
    message: Information,
    #[symbol = r"\alpha"]
    #[domain(>= 0)]
    latency: Time,
    #[symbol = r"\beta"]
    #[domain(> 0)]
    bandwidth: Bandwidth,
) -> Time {
    latency + message / bandwidth
}

/// The message size at which latency and transfer take equally long.
///
/// Smaller messages are bound by latency, larger ones by bandwidth.
///
/// Source: Hockney (1994), "The Communication Challenge for MPP: Intel Paragon and Meiko CS-2",
/// Parallel Computing 20(3), section 2 (there the half-performance length).
///
/// ```
/// use mlsysim::{check, core::formulas::communication::crossover_message_size};
/// check! {
///     /// Below {} the latency dominates.
///     crossover: crossover_message_size(5 us, 50 GB/s) ~= 250 KB;
/// }
/// ```
#[formula(symbol = "M^*")]
pub const fn crossover_message_size(
    #[symbol = r"\alpha"]
    #[domain(>= 0)]
    latency: Time,
    #[symbol = r"\beta"]
    #[domain(> 0)]
    bandwidth: Bandwidth,
) -> Information {
    latency * bandwidth
}

/// Time of an all-reduce around a ring.
///
/// A reduce-scatter and an all-gather of N − 1 steps each; every device sends
/// twice its message, less one part in N. Nothing for a single device.
///
/// Source: Patarasuk and Yuan (2009), "Bandwidth Optimal All-Reduce Algorithms for Clusters of
/// Workstations", Journal of Parallel and Distributed Computing 69(2), section 4.
///
/// ```
/// use mlsysim::{check, core::formulas::communication::ring_allreduce_time};
/// check! {
///     /// Eight GPUs sum 1 GB of gradients in {}.
///     gradients: ring_allreduce_time(1 GB, 8 GPUs, 100 GB/s, 0 s) ~= 17.5 ms;
/// }
/// ```
#[formula(symbol = r"T_{\text{ring}}")]
pub const fn ring_allreduce_time(
    #[symbol = "M"]
    #[domain(>= 0)]
    message: Information,
    #[symbol = "N"]
    #[domain(>= 1)]
    devices: Count,
    #[symbol = r"\beta"]
    #[domain(> 0)]
    bandwidth: Bandwidth,
    #[symbol = r"\alpha"]
    #[domain(>= 0)]
    latency: Time,
) -> Time {
    2 * (devices - 1) * (message / (devices * bandwidth) + latency)
}

/// Time of a reduce-scatter or of an all-gather around a ring: half of an all-reduce.
///
/// The message is the whole buffer, of which each device holds one part in N.
///
/// Source: Thakur, Rabenseifner and Gropp (2005), "Optimization of Collective Communication
/// Operations in MPICH", International Journal of High Performance Computing Applications 19(1),
/// section 4.1.
///
/// ```
/// use mlsysim::{check, core::formulas::communication::ring_allgather_time};
/// check! {
///     /// Eight GPUs gather 1 GB of weights in {}.
///     weights: ring_allgather_time(1 GB, 8 GPUs, 100 GB/s, 0 s) ~= 8.75 ms;
/// }
/// ```
#[formula(symbol = r"T_{\text{gather}}")]
pub const fn ring_allgather_time(
    #[symbol = "M"]
    #[domain(>= 0)]
    message: Information,
    #[symbol = "N"]
    #[domain(>= 1)]
    devices: Count,
    #[symbol = r"\beta"]
    #[domain(> 0)]
    bandwidth: Bandwidth,
    #[symbol = r"\alpha"]
    #[domain(>= 0)]
    latency: Time,
) -> Time {
    (devices - 1) * (message / (devices * bandwidth) + latency)
}

/// Time of an all-reduce up and down a binary tree.
///
/// Whole messages move in ⌈log₂ N⌉ steps each way: less latency than a ring, more
/// traffic.
///
/// Source: Thakur, Rabenseifner and Gropp (2005), "Optimization of Collective Communication
/// Operations in MPICH", International Journal of High Performance Computing Applications 19(1),
/// section 4.5.
///
/// ```
/// use mlsysim::{check, core::formulas::communication::tree_allreduce_time};
/// check! {
///     /// A small message crosses 1,024 GPUs in {}.
///     flag: tree_allreduce_time(8 B, 1_024 GPUs, 50 GB/s, 5 us) ~= 100 us;
/// }
/// ```
#[formula(symbol = r"T_{\text{tree}}")]
pub const fn tree_allreduce_time(
    #[symbol = "M"]
    #[domain(>= 0)]
    message: Information,
    #[symbol = "N"]
    #[domain(>= 1)]
    devices: Count,
    #[symbol = r"\beta"]
    #[domain(> 0)]
    bandwidth: Bandwidth,
    #[symbol = r"\alpha"]
    #[domain(>= 0)]
    latency: Time,
) -> Time {
    2 * ceil(log2(devices)) * (message / bandwidth + latency)
}

/// Time of an all-reduce over two complementary binary trees, as an approximation.
///
/// The traffic of a ring with the latency of a tree, each worsened by a factor:
/// 1.2 for the latency and 1.05 for the traffic are this approximation's usual
/// choice, not measurements.
///
/// Source: Sanders, Speck and Träff (2009), "Two-Tree Algorithms for Full Bandwidth Broadcast,
/// Reduction and Scan", Parallel Computing 35(12); in use since Jeaugey (2019), "Massively Scale
/// Your Deep Learning Training with NCCL 2.4".
///
/// ```
/// use mlsysim::{check, core::formulas::communication::double_binary_tree_allreduce_time};
/// check! {
///     /// 1,024 GPUs sum 1 GB in {}.
///     gradients: double_binary_tree_allreduce_time(1 GB, 1_024 GPUs, 50 GB/s, 5 us, 1.2, 1.05)
///         ~= 42.1 ms;
/// }
/// ```
#[formula(symbol = r"T_{\text{2tree}}")]
pub const fn double_binary_tree_allreduce_time(
    #[symbol = "M"]
    #[domain(>= 0)]
    message: Information,
    #[symbol = "N"]
    #[domain(>= 1)]
    devices: Count,
    #[symbol = r"\beta"]
    #[domain(> 0)]
    bandwidth: Bandwidth,
    #[symbol = r"\alpha"]
    #[domain(>= 0)]
    latency: Time,
    #[symbol = r"k_\alpha"]
    #[domain(>= 0)]
    latency_factor: Ratio,
    #[symbol = r"k_\beta"]
    #[domain(>= 0)]
    bandwidth_factor: Ratio,
) -> Time {
    latency_factor * 2 * log2(devices) * latency
        + bandwidth_factor * 2 * (devices - 1) * message / (devices * bandwidth)
}

/// The message size at which a ring and a tree all-reduce take about equally long.
///
/// An estimate for many devices: within 10% of the intersection of the two from
/// 32 devices, 40% above it at 8; with two devices they never meet. Nothing for
/// a single device.
///
/// Source: the intersection of [`ring_allreduce_time`] and [`tree_allreduce_time`], after Thakur,
/// Rabenseifner and Gropp (2005), "Optimization of Collective Communication Operations in MPICH",
/// section 4.5.
///
/// ```
/// use mlsysim::{check, core::formulas::communication::ring_tree_crossover_size};
/// check! {
///     /// For 1,024 GPUs a ring pays off above {}.
///     crossover: ring_tree_crossover_size(1_024 GPUs, 5 us, 50 GB/s) ~= 25.6 MB;
/// }
/// ```
#[formula(symbol = r"M_{\text{ring=tree}}")]
pub const fn ring_tree_crossover_size(
    #[symbol = "N"]
    #[domain(>= 1)]
    devices: Count,
    #[symbol = r"\alpha"]
    #[domain(>= 0)]
    latency: Time,
    #[symbol = r"\beta"]
    #[domain(> 0)]
    bandwidth: Bandwidth,
) -> Information {
    if devices > 1 {
        devices * latency * bandwidth / log2(devices)
    } else {
        q!(0 B)
    }
}

/// Time of an all-to-all, in which every device sends each other one a part of its buffer.
///
/// The message is one device's buffer, of which one part in N stays at home.
///
/// Source: Thakur, Rabenseifner and Gropp (2005), "Optimization of Collective Communication
/// Operations in MPICH", International Journal of High Performance Computing Applications 19(1),
/// section 4.3 (pairwise exchange).
///
/// ```
/// use mlsysim::{check, core::formulas::communication::all_to_all_time};
/// check! {
///     /// Routing 64 MB of tokens among 64 experts takes {}.
///     routing: all_to_all_time(64 MB, 64 GPUs, 50 GB/s, 5 us) ~= 1.575 ms;
/// }
/// ```
#[formula(symbol = r"T_{\text{a2a}}")]
pub const fn all_to_all_time(
    #[symbol = "M"]
    #[domain(>= 0)]
    message: Information,
    #[symbol = "N"]
    #[domain(>= 1)]
    devices: Count,
    #[symbol = r"\beta"]
    #[domain(> 0)]
    bandwidth: Bandwidth,
    #[symbol = r"\alpha"]
    #[domain(>= 0)]
    latency: Time,
) -> Time {
    (devices - 1) * (message / (devices * bandwidth) + latency)
}

/// Time of an all-reduce in three phases: within each node, across nodes, within each node again.
///
/// Every device of a node reduces one part of the message across nodes, over a
/// link of its own: where a node shares one link, give that link's bandwidth
/// divided by the devices.
///
/// Source: Jia et al. (2018), "Highly Scalable Deep Learning Training System with Mixed-Precision:
/// Training ImageNet in Four Minutes"; phases after Patarasuk and Yuan (2009),
/// "Bandwidth Optimal All-Reduce Algorithms for Clusters of Workstations".
///
/// ```
/// use mlsysim::{check, core::formulas::communication::hierarchical_allreduce_time};
/// check! {
///     /// 128 nodes of 8 GPUs sum 1 GB in {}.
///     gradients: hierarchical_allreduce_time(
///         1 GB, 128 nodes, 8 GPUs, 450 GB/s, 50 GB/s, 500 ns, 5 us) ~= 10.1 ms;
/// }
/// ```
#[formula(symbol = r"T_{\text{hier}}")]
pub const fn hierarchical_allreduce_time(
    #[symbol = "M"]
    #[domain(>= 0)]
    message: Information,
    #[symbol = "n"]
    #[domain(>= 1)]
    nodes: Count,
    #[symbol = "g"]
    #[domain(>= 1)]
    devices_per_node: Count,
    #[symbol = r"\beta_{\text{in}}"]
    #[domain(> 0)]
    bandwidth_within: Bandwidth,
    #[symbol = r"\beta_{\text{out}}"]
    #[domain(> 0)]
    bandwidth_across: Bandwidth,
    #[symbol = r"\alpha_{\text{in}}"]
    #[domain(>= 0)]
    latency_within: Time,
    #[symbol = r"\alpha_{\text{out}}"]
    #[domain(>= 0)]
    latency_across: Time,
) -> Time {
    2 * (devices_per_node - 1) * (message / (devices_per_node * bandwidth_within) + latency_within)
        + 2 * (nodes - 1)
            * (message / (nodes * devices_per_node * bandwidth_across) + latency_across)
}

//! Drives, file systems and object stores. All are conventions from vendors' ranges.
#![doc = include_str!("tables/storage.md")]

use super::Source;
use super::source::{UNSOURCED, where_known};
use crate::units::{Bandwidth, Count, Frequency, Information, Time};
use crate::{constants, formula, q};

/// Whether data outlives the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Lost with the node.
    Local,
    /// Kept elsewhere.
    Durable,
}

/// A place to keep data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Storage {
    /// Its name in prose.
    pub name: &'static str,
    /// What holds the data.
    pub medium: &'static str,
    /// How it is attached.
    pub interface: Option<&'static str>,
    /// Whether data outlives the machine.
    pub durability: Durability,
    /// What it holds.
    pub capacity: Option<Information>,
    /// Its sequential rate.
    pub bandwidth: Bandwidth,
    /// From request to data.
    pub latency: Option<Time>,
    /// Random accesses that it serves.
    pub access_rate: Option<Frequency>,
    /// Where the figures come from.
    pub source: Source,
}

impl Storage {
    where_known! {
        /// What it holds, where it is stated.
        capacity: Information = capacity, "capacity";
        /// From request to data, where it is stated.
        latency: Time = latency, "latency";
        /// Random accesses that it serves, where they are stated.
        access_rate: Frequency = access_rate, "access rate";
    }
}

/// Equal drives of one node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Array {
    /// Its name in prose.
    pub name: &'static str,
    /// Each of its drives.
    pub device: &'static Storage,
    /// How many of them.
    pub devices: Count,
    /// Where the figures come from.
    pub source: Source,
}

impl Array {
    /// The rate of all drives.
    ///
    /// ```
    /// use mlsysim::core::constants::storage::NVME_GEN4_X4;
    /// use mlsysim::q;
    /// assert_eq!(NVME_GEN4_X4.bandwidth(), q!(28 GB/s));
    /// ```
    #[formula]
    pub const fn bandwidth(&self) -> Bandwidth {
        self.device.bandwidth * self.devices
    }
}

/// Where checkpoints go: first to the node, then to a store that outlives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CheckpointPath {
    /// Its name in prose.
    pub name: &'static str,
    /// The drives of each node.
    pub local_stage: &'static Array,
    /// Where checkpoints are kept.
    pub durable_store: &'static Storage,
    /// The rate at which they arrive there.
    pub write_bandwidth: Bandwidth,
    /// Where the figures come from.
    pub source: Source,
}

constants! {
    const TIERS: Source = Source::convention(
        "Generic storage/memory bandwidth tiers (NVMe Gen3/4/5, DDR, host DRAM) from vendor datasheet ranges",
    )
    .checked(2026, 3, 6);

    /// Cloud block storage baseline.
    pub const CLOUD_BLOCK: Storage = Storage {
        name: "Cloud block storage baseline",
        medium: "cloud block volume",
        interface: None,
        durability: Durability::Durable,
        capacity: None,
        bandwidth: q!(250 MB/s),
        latency: None,
        access_rate: None,
        source: TIERS,
    };

    /// 7.2k RPM HDD.
    pub const HARD_DISK: Storage = Storage {
        name: "7.2k RPM HDD",
        medium: "HDD",
        interface: Some("SATA"),
        durability: Durability::Local,
        capacity: None,
        bandwidth: q!(150 MB/s),
        latency: None,
        access_rate: Some(q!(100 / 1 s)),
        source: TIERS,
    };

    /// Local NVMe SSD (Gen3).
    pub const NVME_GEN3: Storage = Storage {
        name: "Local NVMe SSD (Gen3)",
        medium: "NVMe SSD",
        interface: Some("PCIe Gen3"),
        durability: Durability::Local,
        capacity: None,
        bandwidth: q!(3.5 GB/s),
        latency: None,
        access_rate: Some(q!(500_000 / 1 s)),
        source: TIERS,
    };

    /// Local NVMe SSD (Gen4).
    pub const NVME_GEN4: Storage = Storage {
        name: "Local NVMe SSD (Gen4)",
        medium: "NVMe SSD",
        interface: Some("PCIe Gen4"),
        durability: Durability::Local,
        capacity: None,
        bandwidth: q!(7 GB/s),
        latency: Some(q!(100 us)),
        access_rate: None,
        source: TIERS,
    };

    /// Local NVMe SSD (Gen4, 7.68 TB).
    pub const NVME_GEN4_7_68_TB: Storage = Storage {
        name: "Local NVMe SSD (Gen4, 7.68 TB)",
        capacity: Some(q!(7.68 TB)),
        ..NVME_GEN4
    };

    /// Local NVMe SSD (Gen5).
    pub const NVME_GEN5: Storage = Storage {
        name: "Local NVMe SSD (Gen5)",
        medium: "NVMe SSD",
        interface: Some("PCIe Gen5"),
        durability: Durability::Local,
        capacity: None,
        bandwidth: q!(14 GB/s),
        latency: Some(q!(10 us)),
        access_rate: Some(q!(1_500_000 / 1 s)),
        source: TIERS,
    };

    /// Local NVMe training tier (low).
    pub const NVME_TRAINING_LOW: Storage = Storage {
        name: "Local NVMe training tier (low)",
        medium: "NVMe SSD",
        interface: Some("PCIe"),
        durability: Durability::Local,
        capacity: None,
        bandwidth: q!(3 GB/s),
        latency: None,
        access_rate: None,
        source: TIERS,
    };

    /// Local NVMe training tier (typical).
    pub const NVME_TRAINING_TYPICAL: Storage = Storage {
        name: "Local NVMe training tier (typical)",
        medium: "NVMe SSD",
        interface: Some("PCIe"),
        durability: Durability::Local,
        capacity: None,
        bandwidth: q!(5 GB/s),
        latency: None,
        access_rate: None,
        source: TIERS,
    };

    /// Object storage single-stream read.
    pub const OBJECT_STORE_STREAM: Storage = Storage {
        name: "Object storage single-stream read",
        medium: "object storage",
        interface: Some("HTTP range request"),
        durability: Durability::Durable,
        capacity: None,
        bandwidth: q!(100 MB/s),
        latency: None,
        access_rate: None,
        source: TIERS,
    };

    /// Reference parallel file system (1 TB/s).
    pub const PARALLEL_FILE_SYSTEM: Storage = Storage {
        name: "Reference parallel file system (1 TB/s)",
        medium: "parallel file system",
        interface: None,
        durability: Durability::Durable,
        capacity: None,
        bandwidth: q!(1 TB/s),
        latency: None,
        access_rate: None,
        source: TIERS,
    };

    /// Parallel file system per-client share (uncontended).
    pub const PARALLEL_FILE_SYSTEM_SHARE: Storage = Storage {
        name: "Parallel file system per-client share (uncontended)",
        medium: "parallel file system",
        interface: None,
        durability: Durability::Durable,
        capacity: None,
        bandwidth: q!(4 GB/s),
        latency: None,
        access_rate: None,
        source: TIERS,
    };

    /// SATA SSD.
    pub const SATA_SSD: Storage = Storage {
        name: "SATA SSD",
        medium: "SATA SSD",
        interface: Some("SATA"),
        durability: Durability::Local,
        capacity: None,
        bandwidth: q!(550 MB/s),
        latency: None,
        access_rate: Some(q!(10_000 / 1 s)),
        source: TIERS,
    };

    /// SATA SSD (effective sequential).
    pub const SATA_SSD_EFFECTIVE: Storage = Storage {
        name: "SATA SSD (effective sequential)",
        medium: "SATA SSD",
        interface: Some("SATA"),
        durability: Durability::Local,
        capacity: None,
        bandwidth: q!(500 MB/s),
        latency: None,
        access_rate: None,
        source: TIERS,
    };

    /// Every drive and store of this page.
    pub const DEVICES: &[&Storage] = all!();

    /// Four Gen4 drives.
    pub const NVME_GEN4_X4: Array = Array {
        name: "4x local Gen4 NVMe drives per node",
        device: &NVME_GEN4,
        devices: q!(4),
        source: TIERS,
    };

    /// Four Gen4 drives of 7.68 TB.
    pub const NVME_GEN4_7_68_TB_X4: Array = Array {
        name: "4x local Gen4 7.68 TB NVMe drives per node",
        device: &NVME_GEN4_7_68_TB,
        ..NVME_GEN4_X4
    };

    /// Four Gen5 drives.
    pub const NVME_GEN5_X4: Array = Array {
        name: "4x local Gen5 NVMe drives per node",
        device: &NVME_GEN5,
        ..NVME_GEN4_X4
    };

    /// Every array of this page.
    pub const ARRAYS: &[&Array] = all!();

    /// The checkpoint path of [`PRODUCTION_2K`](super::clusters::PRODUCTION_2K).
    pub const PRODUCTION_2K_CHECKPOINT_PATH: CheckpointPath = CheckpointPath {
        name: "Production 2K checkpoint path",
        local_stage: &NVME_GEN4_X4,
        durable_store: &PARALLEL_FILE_SYSTEM,
        write_bandwidth: PARALLEL_FILE_SYSTEM.bandwidth,
        source: TIERS,
    };

    /// From storage to accelerator memory without a detour through the host.
    #[source(UNSOURCED)]
    pub const DIRECT_LATENCY: Time = q!(30 us);

    /// From storage to accelerator memory through the host.
    #[source(UNSOURCED)]
    pub const STAGED_LATENCY: Time = q!(120 us);
}

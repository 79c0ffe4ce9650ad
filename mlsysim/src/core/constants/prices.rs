//! Prices of machines, electricity, storage and work, in US dollars.
//!
//! Rents are for one device: `GPUs * {rent} * hours` is money.
#![doc = include_str!("tables/prices.md")]

use super::Source;
use crate::units::{
    EnergyPrice, Frequency, InformationPrice, MassFlow, Money, MoneyRate, Ratio, StoragePrice, Time,
};
use crate::{constants, q};

constants! {
    const FLEET_CARBON: Source = Source::estimate(
        "Illustrative per-GPU-hour carbon proxy for responsible-AI examples",
    )
    .checked(2026, 3, 6);

    const BARROSO_2018: Source = Source::literature(
        "Barroso et al. (2018), The Datacenter as a Computer (3rd ed.)",
        "https://doi.org/10.1007/978-3-031-01761-2",
    )
    .checked(2026, 3, 6);

    const CLOUD_LIST_PRICES: Source = Source::illustrative(
        "Illustrative US cloud list prices (2024–2025 order of magnitude)",
    )
    .checked(2026, 3, 6);

    const CLOUD_DISCOUNTS: Source = Source::estimate(
        "Illustrative public-cloud spot and reserved discount ranges versus on-demand",
    )
    .checked(2026, 9, 28);

    const INTERNAL_RATES: Source = Source::illustrative(
        "Illustrative internal GPU-hour and chargeback rates (2024)",
    )
    .checked(2026, 3, 6);

    const LABELING: Source = Source::illustrative(
        "Illustrative data-labeling cost ranges (2024 estimates)",
    )
    .checked(2026, 3, 6);

    const LABOR: Source = Source::estimate(
        "Illustrative fully loaded ML engineer cost per hour",
    )
    .checked(2026, 9, 28);

    const LINK_MEDIA: Source = Source::estimate(
        "Illustrative 400G-class link-media prices (DAC, AOC, optical link)",
    )
    .checked(2026, 9, 28);

    const STORAGE_LIST_PRICES: Source = Source::illustrative(
        "Illustrative cloud/object-storage list prices (2024 order of magnitude)",
    )
    .checked(2026, 3, 6);

    /// How long accelerators are kept in service at most.
    #[source(BARROSO_2018)]
    pub const ACCELERATOR_EXTENDED_SERVICE_LIFE: Time = q!(4 years);

    /// How long accelerators are written off over.
    #[source(BARROSO_2018)]
    pub const ACCELERATOR_SERVICE_LIFE: Time = q!(3 years);

    /// Maintenance a year, as a share of the capital cost.
    #[source(BARROSO_2018)]
    pub const ANNUAL_MAINTENANCE: Frequency = q!(5% / 1 year);

    /// A DGX H100 node to buy.
    #[source(BARROSO_2018)]
    pub const DGX_H100_NODE: Money = q!(350_000 USD);

    /// An H100 to buy, in the scenario of rent against purchase.
    #[source(BARROSO_2018)]
    pub const H100_PURCHASE: Money = q!(30_000 USD);

    /// An A10G for inference, rented.
    #[source(CLOUD_LIST_PRICES)]
    pub const CLOUD_A10G_INFERENCE: MoneyRate = q!(0.75 USD/h);

    /// A c5.xlarge instance without accelerator, rented.
    #[source(CLOUD_LIST_PRICES)]
    pub const CLOUD_CPU_INSTANCE: MoneyRate = q!(0.17 USD/h);

    /// Data sent out of a cloud.
    #[source(CLOUD_LIST_PRICES)]
    pub const CLOUD_EGRESS: InformationPrice = q!(0.09 USD/GB);

    /// Electricity of a cloud region in the US.
    #[source(CLOUD_LIST_PRICES)]
    pub const CLOUD_ELECTRICITY: EnergyPrice = q!(0.12 USD/kWh);

    /// A GPU for inference, rented.
    #[source(CLOUD_LIST_PRICES)]
    pub const CLOUD_GPU_INFERENCE: MoneyRate = q!(2.5 USD/h);

    /// A GPU for training, rented.
    #[source(CLOUD_LIST_PRICES)]
    pub const CLOUD_GPU_TRAINING: MoneyRate = q!(4 USD/h);

    /// A GPU for training, rented, in the scenario of rent against purchase.
    #[source(CLOUD_LIST_PRICES)]
    pub const CLOUD_GPU_TRAINING_SCENARIO: MoneyRate = q!(3 USD/h);

    /// The cheapest GPU to rent.
    #[source(CLOUD_LIST_PRICES)]
    pub const CLOUD_LOW_COST_GPU: MoneyRate = q!(0.5 USD/h);

    /// Discount for committed use, at most.
    #[source(CLOUD_DISCOUNTS)]
    pub const CLOUD_RESERVED_DISCOUNT_HIGH: Ratio = q!(60%);

    /// Discount for committed use, at least.
    #[source(CLOUD_DISCOUNTS)]
    pub const CLOUD_RESERVED_DISCOUNT_LOW: Ratio = q!(40%);

    /// Discount for capacity that can be taken away, at most.
    #[source(CLOUD_DISCOUNTS)]
    pub const CLOUD_SPOT_DISCOUNT_HIGH: Ratio = q!(90%);

    /// Discount for capacity that can be taken away, at least.
    #[source(CLOUD_DISCOUNTS)]
    pub const CLOUD_SPOT_DISCOUNT_LOW: Ratio = q!(60%);

    /// A g4dn.xlarge instance with one T4, rented.
    #[source(CLOUD_LIST_PRICES)]
    pub const CLOUD_T4_INSTANCE: MoneyRate = q!(0.53 USD/h);

    /// A TPU v4, rented.
    #[source(CLOUD_LIST_PRICES)]
    pub const CLOUD_TPU_V4: MoneyRate = q!(4 USD/h);

    /// A GPU of an own fleet.
    #[source(INTERNAL_RATES)]
    pub const FLEET_GPU: MoneyRate = q!(2 USD/h);

    /// What a team is charged for a GPU.
    #[source(INTERNAL_RATES)]
    pub const FLEET_CHARGEBACK: MoneyRate = q!(2.5 USD/h);

    /// A GPU of an own fleet that can be taken away.
    #[source(INTERNAL_RATES)]
    pub const FLEET_SPOT_GPU: MoneyRate = q!(0.7 USD/h);

    /// A bounding box drawn, at most.
    #[source(LABELING)]
    pub const LABELING_BOX_HIGH: Money = q!(0.2 USD);

    /// A bounding box drawn, at least.
    #[source(LABELING)]
    pub const LABELING_BOX_LOW: Money = q!(0.05 USD);

    /// A label by a crowd worker, at most.
    #[source(LABELING)]
    pub const LABELING_CROWD_HIGH: Money = q!(0.05 USD);

    /// A label by a crowd worker, at least.
    #[source(LABELING)]
    pub const LABELING_CROWD_LOW: Money = q!(0.01 USD);

    /// A label by a physician, at most.
    #[source(LABELING)]
    pub const LABELING_MEDICAL_HIGH: Money = q!(200 USD);

    /// A label by a physician, at least.
    #[source(LABELING)]
    pub const LABELING_MEDICAL_LOW: Money = q!(50 USD);

    /// An engineer with all overheads.
    #[source(LABOR)]
    pub const ENGINEER: MoneyRate = q!(150 USD/h);

    /// A million data points taken in.
    #[source(CLOUD_LIST_PRICES)]
    pub const MONITORING_INGESTION_PER_MILLION: Money = q!(0.3 USD);

    /// A query of metrics.
    #[source(CLOUD_LIST_PRICES)]
    pub const MONITORING_QUERY: Money = q!(0.02 USD);

    /// Metrics kept.
    #[source(CLOUD_LIST_PRICES)]
    pub const MONITORING_STORAGE: StoragePrice = q!(1 USD/GB/month);

    /// An active optical cable.
    #[source(LINK_MEDIA)]
    pub const ACTIVE_OPTICAL_CABLE: Money = q!(500 USD);

    /// A direct-attach copper cable.
    #[source(LINK_MEDIA)]
    pub const DIRECT_ATTACH_CABLE: Money = q!(50 USD);

    /// The optics of a link.
    #[source(LINK_MEDIA)]
    pub const OPTICAL_LINK: Money = q!(500 USD);

    /// Electricity for industry in the US.
    #[source(BARROSO_2018)]
    pub const ON_PREMISES_ELECTRICITY: EnergyPrice = q!(0.07 USD/kWh);

    /// The deepest archive tier of an object store.
    #[source(STORAGE_LIST_PRICES)]
    pub const STORAGE_DEEP_ARCHIVE: StoragePrice = q!(1 USD/TB/month);

    /// Data read back from an archive tier.
    #[source(STORAGE_LIST_PRICES)]
    pub const STORAGE_ARCHIVE_RETRIEVAL: InformationPrice = q!(0.02 USD/GB);

    /// The archive tier of an object store.
    #[source(STORAGE_LIST_PRICES)]
    pub const STORAGE_ARCHIVE: StoragePrice = q!(0.004 USD/GB/month);

    /// High-bandwidth memory to buy.
    #[source(STORAGE_LIST_PRICES)]
    pub const HBM: InformationPrice = q!(15 USD/GB);

    /// High-bandwidth memory to buy, at least.
    #[source(STORAGE_LIST_PRICES)]
    pub const HBM_LOW: InformationPrice = q!(10 USD/GB);

    /// DDR5 memory to buy, at most.
    #[source(STORAGE_LIST_PRICES)]
    pub const HOST_DRAM_HIGH: InformationPrice = q!(5 USD/GB);

    /// DDR5 memory to buy, at least.
    #[source(STORAGE_LIST_PRICES)]
    pub const HOST_DRAM_LOW: InformationPrice = q!(3 USD/GB);

    /// NVMe drives, rented, at most.
    #[source(STORAGE_LIST_PRICES)]
    pub const STORAGE_NVME_HIGH: StoragePrice = q!(300 USD/TB/month);

    /// NVMe drives, rented, at least.
    #[source(STORAGE_LIST_PRICES)]
    pub const STORAGE_NVME_LOW: StoragePrice = q!(100 USD/TB/month);

    /// A parallel file system.
    #[source(STORAGE_LIST_PRICES)]
    pub const STORAGE_PARALLEL_FILE_SYSTEM: StoragePrice = q!(30 USD/TB/month);

    /// A thousand reads from an object store.
    #[source(STORAGE_LIST_PRICES)]
    pub const STORAGE_OBJECT_GET_PER_THOUSAND: Money = q!(0.0004 USD);

    /// The standard tier of an object store, at least.
    #[source(STORAGE_LIST_PRICES)]
    pub const STORAGE_OBJECT_LOW: StoragePrice = q!(0.02 USD/GB/month);

    /// The standard tier of an object store.
    #[source(STORAGE_LIST_PRICES)]
    pub const STORAGE_OBJECT: StoragePrice = q!(23 USD/TB/month);

    /// Emissions of a GPU that works, in CO₂ equivalents over time.
    #[source(FLEET_CARBON)]
    pub const FLEET_GPU_CARBON: MassFlow = q!(0.16 kg/h);
}

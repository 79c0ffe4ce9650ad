//! Prices of machines, electricity, storage and work, in US dollars.
//!
//! Rents are for one device: `GPUs * {rent} * hours` is money.
#![doc = include_str!("tables/prices.md")]

use super::Source;
use super::source::{date, estimate, illustrative, literature, sourced};
use crate::q;
use crate::units::{
    EnergyPrice, Frequency, InformationPrice, MassFlow, Money, MoneyRate, Ratio, StoragePrice, Time,
};

const FLEET_CARBON: Source = estimate(
    "Illustrative per-GPU-hour carbon proxy for responsible-AI examples",
    date(2026, 3, 6),
);
const BARROSO_2018: Source = literature(
    "Barroso et al. (2018), The Datacenter as a Computer (3rd ed.)",
    "https://doi.org/10.1007/978-3-031-01761-2",
    date(2026, 3, 6),
);
const CLOUD_LIST_PRICES: Source = illustrative(
    "Illustrative US cloud list prices (2024–2025 order of magnitude)",
    date(2026, 3, 6),
);
const CLOUD_DISCOUNTS: Source = estimate(
    "Illustrative public-cloud spot and reserved discount ranges versus on-demand",
    date(2026, 9, 28),
);
const INTERNAL_RATES: Source = illustrative(
    "Illustrative internal GPU-hour and chargeback rates (2024)",
    date(2026, 3, 6),
);
const LABELING: Source = illustrative(
    "Illustrative data-labeling cost ranges (2024 estimates)",
    date(2026, 3, 6),
);
const LABOR: Source = estimate(
    "Illustrative fully loaded ML engineer cost per hour",
    date(2026, 9, 28),
);
const LINK_MEDIA: Source = estimate(
    "Illustrative 400G-class link-media prices (DAC, AOC, optical link)",
    date(2026, 9, 28),
);
const STORAGE_LIST_PRICES: Source = illustrative(
    "Illustrative cloud/object-storage list prices (2024 order of magnitude)",
    date(2026, 3, 6),
);

sourced! {
    /// How long accelerators are kept in service at most.
    ACCELERATOR_EXTENDED_SERVICE_LIFE: Time = q!(4 years), BARROSO_2018;
    /// How long accelerators are written off over.
    ACCELERATOR_SERVICE_LIFE: Time = q!(3 years), BARROSO_2018;
    /// Maintenance a year, as a share of the capital cost.
    ANNUAL_MAINTENANCE: Frequency = q!(5% / 1 year), BARROSO_2018;
    /// A DGX H100 node to buy.
    DGX_H100_NODE: Money = q!(350_000 USD), BARROSO_2018;
    /// An H100 to buy, in the scenario of rent against purchase.
    H100_PURCHASE: Money = q!(30_000 USD), BARROSO_2018;
    /// An A10G for inference, rented.
    CLOUD_A10G_INFERENCE: MoneyRate = q!(0.75 USD/h), CLOUD_LIST_PRICES;
    /// A c5.xlarge instance without accelerator, rented.
    CLOUD_CPU_INSTANCE: MoneyRate = q!(0.17 USD/h), CLOUD_LIST_PRICES;
    /// Data sent out of a cloud.
    CLOUD_EGRESS: InformationPrice = q!(0.09 USD/GB), CLOUD_LIST_PRICES;
    /// Electricity of a cloud region in the US.
    CLOUD_ELECTRICITY: EnergyPrice = q!(0.12 USD/kWh), CLOUD_LIST_PRICES;
    /// A GPU for inference, rented.
    CLOUD_GPU_INFERENCE: MoneyRate = q!(2.5 USD/h), CLOUD_LIST_PRICES;
    /// A GPU for training, rented.
    CLOUD_GPU_TRAINING: MoneyRate = q!(4 USD/h), CLOUD_LIST_PRICES;
    /// A GPU for training, rented, in the scenario of rent against purchase.
    CLOUD_GPU_TRAINING_SCENARIO: MoneyRate = q!(3 USD/h), CLOUD_LIST_PRICES;
    /// The cheapest GPU to rent.
    CLOUD_LOW_COST_GPU: MoneyRate = q!(0.5 USD/h), CLOUD_LIST_PRICES;
    /// Discount for committed use, at most.
    CLOUD_RESERVED_DISCOUNT_HIGH: Ratio = q!(60%), CLOUD_DISCOUNTS;
    /// Discount for committed use, at least.
    CLOUD_RESERVED_DISCOUNT_LOW: Ratio = q!(40%), CLOUD_DISCOUNTS;
    /// Discount for capacity that can be taken away, at most.
    CLOUD_SPOT_DISCOUNT_HIGH: Ratio = q!(90%), CLOUD_DISCOUNTS;
    /// Discount for capacity that can be taken away, at least.
    CLOUD_SPOT_DISCOUNT_LOW: Ratio = q!(60%), CLOUD_DISCOUNTS;
    /// A g4dn.xlarge instance with one T4, rented.
    CLOUD_T4_INSTANCE: MoneyRate = q!(0.53 USD/h), CLOUD_LIST_PRICES;
    /// A TPU v4, rented.
    CLOUD_TPU_V4: MoneyRate = q!(4 USD/h), CLOUD_LIST_PRICES;
    /// A GPU of an own fleet.
    FLEET_GPU: MoneyRate = q!(2 USD/h), INTERNAL_RATES;
    /// What a team is charged for a GPU.
    FLEET_CHARGEBACK: MoneyRate = q!(2.5 USD/h), INTERNAL_RATES;
    /// A GPU of an own fleet that can be taken away.
    FLEET_SPOT_GPU: MoneyRate = q!(0.7 USD/h), INTERNAL_RATES;
    /// A bounding box drawn, at most.
    LABELING_BOX_HIGH: Money = q!(0.2 USD), LABELING;
    /// A bounding box drawn, at least.
    LABELING_BOX_LOW: Money = q!(0.05 USD), LABELING;
    /// A label by a crowd worker, at most.
    LABELING_CROWD_HIGH: Money = q!(0.05 USD), LABELING;
    /// A label by a crowd worker, at least.
    LABELING_CROWD_LOW: Money = q!(0.01 USD), LABELING;
    /// A label by a physician, at most.
    LABELING_MEDICAL_HIGH: Money = q!(200 USD), LABELING;
    /// A label by a physician, at least.
    LABELING_MEDICAL_LOW: Money = q!(50 USD), LABELING;
    /// An engineer with all overheads.
    ENGINEER: MoneyRate = q!(150 USD/h), LABOR;
    /// A million data points taken in.
    MONITORING_INGESTION_PER_MILLION: Money = q!(0.3 USD), CLOUD_LIST_PRICES;
    /// A query of metrics.
    MONITORING_QUERY: Money = q!(0.02 USD), CLOUD_LIST_PRICES;
    /// Metrics kept.
    MONITORING_STORAGE: StoragePrice = q!(1 USD/GB/month), CLOUD_LIST_PRICES;
    /// An active optical cable.
    ACTIVE_OPTICAL_CABLE: Money = q!(500 USD), LINK_MEDIA;
    /// A direct-attach copper cable.
    DIRECT_ATTACH_CABLE: Money = q!(50 USD), LINK_MEDIA;
    /// The optics of a link.
    OPTICAL_LINK: Money = q!(500 USD), LINK_MEDIA;
    /// Electricity for industry in the US.
    ON_PREMISES_ELECTRICITY: EnergyPrice = q!(0.07 USD/kWh), BARROSO_2018;
    /// The deepest archive tier of an object store.
    STORAGE_DEEP_ARCHIVE: StoragePrice = q!(1 USD/TB/month), STORAGE_LIST_PRICES;
    /// Data read back from an archive tier.
    STORAGE_ARCHIVE_RETRIEVAL: InformationPrice = q!(0.02 USD/GB), STORAGE_LIST_PRICES;
    /// The archive tier of an object store.
    STORAGE_ARCHIVE: StoragePrice = q!(0.004 USD/GB/month), STORAGE_LIST_PRICES;
    /// High-bandwidth memory to buy.
    HBM: InformationPrice = q!(15 USD/GB), STORAGE_LIST_PRICES;
    /// High-bandwidth memory to buy, at least.
    HBM_LOW: InformationPrice = q!(10 USD/GB), STORAGE_LIST_PRICES;
    /// DDR5 memory to buy, at most.
    HOST_DRAM_HIGH: InformationPrice = q!(5 USD/GB), STORAGE_LIST_PRICES;
    /// DDR5 memory to buy, at least.
    HOST_DRAM_LOW: InformationPrice = q!(3 USD/GB), STORAGE_LIST_PRICES;
    /// NVMe drives, rented, at most.
    STORAGE_NVME_HIGH: StoragePrice = q!(300 USD/TB/month), STORAGE_LIST_PRICES;
    /// NVMe drives, rented, at least.
    STORAGE_NVME_LOW: StoragePrice = q!(100 USD/TB/month), STORAGE_LIST_PRICES;
    /// A parallel file system.
    STORAGE_PARALLEL_FILE_SYSTEM: StoragePrice = q!(30 USD/TB/month), STORAGE_LIST_PRICES;
    /// A thousand reads from an object store.
    STORAGE_OBJECT_GET_PER_THOUSAND: Money = q!(0.0004 USD), STORAGE_LIST_PRICES;
    /// The standard tier of an object store, at least.
    STORAGE_OBJECT_LOW: StoragePrice = q!(0.02 USD/GB/month), STORAGE_LIST_PRICES;
    /// The standard tier of an object store.
    STORAGE_OBJECT: StoragePrice = q!(23 USD/TB/month), STORAGE_LIST_PRICES;
    /// Emissions of a GPU that works, in CO₂ equivalents over time.
    FLEET_GPU_CARBON: MassFlow = q!(0.16 kg/h), FLEET_CARBON;
}

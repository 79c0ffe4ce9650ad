//! How long components last, and how often they are wrong without failing.
//!
//! ```
//! use mlsysim::core::constants::{clusters::TRAINING_10K, reliability};
//! use mlsysim::{q, units::Time};
//!
//! const FAILURE_INTERVAL: Time = q!(reliability::GPU.mttf / TRAINING_10K.accelerators());
//! assert_eq!(FAILURE_INTERVAL, q!(5 h));
//! ```
#![doc = include_str!("tables/reliability.md")]

use super::Source;
use super::source::UNSOURCED;
use crate::units::{Frequency, InformationFailureRate, Time};
use crate::{constants, q};

/// A part of a machine that fails.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Component {
    /// Its name in prose.
    pub name: &'static str,
    /// Mean time to failure in steady operation.
    pub mttf: Time,
    /// Where it is published.
    pub source: Source,
}

constants! {
    const FLEET_STUDIES: Source = Source::literature(
        "Kokolis et al. (2025, HPCA); Zu et al. (2024, NSDI); Barroso et al. (2018): order of magnitude of the steady-state mean time to failure",
        "https://doi.org/10.1109/hpca61900.2025.00096",
    )
    .checked(2026, 3, 6);

    /// Optical cable with its transceivers. Source: Kokolis et al. (2025), HPCA.
    pub const CABLE: Component = Component {
        name: "optical cable / transceiver",
        mttf: q!(50_000 h),
        source: FLEET_STUDIES,
    };

    /// A DGX node as a whole. Source: Kokolis et al. (2025), HPCA.
    pub const DGX_NODE: Component = Component {
        name: "DGX node composite",
        mttf: q!(1_000 h),
        source: FLEET_STUDIES,
    };

    /// GPU. Source: Kokolis et al. (2025), HPCA.
    pub const GPU: Component = Component {
        name: "GPU",
        mttf: q!(50_000 h),
        source: FLEET_STUDIES,
    };

    /// High-bandwidth memory of one GPU. Source: Kokolis et al. (2025), HPCA.
    pub const HBM: Component = Component {
        name: "HBM",
        mttf: q!(200_000 h),
        source: FLEET_STUDIES,
    };

    /// Network interface. Source: Kokolis et al. (2025), HPCA.
    pub const NIC: Component = Component {
        name: "NIC",
        mttf: q!(150_000 h),
        source: FLEET_STUDIES,
    };

    /// PCI Express switch. Source: Kokolis et al. (2025), HPCA.
    pub const PCIE_SWITCH: Component = Component {
        name: "PCIe switch",
        mttf: q!(200_000 h),
        source: FLEET_STUDIES,
    };

    /// Power supply. Source: Kokolis et al. (2025), HPCA.
    pub const PSU: Component = Component {
        name: "PSU",
        mttf: q!(100_000 h),
        source: FLEET_STUDIES,
    };

    /// Top-of-rack switch. Source: Kokolis et al. (2025), HPCA.
    pub const TOP_OF_RACK_SWITCH: Component = Component {
        name: "top-of-rack switch",
        mttf: q!(300_000 h),
        source: FLEET_STUDIES,
    };

    /// Every component of this page.
    pub const COMPONENTS: &[&Component] = all!();

    /// Bit flips in memory without error correction.
    #[source(
        Source::estimate(
            "Unprotected HBM soft-error rate, low end of the published 200 to 5,000 FIT/Mbit of DRAM",
        )
        .checked(2026, 3, 6)
        .at("https://tezzaron.com/media/soft_errors_1_1_secure.pdf")
    )]
    pub const HBM_SOFT_ERROR_RATE: InformationFailureRate = q!(250 FIT/Mbit);

    /// Silent data corruptions of one GPU.
    #[source(UNSOURCED)]
    pub const SILENT_DATA_CORRUPTION_RATE: Frequency = q!(1e-6 / 1 h);
}

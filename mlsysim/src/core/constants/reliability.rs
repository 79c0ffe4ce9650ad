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
use super::source::{UNSOURCED, date, estimate, literature, sourced};
use crate::q;
use crate::units::{Frequency, InformationFailureRate, Time};

const FLEET_STUDIES: Source = literature(
    "Kokolis et al. (2025, HPCA); Zu et al. (2024, NSDI); Barroso et al. (2018): order of magnitude of the steady-state mean time to failure",
    "https://doi.org/10.1109/hpca61900.2025.00096",
    date(2026, 3, 6),
);

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

macro_rules! components {
    ($($(#[$attribute:meta])* $name:ident = $text:literal, $mttf:expr;)*) => {
        $(
            $(#[$attribute])*
            pub const $name: Component = Component {
                name: $text,
                mttf: $mttf,
                source: FLEET_STUDIES,
            };
        )*
        /// Every component of this page.
        pub const COMPONENTS: &[&Component] = &[$(&$name),*];
    };
}

components! {
    /// Optical cable with its transceivers. Source: Kokolis et al. (2025), HPCA.
    CABLE = "optical cable / transceiver", q!(50_000 h);
    /// A DGX node as a whole. Source: Kokolis et al. (2025), HPCA.
    DGX_NODE = "DGX node composite", q!(1_000 h);
    /// GPU. Source: Kokolis et al. (2025), HPCA.
    GPU = "GPU", q!(50_000 h);
    /// High-bandwidth memory of one GPU. Source: Kokolis et al. (2025), HPCA.
    HBM = "HBM", q!(200_000 h);
    /// Network interface. Source: Kokolis et al. (2025), HPCA.
    NIC = "NIC", q!(150_000 h);
    /// PCI Express switch. Source: Kokolis et al. (2025), HPCA.
    PCIE_SWITCH = "PCIe switch", q!(200_000 h);
    /// Power supply. Source: Kokolis et al. (2025), HPCA.
    PSU = "PSU", q!(100_000 h);
    /// Top-of-rack switch. Source: Kokolis et al. (2025), HPCA.
    TOP_OF_RACK_SWITCH = "top-of-rack switch", q!(300_000 h);
}

sourced! {
    /// Bit flips in memory without error correction.
    HBM_SOFT_ERROR_RATE: InformationFailureRate = q!(250 FIT/Mbit), estimate(
        "Unprotected HBM soft-error rate, low end of the published 200 to 5,000 FIT/Mbit of DRAM",
        date(2026, 3, 6),
    ).at("https://tezzaron.com/media/soft_errors_1_1_secure.pdf");
    /// Silent data corruptions of one GPU.
    SILENT_DATA_CORRUPTION_RATE: Frequency = q!(1e-6 / 1 h), UNSOURCED;
}

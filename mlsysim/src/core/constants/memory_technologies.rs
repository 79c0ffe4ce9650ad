//! Memory by its kind: bandwidth, interface, timing and latency.

use super::Source;
use super::source::{convention, date, sourced};
use crate::q;
use crate::units::{Bandwidth, Information, Ratio};

const TIERS: Source = convention(
    "Representative memory-interface bandwidth tiers",
    date(2026, 3, 6),
);
const JEDEC: Source = convention(
    "JEDEC JESD238 (HBM3) and JESD79-5 (DDR5) interface widths",
    date(2026, 3, 6),
);

sourced! {
    /// Two channels of DDR4-3200.
    DDR4_3200_BANDWIDTH: Bandwidth = q!(51.2 GB/s), TIERS;
    /// GDDR6X of one graphics card.
    GDDR6X_BANDWIDTH: Bandwidth = q!(760 GB/s), TIERS;
    /// HBM2 of one accelerator.
    HBM2_BANDWIDTH: Bandwidth = q!(900 GB/s), TIERS;
    /// HBM3 of one accelerator.
    HBM3_BANDWIDTH: Bandwidth = q!(1_600 GB/s), TIERS;
    /// Data lines of an HBM3 stack, one bit each.
    HBM3_INTERFACE_WIDTH: Information = q!(1_024 bits), TIERS;
    /// Data lines of a DDR5 module, one bit each.
    DDR5_INTERFACE_WIDTH: Information = q!(64 bits), JEDEC;
    /// The rate of one data line of DDR5-4800.
    DDR5_4800_PIN_RATE: Bandwidth = q!(4.8 Gbps), JEDEC;
    /// One DDR5-4800 module: its width times the rate of a line.
    DDR5_4800_BANDWIDTH: Bandwidth = q!(
        DDR5_4800_PIN_RATE.value * (DDR5_INTERFACE_WIDTH.value / 1 bit)
    ), JEDEC;
    /// Bandwidth given up to error correction in line: eight check bits for 64 bits of data.
    ECC_PARITY_OVERHEAD: Ratio = q!(8 / 64), convention(
        "Eight check bits for 64 data bits, as single error correction, double error detection needs",
        date(2026, 10, 21),
    );
}

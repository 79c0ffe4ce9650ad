//! Quantities of everyday life that figures are compared with.
//!
//! ```
//! use mlsysim::core::constants::{everyday, models::language::GPT3};
//! use mlsysim::{q, units::DeviceTime};
//!
//! const HOUSEHOLDS: DeviceTime = q!(GPT3.training_energy() / everyday::US_HOUSEHOLD_POWER.value);
//! assert!((HOUSEHOLDS.value / mlsysim::unit::household_year.value - 120.3).abs() < 0.1);
//! ```

use super::source::{convention, date, industry_report, sourced};
use crate::q;
use crate::units::{Mass, Power};

sourced! {
    /// Electricity of an average US household: 10.7 MWh a year.
    US_HOUSEHOLD_POWER: Power = q!(10.7 MWh / 1 year), industry_report(
        "US Energy Information Administration, How much electricity does an American home use? (2020: 10,715 kWh)",
        "https://www.eia.gov/tools/faqs/faq.php?id=97&t=3",
        date(2026, 10, 21),
    );
    /// Emissions of one passenger's round trip across the Atlantic, in CO₂ equivalents.
    TRANSATLANTIC_ROUND_TRIP: Mass = q!(1 t), convention(
        "A round figure for one economy seat, New York to London and back",
        date(2026, 10, 21),
    );
}

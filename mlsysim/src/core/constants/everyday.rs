//! Quantities of everyday life that figures are compared with.
//!
//! ```
//! use mlsysim::core::constants::{everyday, models::language::GPT3};
//! use mlsysim::{q, units::DeviceTime};
//!
//! const HOUSEHOLDS: DeviceTime = q!(GPT3.training_energy() / everyday::US_HOUSEHOLD_POWER.value);
//! assert!((HOUSEHOLDS.value / mlsysim::unit::household_year.value - 120.3).abs() < 0.1);
//! ```
#![doc = include_str!("tables/everyday.md")]

use super::Source;
use super::source::{convention, date, industry_report, sourced};
use crate::q;
use crate::units::{Charge, Count, Frequency, Information, Mass, Power, Speed, Voltage};

const FULL_HD: Source = convention(
    "ITU-R BT.709: 1,920 by 1,080 pixels; eight bits for each of three colors, 30 frames a second",
    date(2026, 11, 23),
);
const PHONE_BATTERY: Source = convention(
    "A round figure for the lithium-ion battery of a phone",
    date(2026, 11, 23),
);

sourced! {
    /// Electricity of an average US household: 10.7 MWh a year.
    US_HOUSEHOLD_POWER: Power = q!(10.7 MWh / 1 year), industry_report(
        "US Energy Information Administration, How much electricity does an American home use? (2020: 10,715 kWh)",
        "https://www.eia.gov/tools/faqs/faq.php?id=97&t=3",
        date(2026, 11, 23),
    );
    /// Emissions of one passenger's round trip across the Atlantic, in CO₂ equivalents.
    TRANSATLANTIC_ROUND_TRIP: Mass = q!(1 t), convention(
        "A round figure for one economy seat, New York to London and back",
        date(2026, 11, 23),
    );
    /// Light in glass fiber, two thirds of its speed in vacuum.
    LIGHT_IN_FIBER: Speed = q!(200_000 km/s), convention(
        "Vacuum speed of light over the refractive index of silica, about 1.5",
        date(2026, 11, 23),
    );
    /// Searches that Google answers: five trillion a year.
    GOOGLE_SEARCHES: Frequency = q!(5 trillion / 365 days), industry_report(
        "Google (publicpolicy.google), Curious, capable, connected: over 5 trillion searches every year",
        "https://publicpolicy.google/article/curious-capable-connected-eu",
        date(2026, 11, 23),
    );
    /// Pixels in a row of a 1080p image.
    FULL_HD_WIDTH: Count = q!(1_920 pixels), FULL_HD;
    /// Pixels in a column of a 1080p image.
    FULL_HD_HEIGHT: Count = q!(1_080 pixels), FULL_HD;
    /// Memory of a pixel in three colors.
    RGB_PIXEL: Information = q!(3 B), FULL_HD;
    /// Frames of a video camera.
    FRAME_RATE: Frequency = q!(30 / 1 s), FULL_HD;
    /// Charge in a phone's battery.
    PHONE_BATTERY_CHARGE: Charge = q!(3_000 mAh), PHONE_BATTERY;
    /// Voltage of a phone's battery.
    PHONE_BATTERY_VOLTAGE: Voltage = q!(3.7 V), PHONE_BATTERY;
}

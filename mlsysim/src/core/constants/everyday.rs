//! Quantities of everyday life that figures are compared with.
//!
//! ```
//! use mlsysim::core::constants::{everyday, models::language::GPT3};
//! use mlsysim::{q, units::DeviceTime};
//!
//! const HOUSEHOLDS: DeviceTime = q!(GPT3.training_energy() / everyday::US_HOUSEHOLD_POWER);
//! assert!((HOUSEHOLDS.value / mlsysim::unit::household_year.value - 120.3).abs() < 0.1);
//! ```
#![doc = include_str!("tables/everyday.md")]

use super::Source;
use crate::units::{Charge, Count, Frequency, Information, Mass, Power, Speed, Voltage};
use crate::{constants, q};

constants! {
    const FULL_HD: Source = Source::convention(
        "ITU-R BT.709: 1,920 by 1,080 pixels; eight bits for each of three colors, 30 frames a second",
    )
    .checked(2026, 11, 23);

    const PHONE_BATTERY: Source = Source::convention(
        "A round figure for the lithium-ion battery of a phone",
    )
    .checked(2026, 11, 23);

    /// Electricity of an average US household: 10.7 MWh a year.
    #[source(
        Source::industry_report(
            "US Energy Information Administration, How much electricity does an American home use? (2020: 10,715 kWh)",
            "https://www.eia.gov/tools/faqs/faq.php?id=97&t=3",
        )
        .checked(2026, 11, 23)
    )]
    pub const US_HOUSEHOLD_POWER: Power = q!(10.7 MWh / 1 year);

    /// Emissions of one passenger's round trip across the Atlantic, in CO₂ equivalents.
    #[source(
        Source::convention(
            "A round figure for one economy seat, New York to London and back",
        )
        .checked(2026, 11, 23)
    )]
    pub const TRANSATLANTIC_ROUND_TRIP: Mass = q!(1 t);

    /// Light in glass fiber, two thirds of its speed in vacuum.
    #[source(
        Source::convention(
            "Vacuum speed of light over the refractive index of silica, about 1.5",
        )
        .checked(2026, 11, 23)
    )]
    pub const LIGHT_IN_FIBER: Speed = q!(200_000 km/s);

    /// Searches that Google answers: five trillion a year.
    #[source(
        Source::industry_report(
            "Google (publicpolicy.google), Curious, capable, connected: over 5 trillion searches every year",
            "https://publicpolicy.google/article/curious-capable-connected-eu",
        )
        .checked(2026, 11, 23)
    )]
    pub const GOOGLE_SEARCHES: Frequency = q!(5 trillion / 365 days);

    /// Pixels in a row of a 1080p image.
    #[source(FULL_HD)]
    pub const FULL_HD_WIDTH: Count = q!(1_920 pixels);

    /// Pixels in a column of a 1080p image.
    #[source(FULL_HD)]
    pub const FULL_HD_HEIGHT: Count = q!(1_080 pixels);

    /// Memory of a pixel in three colors.
    #[source(FULL_HD)]
    pub const RGB_PIXEL: Information = q!(3 B);

    /// Frames of a video camera.
    #[source(FULL_HD)]
    pub const FRAME_RATE: Frequency = q!(30 / 1 s);

    /// Charge in a phone's battery.
    #[source(PHONE_BATTERY)]
    pub const PHONE_BATTERY_CHARGE: Charge = q!(3_000 mAh);

    /// Voltage of a phone's battery.
    #[source(PHONE_BATTERY)]
    pub const PHONE_BATTERY_VOLTAGE: Voltage = q!(3.7 V);
}

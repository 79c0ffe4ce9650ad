//! Limits of making chips.
#![doc = include_str!("tables/lithography.md")]

use super::Source;
use super::source::{convention, date, sourced};
use crate::q;
use crate::units::{Area, Length};

const FULL_FIELD: Source = convention(
    "Standard 26 mm x 33 mm full-field exposure of 4x-reduction steppers/scanners (DUV and 0.33-NA EUV)",
    date(2026, 3, 6),
);

sourced! {
    /// Width of the field that one exposure covers.
    RETICLE_WIDTH: Length = q!(26 mm), FULL_FIELD;
    /// Height of the field that one exposure covers.
    RETICLE_HEIGHT: Length = q!(33 mm), FULL_FIELD;
    /// The largest die that one exposure can make.
    RETICLE_AREA: Area = q!(RETICLE_WIDTH.value * RETICLE_HEIGHT.value), FULL_FIELD;
}

//! Limits of making chips.
#![doc = include_str!("tables/lithography.md")]

use super::Source;
use crate::units::{Area, Length};
use crate::{constants, q};

constants! {
    const FULL_FIELD: Source = Source::convention(
        "Standard 26 mm x 33 mm full-field exposure of 4x-reduction steppers/scanners (DUV and 0.33-NA EUV)",
    )
    .checked(2026, 3, 6);

    /// Width of the field that one exposure covers.
    #[source(FULL_FIELD)]
    pub const RETICLE_WIDTH: Length = q!(26 mm);

    /// Height of the field that one exposure covers.
    #[source(FULL_FIELD)]
    pub const RETICLE_HEIGHT: Length = q!(33 mm);

    /// The largest die that one exposure can make.
    #[source(FULL_FIELD)]
    pub const RETICLE_AREA: Area = q!(RETICLE_WIDTH * RETICLE_HEIGHT);
}

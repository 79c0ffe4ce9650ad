//! By how much a value differs from what it was.

use std::format;
use std::string::String;

use crate::units::text::round_significant;
use crate::viz::digits::significant;

/// " (+20%)", " (×2)": what a value has become; nothing where that is no number.
pub(super) fn by_how_much(was: f64, now: f64) -> String {
    let factor = now / was;
    match factor {
        _ if !factor.is_finite() => String::new(),
        0.5..2.0 => {
            let percent = round_significant(100.0 * (factor - 1.0), 3);
            let sign = if percent > 0.0 { "+" } else { "" };
            format!(" ({sign}{}%)", significant(percent, 3))
        }
        _ => format!(" (×{})", significant(round_significant(factor, 3), 3)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_changes_are_percentages_and_large_ones_factors() {
        for (was, now, words) in [
            (5.0, 6.0, " (+20%)"),
            (5.0, 4.9999, " (-0.002%)"),
            (5.0, 10.0, " (×2)"),
            (5.0, 1.0, " (×0.2)"),
            (-5.0, -6.0, " (+20%)"),
            (0.0, 1.0, ""),
            (1.0, f64::NAN, ""),
        ] {
            assert_eq!(by_how_much(was, now), words);
        }
    }
}

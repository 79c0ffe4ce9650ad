//! Whether a printed figure is cut off, and not rounded.

use mlsysim_language::operation::within;

use super::figure::Figure;

/// The number rounded, if the stated one is what is left of it without the digits after the last.
pub(crate) const fn cut_off(computed: f64, stated: Figure, low: f64, high: f64) -> Option<f64> {
    if stated.value == 0.0 || (computed < 0.0) != (stated.value < 0.0) {
        return None;
    }
    let (size, figure) = (computed.abs(), stated.value.abs());
    // The far end lies half a unit of the last digit that counts above the figure.
    let far_end = if stated.value < 0.0 { low.abs() } else { high };
    let unit = 2.0 * (far_end - figure);
    if size < figure || !is_below(size, figure + unit) || !is_place(unit, stated) {
        return None;
    }
    Some(if stated.value < 0.0 {
        -figure - unit
    } else {
        figure + unit
    })
}

/// Noise must not take the next number for one that is cut off.
const fn is_below(value: f64, bound: f64) -> bool {
    value < bound && !within(value, bound, bound)
}

/// Whether it is one of some digit of the figure, as it is not where the claim says `within`.
const fn is_place(unit: f64, stated: Figure) -> bool {
    let mut place = stated.last_place();
    let mut digit = 0;
    while digit < stated.digits {
        // The difference of two near numbers has lost some digits.
        if (unit / place - 1.0).abs() < 1e-6 {
            return true;
        }
        place *= 10.0;
        digit += 1;
    }
    false
}

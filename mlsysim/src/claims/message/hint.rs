//! At most one hint: what would explain the difference, the most specific first.

use mlsysim_language::operation::within;

use super::claim::{Claim, StatedRule};
use super::figure::{Figure, push_joined};
use crate::units::text::Text;

/// How far from the stated value a factor may leave the computed one.
const GREATEST_REST: f64 = 0.05;

/// A factor that means something where bytes, operations or a time are at work.
struct Factor {
    factor: f64,
    of: Of,
    words: &'static str,
}

#[derive(Clone, Copy)]
enum Of {
    Information,
    InformationOrOperation,
    Time,
}

const FACTORS: [Factor; 7] = [
    Factor {
        factor: 8.0,
        of: Of::Information,
        words: "a factor of 8: bits for bytes?",
    },
    Factor {
        factor: 2.0,
        of: Of::InformationOrOperation,
        words: "a factor of 2: sparse for dense, or one direction for both?",
    },
    Factor {
        factor: 1.024,
        of: Of::Information,
        words: "a factor of 1.024: KiB for KB?",
    },
    Factor {
        factor: 1.048576,
        of: Of::Information,
        words: "a factor of 1.0486: MiB for MB?",
    },
    Factor {
        factor: 1.073741824,
        of: Of::Information,
        words: "a factor of 1.0737: GiB for GB?",
    },
    Factor {
        factor: 1.099511627776,
        of: Of::Information,
        words: "a factor of 1.0995: TiB for TB?",
    },
    Factor {
        factor: 3600.0,
        of: Of::Time,
        words: "a factor of 3600: Wh for J, or hours for seconds?",
    },
];

/// The computed value and the ends of what was stated, all in the stated unit.
pub(super) const fn push_hint(
    text: &mut Text,
    claim: &Claim,
    rule: StatedRule,
    computed: f64,
    low: f64,
    high: f64,
) {
    let stated = Figure::of(rule.text);
    if let Some(rounded) = cut_off(computed, stated, low, high) {
        let mut number = Text::new();
        if stated.exponent == 0 {
            number.push_fixed(rounded, stated.decimals);
        } else {
            number.push_number(rounded, stated.digits);
        }
        text.push("\n    hint: cut off, not rounded: ");
        push_joined(text, number.as_str(), rule.unit);
        return;
    }
    let hint = match best_factor(claim, rule.row, computed, low, high) {
        Some(index) => FACTORS[index].words,
        None if power_of_ten(computed, low, high) => "a power of ten: another prefix?",
        None => return,
    };
    text.push("\n    hint: ");
    text.push(hint);
}

/// The number rounded, if the stated one is what is left of it without the digits after the last.
const fn cut_off(computed: f64, stated: Figure, low: f64, high: f64) -> Option<f64> {
    if stated.value == 0.0 || (computed < 0.0) != (stated.value < 0.0) {
        return None;
    }
    let (size, figure) = (computed.abs(), stated.value.abs());
    // The far end lies half a unit of the last digit that counts above the figure.
    let far_end = if stated.value < 0.0 { low.abs() } else { high };
    let unit = 2.0 * (far_end - figure);
    if !is_place(unit, stated) || size < figure || !is_below(size, figure + unit) {
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

/// The factor that explains the difference best; what the claim works with is looked up only if
/// there is one.
const fn best_factor(
    claim: &Claim,
    row: usize,
    computed: f64,
    low: f64,
    high: f64,
) -> Option<usize> {
    let mut best: Option<usize> = None;
    let mut least = f64::INFINITY;
    let (mut index, mut reach) = (0, None);
    while index < FACTORS.len() {
        let Factor { factor, of, .. } = FACTORS[index];
        let rest = rest(computed, factor, low, high);
        if rest < least {
            let known = match reach {
                Some(known) => known,
                None => claim.reach(row),
            };
            reach = Some(known);
            let is_at_work = match of {
                Of::Information => known.information,
                Of::InformationOrOperation => known.information || known.operation,
                Of::Time => known.time,
            };
            if is_at_work {
                (best, least) = (Some(index), rest);
            }
        }
        index += 1;
    }
    best
}

/// How far the factor, applied either way, leaves the value from what is stated, as a share of
/// it; infinite where it does not make the claim hold, or would by chance.
const fn rest(computed: f64, factor: f64, low: f64, high: f64) -> f64 {
    let middle = (low + high) / 2.0;
    let half_width = ((high - low) / 2.0 / middle).abs();
    // A wide interval takes in values that a small factor reaches by chance: two digits prove
    // nothing about 1.0486.
    if half_width > (factor - 1.0) / 10.0 {
        return f64::INFINITY;
    }
    let step = (factor - 1.0) / 4.0;
    let (times, part) = (computed * factor, computed / factor);
    let most = if GREATEST_REST < step {
        GREATEST_REST
    } else {
        step
    };
    let mut least = f64::INFINITY;
    let times_rest = (times / middle - 1.0).abs();
    if within(times, low, high) && times_rest <= most {
        least = times_rest;
    }
    let part_rest = (part / middle - 1.0).abs();
    if within(part, low, high) && part_rest <= most && part_rest < least {
        least = part_rest;
    }
    least
}

const fn power_of_ten(computed: f64, low: f64, high: f64) -> bool {
    let mut factor = 10.0;
    while factor < 1e19 {
        if rest(computed, factor, low, high).is_finite() {
            return true;
        }
        factor *= 10.0;
    }
    false
}

//! At most one hint: what would explain the difference, the most specific first.

use mlsysim_language::operation::within;

use super::claim::Claim;
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
    stated: Figure,
    computed: f64,
    low: f64,
    high: f64,
) {
    if let Some(rounded) = cut_off(computed, stated, low, high) {
        let mut number = Text::new();
        if stated.exponent == 0 {
            number.push_fixed(rounded, stated.decimals);
        } else {
            number.push_number(rounded, stated.digits);
        }
        text.push("\n    hint: cut off, not rounded: ");
        push_joined(text, number.as_str(), claim.rule.unit);
        return;
    }
    let hint = match best_factor(claim, computed, low, high) {
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

/// The factor that explains the difference best; what the claim works with is looked up only if
/// there is one.
const fn best_factor(claim: &Claim, computed: f64, low: f64, high: f64) -> Option<usize> {
    let times = times(computed, low, high);
    let mut best: Option<usize> = None;
    let mut least = f64::INFINITY;
    let (mut index, mut reach) = (0, None);
    while index < FACTORS.len() {
        let Factor { factor, of, .. } = FACTORS[index];
        let rest = match is_near(times, factor) {
            true => rest(computed, factor, low, high),
            false => f64::INFINITY,
        };
        if rest < least {
            let known = match reach {
                Some(known) => known,
                None => claim.reach(),
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
    let times = times(computed, low, high);
    let mut factor = 10.0;
    while factor < 1e19 && factor < 2.0 * times {
        if is_near(times, factor) {
            return rest(computed, factor, low, high).is_finite();
        }
        factor *= 10.0;
    }
    false
}

/// How many times larger or smaller the value is than what is stated.
const fn times(computed: f64, low: f64, high: f64) -> f64 {
    let ratio = computed / ((low + high) / 2.0);
    if ratio < 1.0 { 1.0 / ratio } else { ratio }
}

/// Whether a factor may explain it: one that is further away leaves more than [`GREATEST_REST`],
/// and the compiler is spared the proof.
const fn is_near(times: f64, factor: f64) -> bool {
    times > 0.9 * factor && times < 1.1 * factor
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{FACTORS, is_near, rest, times};

    #[test]
    fn no_factor_that_explains_a_value_is_passed_over() {
        let powers = (1..19).map(|power| 10_f64.powi(power));
        let factors: Vec<f64> = FACTORS.iter().map(|it| it.factor).chain(powers).collect();
        let mut explained = 0;
        for &factor in &factors {
            for step in -2_000..=2_000 {
                for computed in [factor, 1.0 / factor, -factor] {
                    let computed = computed * (1.0 + f64::from(step) / 10_000.0);
                    for half in [0.05, 0.005, 0.000_05] {
                        let (low, high) = (1.0 - half, 1.0 + half);
                        if rest(computed, factor, low, high).is_finite() {
                            let times = times(computed, low, high);
                            assert!(is_near(times, factor), "{computed} by {factor}");
                            explained += 1;
                        }
                    }
                }
            }
        }
        assert!(explained > 10_000, "{explained}");
    }
}

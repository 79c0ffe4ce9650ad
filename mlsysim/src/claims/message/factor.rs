//! Factors by which a printed figure is off where it is in another unit.

use mlsysim_language::operation::within;

/// How far from the stated value a factor may leave the computed one.
const GREATEST_REST: f64 = 0.05;

/// A factor that means something where bytes, operations or a time are at work.
pub(crate) struct Factor {
    pub(crate) factor: f64,
    /// Where it means something.
    pub(crate) of: Of,
    /// What it is a sign of.
    pub(crate) words: &'static str,
}

/// What must be at work for a factor to mean something.
#[derive(Clone, Copy)]
pub(crate) enum Of {
    Information,
    InformationOrOperation,
    Time,
}

pub(crate) const FACTORS: [Factor; 8] = [
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
        factor: 60.0,
        of: Of::Time,
        words: "a factor of 60: minutes for hours, or seconds for minutes?",
    },
    Factor {
        factor: 3600.0,
        of: Of::Time,
        words: "a factor of 3600: Wh for J, or hours for seconds?",
    },
];

/// How far the factor, applied either way, leaves the value from what is stated, as a share of
/// it; infinite where it does not make the claim hold, or would by chance.
pub(crate) const fn rest(computed: f64, factor: f64, low: f64, high: f64) -> f64 {
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

pub(crate) const fn power_of_ten(computed: f64, low: f64, high: f64) -> bool {
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
pub(crate) const fn times(computed: f64, low: f64, high: f64) -> f64 {
    let ratio = computed / ((low + high) / 2.0);
    if ratio < 1.0 { 1.0 / ratio } else { ratio }
}

/// Whether a factor may explain it: one that is further away leaves more than [`GREATEST_REST`],
/// and the compiler is spared the proof.
pub(crate) const fn is_near(times: f64, factor: f64) -> bool {
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

//! At most one hint: what would explain the difference, the most specific first.

use super::claim::Claim;
use super::cut::cut_off;
use super::factor::{FACTORS, Factor, Of, is_near, power_of_ten, rest, times};
use super::figure::{Figure, push_joined};
use crate::units::text::Text;

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

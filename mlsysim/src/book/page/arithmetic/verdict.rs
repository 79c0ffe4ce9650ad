//! What is said of an equality: right, cut off, in another unit, wrong.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use mlsysim_language::number::{Number, join};
use mlsysim_language::units::find;

use super::bounds::{is_printed, is_rounded};
use super::value::{Value, WorksWith};
use crate::claims::message::cut::cut_off;
use crate::claims::message::factor::{FACTORS, Of, is_near, power_of_ten, rest, times};
use crate::claims::message::figure::Figure;
use crate::units::dynamic::of;
use crate::units::text::{DIGITS, Text, digits_beside_at_least};

/// What came out when an equality was computed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The printed result is what the printed operands give.
    Right,
    /// It is what others give that round to them, or it is rounded to the zeros at its end.
    Rounded,
    /// It is cut off instead of rounded.
    Cut,
    /// It would be right in another unit.
    Unit,
    /// It is none of these.
    Wrong,
}

impl Verdict {
    /// As reports name it.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Right => "right",
            Verdict::Rounded => "rounded",
            Verdict::Cut => "cut",
            Verdict::Unit => "unit",
            Verdict::Wrong => "wrong",
        }
    }

    /// Whether it is a fault; what is rounded is a note.
    pub fn is_fault(self) -> bool {
        matches!(self, Verdict::Cut | Verdict::Unit | Verdict::Wrong)
    }
}

/// A verdict with its words.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) verdict: Verdict,
    /// What is computed, in the printed unit.
    pub(super) gives: String,
    /// What is printed.
    pub(super) printed: String,
    pub(super) hint: Option<String>,
    /// How many times larger the one is than the other.
    pub(super) times: f64,
}

impl Judged {
    fn right() -> Judged {
        Judged {
            verdict: Verdict::Right,
            gives: String::new(),
            printed: String::new(),
            hint: None,
            times: 1.0,
        }
    }
}

/// What is printed, under the two readings.
#[derive(Clone, Debug)]
pub(super) struct Printed {
    pub(super) number: Number,
    /// Without its unit, but with `million` and `%`.
    pub(super) bare: Number,
    pub(super) is_about: bool,
}

/// A value that the printed digits may mean, in their unit.
#[derive(Clone, Copy)]
struct Candidate<'a> {
    value: f64,
    of: &'a Value,
    factor: f64,
}

/// Holds what is computed, with its units and without them, to what is printed; nothing where
/// the two cannot be compared.
pub(super) fn judge(
    with_units: Option<&Value>,
    bare: Option<&Value>,
    printed: &Printed,
) -> Option<Judged> {
    let (candidates, is_sure) = candidates(with_units, bare, printed);
    let number = &printed.number;
    let right = candidates
        .iter()
        .any(|it| is_printed(it.value, number, printed.is_about));
    let nearest = candidates.iter().copied().min_by(|a, b| {
        let distance = |it: &Candidate| (it.value / number.value()).abs().ln().abs();
        distance(a).total_cmp(&distance(b))
    })?;
    if right {
        return Some(judged(Verdict::Right, nearest, printed, None));
    }
    if !is_sure {
        return None;
    }
    let mut works_with = WorksWith::default();
    works_with.add(number.unit.dimension);
    for value in [with_units, bare].into_iter().flatten() {
        works_with.time |= value.works_with.time;
        works_with.information |= value.works_with.information;
        works_with.operation |= value.works_with.operation;
    }
    let measures = number.unit.dimension != 0 || with_units.is_some_and(|it| it.has_units);
    if let Some((candidate, rounded)) = candidates
        .iter()
        .find_map(|it| Some((*it, is_cut(it.value, number)?)))
    {
        let hint = format!(
            "cut off, not rounded: {}",
            join(&rounded, &number.unit.text)
        );
        return Some(judged(Verdict::Cut, candidate, printed, Some(hint)));
    }
    let explained = candidates
        .iter()
        .find_map(|it| Some((*it, another_unit(it.value, number, works_with, measures)?)));
    if let Some((candidate, words)) = explained {
        return Some(judged(Verdict::Unit, candidate, printed, Some(words)));
    }
    if candidates.iter().any(|it| is_note(*it, number)) {
        return Some(judged(Verdict::Rounded, nearest, printed, None));
    }
    let hint = hint(nearest.value, number, works_with);
    Some(judged(Verdict::Wrong, nearest, printed, hint))
}

const HOUR: f64 = 3600.0;
const BITS: f64 = 8.0;

/// What the printed digits may be held to, and whether one of them must be meant.
fn candidates<'a>(
    with_units: Option<&'a Value>,
    bare: Option<&'a Value>,
    printed: &Printed,
) -> (Vec<Candidate<'a>>, bool) {
    let number = &printed.number;
    let factor = number.unit.factor.value();
    let mut found = Vec::new();
    let mut add = |value: &'a Value, factor: f64| {
        found.push(Candidate {
            value: value.value.value / factor,
            of: value,
            factor,
        });
    };
    let has_units = with_units.is_some_and(|value| value.has_units);
    let alike = with_units.filter(|value| value.value.dimension == number.unit.dimension);
    // `52.6 min a year` measures, although nothing is left of its dimension.
    let is_plain = number.unit.dimension == 0 && !number.unit.text.contains('/');
    if let Some(value) = alike.filter(|_| has_units || is_plain) {
        add(value, factor);
        // `0.4 * 100 = 40%`
        if number.unit.text == "%" && !has_units {
            add(value, 1.0);
        }
        return (found, true);
    }
    let Some(bare) = bare else {
        return (found, false);
    };
    if has_units {
        add(bare, printed.bare.unit.factor.value());
        return (found, false);
    }
    // The result alone has a unit: the operands are in it, or in base units.
    let numerator = numerator(&number.unit.text);
    let is_prefixed = numerator.is_some_and(|numerator| numerator != 1.0) && factor != 1.0;
    let facts = &bare.written;
    if facts.is_in_hours && !facts.converts && number.unit.dimension == of(crate::unit::h).dimension
    {
        add(bare, factor / HOUR);
        return (found, true);
    }
    let is_raw = facts.is_in_base_units && !facts.converts;
    if !(is_prefixed && is_raw) {
        add(bare, printed.bare.unit.factor.value());
    }
    add(bare, factor);
    if number.unit.text.contains("bit") || number.unit.text.contains("bps") {
        add(bare, factor * BITS);
    }
    if let Some(numerator) = numerator {
        add(bare, numerator);
        // `16 * 80 = 1.28 TB`: in the next smaller unit.
        let is_small = bare.value.value.abs() < 1e5 || number.unit.text.contains("Wh");
        if is_small && !is_raw && numerator >= 1e6 {
            add(bare, 1e3 * printed.bare.unit.factor.value());
        }
    }
    (found, true)
}

/// How large the unit above the fraction bar is: `TB` of `TB/year`.
fn numerator(unit: &str) -> Option<f64> {
    let above = unit.trim_start_matches('$').split('/').next()?;
    let names = above.split([' ', '·']).filter(|name| !name.is_empty());
    let mut factor = None;
    for name in names {
        factor = Some(factor.unwrap_or(1.0) * find(name)?.unit.factor);
    }
    factor
}

fn judged(
    verdict: Verdict,
    candidate: Candidate,
    printed: &Printed,
    hint: Option<String>,
) -> Judged {
    if verdict == Verdict::Right {
        return Judged::right();
    }
    let number = &printed.number;
    let interval = number.interval();
    let value = candidate.value;
    let least = u8::try_from(number.significant_digits() + 1).unwrap_or(DIGITS);
    let digits = digits_beside_at_least(value, interval.low, interval.high, least.max(DIGITS));
    let mut text = Text::new();
    text.push_number(value, digits);
    Judged {
        verdict,
        gives: join(text.as_str(), &number.unit.text),
        printed: number.full_text(),
        hint,
        times: times(value, interval.low, interval.high),
    }
}

/// The number rounded, if the printed one is what is left of it without its last digits.
fn is_cut(value: f64, number: &Number) -> Option<String> {
    let interval = number.interval();
    let figure = Figure::of(&number.text);
    let mut text = Text::new();
    if let Some(rounded) = cut_off(value, figure, interval.low, interval.high) {
        match figure.exponent {
            0 => text.push_fixed(rounded, figure.decimals),
            _ => text.push_number(rounded, figure.digits),
        }
        return Some(text.as_str().to_string());
    }
    // `47,000` for 47,900: the zeros at the end are none of its digits.
    let digits = number.digits_without_zeros();
    let zeros = number.significant_digits() - digits;
    if zeros < 2 || digits < 2 || number.text.contains('.') {
        return None;
    }
    let unit = 10_f64.powi(number.exponent + i32::try_from(zeros).ok()?);
    let (size, least) = (value.abs(), number.value().abs());
    let is_below = size > least + unit / 2.0 && size < least + unit * (1.0 - 1e-9);
    if !is_below || (value < 0.0) != (number.value() < 0.0) {
        return None;
    }
    text.push_number((least + unit).copysign(value), u8::try_from(digits).ok()?);
    Some(text.as_str().to_string())
}

/// What would make it right in another unit.
fn another_unit(
    value: f64,
    number: &Number,
    works_with: WorksWith,
    measures: bool,
) -> Option<String> {
    let interval = number.interval();
    let (low, high) = (interval.low, interval.high);
    let times = times(value, low, high);
    let known = FACTORS.iter().filter(|it| match it.of {
        Of::Information => works_with.information,
        Of::Time => works_with.time,
        // Twice is no other unit.
        Of::InformationOrOperation => false,
    });
    let explains =
        |factor: f64| is_near(times, factor) && rest(value, factor, low, high).is_finite();
    if let Some(found) = known.into_iter().find(|it| explains(it.factor)) {
        return Some(found.words.to_string());
    }
    let thousands = [1e3, 1e6, 1e9, 1e12]
        .into_iter()
        .find(|factor| explains(*factor));
    let factor = thousands.filter(|_| measures)?;
    let mut text = Text::new();
    text.push_number(factor, DIGITS);
    Some(format!("a factor of {}: another prefix?", text.as_str()))
}

/// What may explain a result that is wrong.
fn hint(value: f64, number: &Number, works_with: WorksWith) -> Option<String> {
    let interval = number.interval();
    let (low, high) = (interval.low, interval.high);
    let twice = FACTORS.iter().find(|it| {
        let is_at_work = works_with.information || works_with.operation;
        let is_twice = matches!(it.of, Of::InformationOrOperation) && is_at_work;
        is_twice && rest(value, it.factor, low, high).is_finite()
    });
    match twice {
        Some(twice) => Some(twice.words.to_string()),
        None => power_of_ten(value, low, high).then(|| "a power of ten is lost".to_string()),
    }
}

/// Whether the digits that were printed leave it open.
fn is_note(candidate: Candidate, number: &Number) -> bool {
    if is_rounded(candidate.value, number) {
        return true;
    }
    if (candidate.value / number.value() - 1.0).abs() > MOST_ROUNDED {
        return false;
    }
    let interval = number.interval();
    let margin = candidate.of.margin() / candidate.factor.abs();
    // They overlap by more than a bound.
    let (low, high) = (candidate.value - margin, candidate.value + margin);
    high > interval.low && low < interval.high && margin > 0.0
}

/// How far a result may be off and still be a matter of rounding.
const MOST_ROUNDED: f64 = 0.05;

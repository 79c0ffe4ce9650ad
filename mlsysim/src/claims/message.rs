//! The reports that the compiler prints. Nothing here runs while every claim holds.

use crate::units::display::{push_dimension, unit_for};
use crate::units::dynamic::{Dynamic, exponent};
use crate::units::text::Text;

use super::guard::within;

/// Significant digits of a computed value, unless more are needed to tell it from the stated one.
const DIGITS: u8 = 4;

/// A claim under report: where it stands, and `name PART stated text PART unit`.
pub(super) struct Claim<'a> {
    pub(super) module: &'a str,
    pub(super) shown: &'a str,
    /// The values that its napkin works with.
    pub(super) values: &'a [Dynamic],
}

impl Claim<'_> {
    /// A time or a count may come from bits or FLOP that its own dimension no longer shows.
    const fn works_with(&self, base_quantity: usize) -> bool {
        let mut index = 0;
        while index < self.values.len() {
            if exponent(self.values[index].dimension, base_quantity) != 0 {
                return true;
            }
            index += 1;
        }
        false
    }
}

#[track_caller]
const fn fail(text: &Text) -> ! {
    panic!("{}", text.as_str())
}

/// Appends the part of `text` with the given number, counted from zero.
const fn push_part(out: &mut Text, text: &str, wanted: usize) {
    let bytes = text.as_bytes();
    let (mut part, mut start, mut index) = (0, 0, 0);
    while index <= bytes.len() {
        if index == bytes.len() || bytes[index] == 0x1b {
            if part == wanted {
                let (before, _) = bytes.split_at(index);
                let (_, piece) = before.split_at(start);
                if let Ok(piece) = ::core::str::from_utf8(piece) {
                    out.push(piece);
                }
                return;
            }
            part += 1;
            start = index + 1;
        }
        index += 1;
    }
}

/// "claim `vol2::fault_tolerance::failure_interval`": the path without the crate.
const fn push_claim(text: &mut Text, claim: &Claim) {
    text.push("claim `");
    let bytes = claim.module.as_bytes();
    let mut index = 0;
    while index + 1 < bytes.len() {
        if bytes[index] == b':' && bytes[index + 1] == b':' {
            let (_, rest) = bytes.split_at(index + 2);
            if let Ok(rest) = ::core::str::from_utf8(rest) {
                text.push(rest);
                text.push("::");
            }
            break;
        }
        index += 1;
    }
    push_part(text, claim.shown, 0);
    text.push("`");
}

const fn part(claim: &Claim, wanted: usize) -> Text {
    let mut text = Text::new();
    push_part(&mut text, claim.shown, wanted);
    text
}

/// `5` in unit `h` as "5 h", `28000` in unit `$` as "$28,000".
const fn push_with_unit(text: &mut Text, number: f64, digits: u8, unit: &str) {
    let bytes = unit.as_bytes();
    let is_money = !bytes.is_empty() && bytes[0] == b'$';
    let (dollar, rest) = unit.split_at(if is_money { 1 } else { 0 });
    text.push(if number < 0.0 { "-" } else { "" });
    text.push(dollar);
    text.push_number(number.abs(), digits);
    let rest_bytes = rest.as_bytes();
    // The first byte of `×`, which like `%` sticks to its number.
    let sticks = rest_bytes.is_empty()
        || rest_bytes[0] == b'%'
        || rest_bytes[0] == b'/'
        || rest_bytes[0] == 0xc3;
    text.push(if sticks { "" } else { " " });
    text.push(rest);
}

/// Two rows with their numbers right-aligned.
const fn push_rows(text: &mut Text, stated: &Text, computed: &Text, after_stated: &Text) {
    let (wide, narrow) = (columns(stated.as_str()), columns(computed.as_str()));
    text.push("\n    stated    ");
    pad(text, if narrow > wide { narrow - wide } else { 0 });
    text.push(stated.as_str());
    text.push(after_stated.as_str());
    text.push("\n    computed  ");
    pad(text, if wide > narrow { wide - narrow } else { 0 });
    text.push(computed.as_str());
}

/// Characters, where `len` counts bytes.
const fn columns(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut count, mut index) = (0, 0);
    while index < bytes.len() {
        if bytes[index] & 0xc0 != 0x80 {
            count += 1;
        }
        index += 1;
    }
    count
}

const fn pad(text: &mut Text, width: usize) {
    let mut done = 0;
    while done < width {
        text.push(" ");
        done += 1;
    }
}

#[track_caller]
pub(super) const fn does_not_print(claim: &Claim, computed: f64, low: f64, high: f64) -> ! {
    let stated = part(claim, 1);
    let unit_text = part(claim, 2);
    let mut margin = Text::new();
    margin.push("  (±");
    push_with_unit(&mut margin, (high - low) / 2.0, 2, unit_text.as_str());
    margin.push(")");
    let mut shown = Text::new();
    let digits = telling_digits(computed, low, high);
    push_with_unit(&mut shown, computed, digits, unit_text.as_str());
    let mut text = Text::new();
    push_claim(&mut text, claim);
    text.push(" does not hold");
    push_rows(&mut text, &stated, &shown, &margin);
    let middle = (low + high) / 2.0;
    push_difference(&mut text, computed, middle);
    push_hint(&mut text, claim, computed, low, high);
    fail(&text)
}

/// As many digits as it takes to see that the value is outside.
const fn telling_digits(computed: f64, low: f64, high: f64) -> u8 {
    let mut digits = DIGITS;
    while digits < 17 {
        let rounded = crate::units::text::round_significant(computed, digits);
        if !within(rounded, low, high) {
            return digits;
        }
        digits += 1;
    }
    digits
}

#[track_caller]
pub(super) const fn out_of_bound(
    claim: &Claim,
    value: Dynamic,
    bound: Dynamic,
    factor: f64,
    relation: &str,
) -> ! {
    let automatic = unit_for(bound);
    let (factor, unit) = if factor == 0.0 {
        (automatic.factor, automatic.symbol)
    } else {
        (factor, part(claim, 2))
    };
    let mut stated = Text::new();
    stated.push(relation);
    stated.push(" ");
    let literal = part(claim, 1);
    if literal.is_empty() {
        push_with_unit(&mut stated, bound.value / factor, DIGITS, unit.as_str());
    } else {
        stated.push(literal.as_str());
    }
    let mut computed = Text::new();
    let mut digits = DIGITS;
    while digits < 17
        && crate::units::text::round_significant(value.value / factor, digits)
            == bound.value / factor
    {
        digits += 1;
    }
    push_with_unit(&mut computed, value.value / factor, digits, unit.as_str());
    let mut text = Text::new();
    push_claim(&mut text, claim);
    text.push(" does not hold");
    push_rows(&mut text, &stated, &computed, &Text::new());
    if value.value == bound.value {
        text.push("\n    the computed value is the bound itself, which `");
        text.push(relation);
        text.push("` leaves out");
    } else {
        push_difference(&mut text, value.value, bound.value);
    }
    fail(&text)
}

const fn push_difference(text: &mut Text, computed: f64, stated: f64) {
    if computed.is_nan() {
        text.push("\n    the computed value is no number");
        return;
    }
    if stated == 0.0 || computed == 0.0 || (computed < 0.0) != (stated < 0.0) {
        return;
    }
    let ratio = computed / stated;
    text.push("\n    the computed value is ");
    let larger = ratio > 1.0;
    let times = if larger { ratio } else { 1.0 / ratio };
    if times >= 1.5 {
        text.push_number(times, 2);
        text.push(if larger {
            " times larger"
        } else {
            " times smaller"
        });
    } else {
        text.push_number((ratio - 1.0).abs() * 100.0, 2);
        text.push(if larger { "% larger" } else { "% smaller" });
    }
}

/// Indices of the base quantities that a hint depends on.
const TIME: usize = 2;
const INFORMATION: usize = 5;
const OPERATION: usize = 6;

/// How far from the stated value a hint may leave the computed one.
const MAXIMUM_REST: f64 = 0.1;

/// At most one hint: a factor that means something, and with which the claim would hold.
const fn push_hint(text: &mut Text, claim: &Claim, computed: f64, low: f64, high: f64) {
    let informational = claim.works_with(INFORMATION);
    let operational = claim.works_with(OPERATION);
    let timed = claim.works_with(TIME);
    let hint = if informational && off_by(computed, 8.0, low, high) {
        "a factor of 8: bits for bytes?"
    } else if (informational || operational) && off_by(computed, 2.0, low, high) {
        "a factor of 2: sparse for dense, or one direction for both?"
    } else if informational && off_by(computed, 1.024, low, high) {
        "a factor of 1.024: KiB for KB?"
    } else if informational && off_by(computed, 1.048576, low, high) {
        "a factor of 1.0486: MiB for MB?"
    } else if informational && off_by(computed, 1.073741824, low, high) {
        "a factor of 1.0737: GiB for GB?"
    } else if informational && off_by(computed, 1.099511627776, low, high) {
        "a factor of 1.0995: TiB for TB?"
    } else if timed && off_by(computed, 3600.0, low, high) {
        "a factor of 3600: Wh for J, or hours for seconds?"
    } else if power_of_ten(computed, low, high) {
        "a power of ten: another prefix?"
    } else {
        return;
    };
    text.push("\n    hint: ");
    text.push(hint);
}

/// Whether the factor, applied either way, makes the claim hold and explains the difference.
const fn off_by(computed: f64, factor: f64, low: f64, high: f64) -> bool {
    explains(computed * factor, factor, low, high) || explains(computed / factor, factor, low, high)
}

/// A wide interval takes in values that a factor reaches by chance.
const fn explains(corrected: f64, factor: f64, low: f64, high: f64) -> bool {
    let rest = (corrected / ((low + high) / 2.0) - 1.0).abs();
    within(corrected, low, high) && rest <= MAXIMUM_REST.min((factor - 1.0) / 4.0)
}

const fn power_of_ten(computed: f64, low: f64, high: f64) -> bool {
    let mut factor = 10.0;
    while factor < 1e19 {
        if off_by(computed, factor, low, high) {
            return true;
        }
        factor *= 10.0;
    }
    false
}

#[track_caller]
pub(super) const fn wrong_dimension(claim: &Claim, stated: i64, computed: i64) -> ! {
    let mut text = Text::new();
    push_claim(&mut text, claim);
    text.push(" compares unlike dimensions\n    stated:   ");
    push_dimension(&mut text, stated);
    text.push("\n    computed: ");
    push_dimension(&mut text, computed);
    fail(&text)
}

#[track_caller]
pub(super) const fn published_dimension(published: i64, computed: i64) -> ! {
    let mut text = Text::new();
    text.push("a published figure has another dimension\n    published: ");
    push_dimension(&mut text, published);
    text.push("\n    computed:  ");
    push_dimension(&mut text, computed);
    fail(&text)
}

#[track_caller]
pub(super) const fn cannot_fail(claim: &Claim, why: &str) -> ! {
    let mut text = Text::new();
    push_claim(&mut text, claim);
    text.push(" does not bite: ");
    text.push(why);
    text.push("\n    state it more precisely, or say `#[loose = \"why\"]`");
    fail(&text)
}

#[track_caller]
pub(super) const fn bound_too_far(claim: &Claim, value: Dynamic, bound: Dynamic, factor: f64) -> ! {
    let automatic = unit_for(bound);
    let (factor, unit) = if factor == 0.0 {
        (automatic.factor, automatic.symbol)
    } else {
        (factor, part(claim, 2))
    };
    let mut text = Text::new();
    push_claim(&mut text, claim);
    text.push(" does not bite: the bound is more than 10 times away\n    bound     ");
    push_with_unit(&mut text, bound.value / factor, DIGITS, unit.as_str());
    text.push("\n    computed  ");
    push_with_unit(&mut text, value.value / factor, DIGITS, unit.as_str());
    text.push("\n    state a nearer bound, or say `#[loose = \"why\"]`");
    fail(&text)
}

#[track_caller]
pub(super) const fn is_not(claim: &Claim, stated: &str, computed: &str) -> ! {
    let mut text = Text::new();
    push_claim(&mut text, claim);
    text.push(" does not hold\n    stated    ");
    text.push(stated);
    text.push("\n    computed  ");
    text.push(computed);
    fail(&text)
}

#[track_caller]
pub(super) const fn published_is_right(claim: &Claim) -> ! {
    let mut text = Text::new();
    push_claim(&mut text, claim);
    text.push(" records a published figure that is in fact right\n    published ");
    push_part(&mut text, claim.shown, 1);
    text.push("\n    remove `#[published]`: it would make a false erratum");
    fail(&text)
}

//! The reports that the compiler prints. Nothing here runs while every claim holds.

use crate::units::display::{push_dimension, unit_for};
use crate::units::dynamic::{Dynamic, exponent, fail};
use crate::units::text::Text;

use super::guard::within;
use super::napkin::Napkin;

/// Significant digits of a computed value, unless more are needed to tell it from the stated one.
const DIGITS: u8 = 4;

/// A claim under report: which rule of which statement.
pub(super) struct Claim<'a> {
    pub(super) napkin: &'a Napkin,
    pub(super) statement: usize,
    pub(super) rule: usize,
}

impl Claim<'_> {
    /// A field of the statement's record.
    const fn field(&self, wanted: usize) -> &'static str {
        let statement = piece(self.napkin.record, 0x1e, self.statement);
        piece(statement, 0x1f, wanted)
    }

    /// A part of the rule: its sign, the stated text, the unit's text.
    const fn part(&self, wanted: usize) -> &'static str {
        piece(piece(self.field(7), 0x1d, self.rule), 0x1b, wanted)
    }

    /// What the rule states: a number without its unit for `~=`.
    pub(super) const fn stated(&self) -> &'static str {
        self.part(1)
    }

    /// The text of the unit.
    const fn unit(&self) -> &'static str {
        self.part(2)
    }

    /// Whether the base quantity occurs in what the value follows from: a time or a
    /// count may come from bits or FLOP that its own dimension no longer shows.
    const fn works_with(&self, base_quantity: usize) -> bool {
        let mut reached = [false; MAXIMUM_REACH];
        if self.statement >= MAXIMUM_REACH {
            return false;
        }
        reached[self.statement] = true;
        let mut statement = self.statement + 1;
        while statement > 0 {
            statement -= 1;
            if !reached[statement] {
                continue;
            }
            let record = piece(self.napkin.record, 0x1e, statement);
            let mut slot = leading_number(piece(record, 0x1f, 3).as_bytes(), 0);
            let programs = piece(record, 0x1f, 6).as_bytes();
            let mut index = 0;
            while index < programs.len() {
                // A token starts here; the separators between tokens and rows are one byte.
                if exponent(self.napkin.values[slot].dimension, base_quantity) != 0 {
                    return true;
                }
                if programs[index] == b'$' {
                    let other = leading_number(programs, index + 1);
                    if other < MAXIMUM_REACH {
                        reached[other] = true;
                    }
                }
                while index < programs.len() && programs[index] != 0x1c && programs[index] != 0x1d {
                    index += 1;
                }
                index += 1;
                slot += 1;
            }
        }
        false
    }
}

const fn of(piece: &str) -> Text {
    let mut text = Text::new();
    text.push(piece);
    text
}

/// How many statements of a napkin a hint looks at.
const MAXIMUM_REACH: usize = 128;

/// The number that the digits from `start` on make.
const fn leading_number(bytes: &[u8], start: usize) -> usize {
    let (mut number, mut index) = (0, start);
    while index < bytes.len() && bytes[index].is_ascii_digit() {
        number = 10 * number + (bytes[index] - b'0') as usize;
        index += 1;
    }
    number
}

/// The piece of `text` with the given number, between separators.
const fn piece(text: &'static str, separator: u8, wanted: usize) -> &'static str {
    let bytes = text.as_bytes();
    let (mut found, mut start, mut index) = (0, 0, 0);
    while index <= bytes.len() {
        if index == bytes.len() || bytes[index] == separator {
            if found == wanted {
                let (before, _) = text.split_at(index);
                let (_, piece) = before.split_at(start);
                return piece;
            }
            found += 1;
            start = index + 1;
        }
        index += 1;
    }
    ""
}

/// "claim `vol2::fault_tolerance::failure_interval`": the path without the crate.
const fn push_claim(text: &mut Text, claim: &Claim) {
    text.push("claim `");
    let bytes = claim.napkin.module.as_bytes();
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
    text.push(claim.field(1));
    text.push("`");
}

/// `5` in unit `h` as "5 h", `28000` in unit `$` as "$28,000".
const fn push_with_unit(text: &mut Text, number: f64, digits: u8, unit: &str) {
    let mut magnitude = Text::new();
    magnitude.push_number(number.abs(), digits);
    text.push(if number < 0.0 { "-" } else { "" });
    push_joined(text, magnitude.as_str(), unit);
}

/// A number's text with its unit's: `$` stands before the number, `%` and `×` stick to it.
const fn push_joined(text: &mut Text, number: &str, unit: &str) {
    let bytes = unit.as_bytes();
    let is_money = !bytes.is_empty() && bytes[0] == b'$';
    let (dollar, rest) = unit.split_at(if is_money { 1 } else { 0 });
    text.push(dollar);
    text.push(number);
    let rest_bytes = rest.as_bytes();
    let sticks = rest_bytes.is_empty()
        || rest_bytes[0] == b'%'
        || rest_bytes[0] == b'/'
        || rest_bytes[0] == FIRST_BYTE_OF_TIMES;
    text.push(if sticks { "" } else { " " });
    text.push(rest);
}

/// Of `×` in UTF-8.
const FIRST_BYTE_OF_TIMES: u8 = 0xc3;

/// Two rows with their numbers right-aligned.
const fn push_rows(text: &mut Text, stated: &Text, computed: &Text, after_stated: &Text) {
    let (wide, narrow) = (columns(stated.as_str()), columns(computed.as_str()));
    text.push("\n    stated    ");
    pad(text, narrow.saturating_sub(wide));
    text.push(stated.as_str());
    text.push(after_stated.as_str());
    text.push("\n    computed  ");
    pad(text, wide.saturating_sub(narrow));
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
    let unit = claim.unit();
    let mut stated = Text::new();
    push_joined(&mut stated, claim.stated(), unit);
    let mut margin = Text::new();
    margin.push("  (±");
    push_with_unit(&mut margin, (high - low) / 2.0, 2, unit);
    margin.push(")");
    let mut shown = Text::new();
    let digits = telling_digits(computed, low, high);
    push_with_unit(&mut shown, computed, digits, unit);
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
        (factor, of(claim.unit()))
    };
    let mut stated = Text::new();
    stated.push(relation);
    stated.push(" ");
    let literal = claim.stated();
    if literal.is_empty() {
        push_with_unit(&mut stated, bound.value / factor, DIGITS, unit.as_str());
    } else {
        stated.push(literal);
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
        (factor, of(claim.unit()))
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
    text.push(piece(claim.field(9), 0x1b, 0));
    text.push("\n    remove `#[published]`: it would make a false erratum");
    fail(&text)
}

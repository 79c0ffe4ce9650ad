//! The reports that the compiler prints. Nothing here runs while every claim holds.

mod claim;
pub(crate) mod cut;
pub(crate) mod factor;
pub(crate) mod figure;
mod hint;

use mlsysim_language::operation::{Comparison, same_but_for_noise};

pub(super) use self::claim::Claim;
pub use self::claim::StatedRule;
use self::claim::{next_rule, rule_texts};
pub(super) use self::figure::push_joined;
use self::figure::{Figure, push_rows, push_with_unit};
use self::hint::push_hint;
use super::stated::Stated;
use crate::units::display::{push_dimension, same, unit_for};
use crate::units::dynamic::{Dynamic, fail};
use crate::units::text::{
    DIGITS, Text, digits_apart, digits_beside_at_least, digits_in_full, round_significant,
};

const fn of(piece: &str) -> Text {
    let mut text = Text::new();
    text.push(piece);
    text
}

/// The claim and what is wrong with it.
const fn headed(claim: &Claim, verdict: &str) -> Text {
    let mut text = Text::new();
    claim.push_to(&mut text);
    text.push(verdict);
    text
}

/// The value is in the stated unit.
#[track_caller]
pub(super) const fn does_not_print(claim: &Claim, computed: f64, stated: &Stated) -> ! {
    let (low, high) = (stated.low, stated.high);
    let rule = claim.rule;
    let (literal, unit) = (rule.text, rule.unit);
    let mut written = Text::new();
    push_joined(&mut written, literal, unit);
    let figure = Figure::of(literal);
    let mut margin = Text::new();
    let (below, above) = (figure.value - low, high - figure.value);
    if (above - below).abs() <= 0.01 * above {
        margin.push("  (±");
        push_with_unit(&mut margin, (high - low) / 2.0, 2, unit);
    } else {
        // Below a power of ten the digits are finer.
        margin.push("  (");
        push_with_unit(&mut margin, low, DIGITS, unit);
        margin.push(" to ");
        push_with_unit(&mut margin, high, DIGITS, unit);
    }
    margin.push(")");
    let mut shown = Text::new();
    let least = figure.digits_beside();
    let digits = digits_beside_at_least(computed, low, high, digits_in_full(computed, least));
    push_with_unit(&mut shown, computed, digits, unit);
    let mut text = headed(claim, " does not hold");
    push_rows(&mut text, &written, &shown, &margin);
    push_difference(&mut text, computed, figure.value);
    push_hint(&mut text, claim, figure, computed, low, high);
    fail(&text)
}

/// The unit that a bound is stated in, else the one that it reads best in.
const fn unit_of(rule: StatedRule, bound: Dynamic, factor: f64) -> (f64, Text) {
    if factor == 0.0 {
        let automatic = unit_for(bound);
        (automatic.factor, automatic.symbol)
    } else {
        (factor, of(rule.unit))
    }
}

#[track_caller]
pub(super) const fn out_of_bound(
    claim: &Claim,
    value: Dynamic,
    bound: Dynamic,
    factor: f64,
    comparison: Comparison,
) -> ! {
    let rule = claim.rule;
    let (factor, unit) = unit_of(rule, bound, factor);
    let (number, limit) = (value.value / factor, bound.value / factor);
    let is_the_bound = same_but_for_noise(value.value, bound.value);
    let literal = rule.text;
    let mut stated = Text::new();
    stated.push(comparison.sign());
    stated.push(" ");
    let (mut least, mut shown_limit) = (DIGITS, limit);
    if literal.is_empty() {
        // The bound is computed too, and shown as closely as the value.
        if !is_the_bound {
            least = digits_apart(limit, number, digits_apart(number, limit, DIGITS));
            shown_limit = round_significant(limit, least);
        }
        push_with_unit(&mut stated, limit, least, unit.as_str());
    } else {
        least = Figure::of(literal).digits_beside();
        push_joined(&mut stated, literal, unit.as_str());
    }
    let digits = if is_the_bound {
        least
    } else {
        digits_apart(number, shown_limit, least)
    };
    let mut computed = Text::new();
    push_with_unit(&mut computed, number, digits, unit.as_str());
    let mut text = headed(claim, " does not hold");
    push_rows(&mut text, &stated, &computed, &Text::new());
    if is_the_bound {
        text.push("\n    the computed value is the bound itself, which `");
        text.push(comparison.sign());
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

#[track_caller]
pub(super) const fn wrong_dimension(claim: &Claim, stated: i64, computed: i64) -> ! {
    let mut text = headed(claim, " compares unlike dimensions\n    stated:   ");
    push_dimension(&mut text, stated);
    text.push("\n    computed: ");
    push_dimension(&mut text, computed);
    fail(&text)
}

#[track_caller]
pub(super) const fn published_dimension(published: i64, computed: i64) -> ! {
    let mut text = of("a published figure has another dimension\n    published: ");
    push_dimension(&mut text, published);
    text.push("\n    computed:  ");
    push_dimension(&mut text, computed);
    fail(&text)
}

#[track_caller]
pub(super) const fn not_counted(claim: &Claim, why: &str) -> ! {
    let mut text = Text::new();
    claim.push_to(&mut text);
    text.push(" forgets a count\n    ");
    text.push(why);
    fail(&text)
}

#[track_caller]
pub(super) const fn cannot_fail(claim: &Claim, why: &str) -> ! {
    let mut text = headed(claim, " does not bite: ");
    text.push(why);
    text.push("\n    state it more precisely, or say `#[loose = \"why\"]`");
    fail(&text)
}

#[track_caller]
pub(super) const fn bound_too_far(claim: &Claim, value: Dynamic, bound: Dynamic, factor: f64) -> ! {
    let rule = claim.rule;
    let (factor, unit) = unit_of(rule, bound, factor);
    let literal = rule.text;
    let mut text = headed(
        claim,
        " does not bite: the bound is more than 10 times away\n    bound     ",
    );
    if literal.is_empty() {
        push_with_unit(&mut text, bound.value / factor, DIGITS, unit.as_str());
    } else {
        push_joined(&mut text, literal, unit.as_str());
    }
    text.push("\n    computed  ");
    push_with_unit(&mut text, value.value / factor, DIGITS, unit.as_str());
    text.push("\n    state a nearer bound, or say `#[loose = \"why\"]`");
    fail(&text)
}

#[track_caller]
pub(super) const fn loose_for_nothing(claim: &Claim) -> ! {
    fail(&headed(
        claim,
        " bites, and needs no `#[loose]`\n    remove it: the claim is held to more without",
    ))
}

#[track_caller]
pub(super) const fn is_not(claim: &Claim, stated: &str, computed: &str) -> ! {
    let mut text = headed(claim, " does not hold\n    stated    ");
    text.push(stated);
    text.push("\n    computed  ");
    text.push(computed);
    fail(&text)
}

#[track_caller]
pub(super) const fn published_is_right(claim: &Claim, published: usize) -> ! {
    let mut text = headed(
        claim,
        " records a published figure that is in fact right\n    published ",
    );
    push_published(&mut text, claim, published);
    text.push("\n    remove `#[published]`: it would make a false erratum");
    fail(&text)
}

/// "5 h", "< 6 h", "10 h to 100 h", "6,250 h, 781 h".
const fn push_published(text: &mut Text, claim: &Claim, published: usize) {
    let (shape, mut rules) = claim.published(published);
    let is_range = same(shape, "range");
    let is_list = same(shape, "list");
    let mut first_row = None;
    while let Some((row, rule)) = next_rule(&mut rules) {
        match first_row {
            None => first_row = Some(row),
            // A single figure or its bounds hold every row alike, and are said once.
            Some(first) if !is_list && !is_range && first != row => return,
            Some(_) => text.push(if is_range { " to " } else { ", " }),
        }
        let [sign, number, unit] = rule_texts(rule);
        if !is_range && !same(sign, "~=") {
            text.push(sign);
            text.push(" ");
        }
        push_joined(text, number, unit);
    }
}

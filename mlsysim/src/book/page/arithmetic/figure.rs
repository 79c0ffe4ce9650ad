//! A number with its unit, as a side of an equality.

use mlsysim_language::number::Number;
use mlsysim_prose::displayed::{Notation, Reading, Side, chains};

use super::value::number;
use super::words::{self, What, tokens};

/// How a side is read first: units count, and letters behind digits are units.
pub(super) fn with_units() -> Reading {
    Reading {
        units: true,
        bytes: true,
    }
}

/// The same with the numbers alone.
pub(super) fn without_units() -> Reading {
    Reading {
        units: false,
        ..with_units()
    }
}

/// The number that a side prints, with its unit and without it.
pub(super) fn number_of(side: &Side) -> Option<(Number, Number)> {
    let written = side.written(with_units())?;
    let with_unit = number(&written)?.clone();
    let bare = match written.has_units {
        true => number(&side.written(without_units())?)?.clone(),
        false => with_unit.clone(),
    };
    Some((with_unit, bare))
}

/// The number with its unit that a text begins with, and how long it is.
pub(super) fn number_at(text: &str) -> Option<(Side, usize)> {
    let near = &text[..text.floor_char_boundary(text.len().min(64))];
    let digits = near.trim_start_matches(['$', '€', '£', '-', '−']);
    let sign = near.len() - digits.len();
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (what, length) = words::number(digits);
    let mut end = sign + length;
    if what != What::Number {
        return None;
    }
    // `3 × 10⁸`
    let tokens = tokens(near, end..near.len());
    if let [times, ten, ..] = &*tokens
        && times.what == What::Operator
        && near[ten.range.clone()].starts_with("10")
    {
        let caret = tokens
            .get(2)
            .filter(|token| &near[token.range.clone()] == "^");
        end = match caret.and_then(|_| tokens.get(3)) {
            Some(power) => power.range.end,
            None => ten.range.end,
        };
    } else if tokens
        .first()
        .is_some_and(|token| token.what == What::Operator)
    {
        return None;
    }
    let mut found = chains(&near[..end], Notation::Text);
    let [chain] = &mut *found else { return None };
    let side = chain.sides.first_mut()?;
    let unit = side.take_unit(&near[end..]).unwrap_or(0);
    number_of(side)?;
    Some((side.clone(), end + unit))
}

//! The number in front of a place of a text.

use core::ops::Range;

use super::chain::chains;
use super::notation::{Notation, Reading};
use super::side::Side;
use mlsysim_language::expression::Expression;

/// The number with its unit that a text ends with, and where it stands.
///
/// ```
/// use mlsysim_prose::displayed::unit_before;
/// let text = "and moves 900 GB/s";
/// let (side, range) = unit_before(text).unwrap();
/// assert_eq!(&text[range], "900 GB/s");
/// ```
pub fn unit_before(text: &str) -> Option<(Side, Range<usize>)> {
    let near = text.ceil_char_boundary(text.len().saturating_sub(40));
    let is_part = |at: usize| {
        let before = text[..at].chars().next_back();
        before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '_' | '-' | '/'))
    };
    let mut starts = text[near..].char_indices().filter_map(|(at, c)| {
        let at = near + at;
        let begins = c == '$' || c.is_ascii_digit();
        (begins && !is_part(at) && !text[..at].ends_with('$')).then_some(at)
    });
    let start = starts.next_back()?;
    let chain = chains(&text[start..], Notation::Text);
    let [chain] = &*chain else { return None };
    let [side] = &*chain.sides else { return None };
    let reading = Reading {
        units: true,
        bytes: true,
    };
    let written = side.written(reading)?;
    let is_number = matches!(written.expression, Expression::Number(_));
    is_number.then(|| (side.clone(), start..text.len()))
}

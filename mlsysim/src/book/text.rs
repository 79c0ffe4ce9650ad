//! What the book prints of a value, and the sentence around it.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::chapter::Claim;
use super::error::Error;
use super::nearest::nearest;
use crate::claims::napkin::{Rule, Shape, Statement};
use crate::claims::trace::{Program, Step};
use crate::viz::number::{automatic, escape, in_prose, with_unit_latex};

/// A value as the book prints it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Printed {
    /// Number and unit: "5 h".
    pub(super) text: String,
    /// The number: "5".
    pub(super) value: String,
    /// The unit: "h".
    pub(super) unit: String,
    /// LaTeX for math mode.
    pub(super) math: String,
    /// The rows of a list or the ends of a range.
    pub(super) rows: Vec<Printed>,
}

impl Printed {
    pub(super) fn number(value: &str, unit: &str) -> Printed {
        Printed {
            text: in_prose(value, unit),
            value: in_prose(value, ""),
            unit: unit.to_string(),
            math: with_unit_latex(value, unit),
            rows: Vec::new(),
        }
    }

    fn name(name: &str) -> Printed {
        Printed {
            text: name.to_string(),
            value: name.to_string(),
            unit: String::new(),
            math: escape(name),
            rows: Vec::new(),
        }
    }

    /// The value of a program: the number as written if it is one, else in the unit that reads best.
    pub(super) fn program(program: &Program) -> Printed {
        match &*program.steps {
            [(Step::Number { text, unit }, _)] => Printed::number(text, unit),
            _ => {
                let (number, unit) = automatic(program.value());
                Printed::number(&number, &unit)
            }
        }
    }

    /// What a `let` is, and what a claim states.
    pub(super) fn statement(statement: &Statement) -> Printed {
        let first_rule = statement.rows.first().and_then(|row| row.rules.first());
        if let (Shape::One, Some(Rule::Compares { .. })) = (statement.shape, first_rule) {
            let bounds = statement.rows[0].rules.iter().filter_map(bound).collect();
            return Printed::bounds(bounds);
        }
        let rows: Vec<Printed> = statement
            .rows
            .iter()
            .map(|row| match row.rules.first() {
                Some(Rule::Prints {
                    text, unit_text, ..
                }) => Printed::number(text, unit_text),
                Some(Rule::Is { stated, .. }) => Printed::name(stated),
                Some(rule) => bound(rule).unwrap_or_else(|| Printed::program(&row.program)),
                None => Printed::program(&row.program),
            })
            .collect();
        match statement.shape {
            Shape::One => rows.into_iter().next().unwrap_or_else(|| Printed::name("")),
            Shape::Range => Printed::range(rows),
            Shape::List => Printed::list(rows),
        }
    }

    /// The ends of an interval, or a single bound.
    fn bounds(mut bounds: Vec<Printed>) -> Printed {
        match bounds.len() {
            1 => bounds.remove(0),
            _ => Printed::range(bounds),
        }
    }

    fn list(rows: Vec<Printed>) -> Printed {
        let all_alike = rows.windows(2).all(|pair| pair[0] == pair[1]);
        if let (true, Some(first)) = (all_alike, rows.first()) {
            return Printed {
                rows: rows.clone(),
                ..first.clone()
            };
        }
        let column = |part: fn(&Printed) -> &str| rows.iter().map(part).collect::<Vec<_>>();
        Printed {
            text: enumeration(&column(|row| &row.text)),
            value: enumeration(&column(|row| &row.value)),
            unit: common_unit(&rows),
            math: column(|row| &row.math).join(r",\ "),
            rows,
        }
    }

    /// "6.25–12.5 h", "$10–$20", "-5 to 5 m".
    fn range(rows: Vec<Printed>) -> Printed {
        let [low, high] = &*rows else {
            return Printed::list(rows);
        };
        let is_negative = low.value.starts_with('-') || high.value.starts_with('-');
        let dash = if is_negative { " to " } else { "–" };
        let unit = common_unit(&rows);
        let (from, from_math) = if unit == low.unit && !unit.starts_with('$') {
            let bare = low.math.strip_suffix(&with_unit_latex("", &unit));
            (low.value.clone(), bare.unwrap_or(&low.math).to_string())
        } else {
            (low.text.clone(), low.math.clone())
        };
        Printed {
            text: format!("{from}{dash}{}", high.text),
            value: format!("{}{dash}{}", low.value, high.value),
            math: format!(r"{from_math}{}{}", escape(dash), high.math),
            unit,
            rows,
        }
    }
}

/// A bound as its author wrote it, else its value.
fn bound(rule: &Rule) -> Option<Printed> {
    match rule {
        Rule::Compares { bound, .. } => Some(Printed::program(bound)),
        _ => None,
    }
}

fn common_unit(rows: &[Printed]) -> String {
    let first = rows.first().map(|row| row.unit.clone()).unwrap_or_default();
    if rows.iter().all(|row| row.unit == first) {
        first
    } else {
        String::new()
    }
}

/// "a", "a and b", "a, b, and c".
pub(super) fn enumeration(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => one.to_string(),
        [first, second] => format!("{first} and {second}"),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
    }
}

/// A claim's sentence with its values in it, as Markdown.
pub(super) fn sentence(claim: &Claim) -> Result<String, Error> {
    let mut filled = String::new();
    let mut rest = claim.record.sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(before);
        filled.push_str(&markdown(&named(claim, name.trim())?.text));
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What a name in a sentence stands for.
fn named(claim: &Claim, name: &str) -> Result<Printed, Error> {
    if name.is_empty() {
        return Ok(Printed::statement(claim.statement));
    }
    if let Some((_, program)) = claim.record.named.iter().find(|(known, _)| *known == name) {
        return Ok(Printed::program(program));
    }
    let (root, index) = match name.split_once('[') {
        Some((root, index)) => (root, index.trim_end_matches(']').parse::<usize>().ok()),
        None => (name, None),
    };
    let statements = &claim.working.statements;
    let found = statements.iter().find(|statement| statement.name == root);
    let printed = found
        .map(Printed::statement)
        .and_then(|printed| match index {
            Some(index) => printed.rows.get(index).cloned(),
            None => Some(printed),
        });
    printed.ok_or_else(|| {
        let nearest = nearest(name, statements.iter().map(|statement| statement.name));
        Error::UnknownName {
            claim: claim.path(),
            name: name.to_string(),
            nearest: nearest.map_or_else(String::new, |name| format!("; the nearest is `{name}`")),
        }
    })
}

/// Text that stands for itself in Markdown, also inside a table.
pub(super) fn markdown(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '$' | '|' | '*' | '_' | '~' | '^' | '<' | '>' | '[' | ']' | '`' | '#'
        ) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_ranges_read_as_in_a_sentence() {
        let hours = |value| Printed::number(value, "h");
        let list = Printed::list([hours("6,250"), hours("781"), hours("98")].into());
        assert_eq!(list.text, "6,250 h, 781 h, and 98 h");
        assert_eq!(list.unit, "h");
        let range = |low, high, unit| {
            Printed::range([Printed::number(low, unit), Printed::number(high, unit)].into()).text
        };
        assert_eq!(range("6.25", "12.5", "h"), "6.25–12.5 h");
        assert_eq!(range("10", "20", "$"), "$10–$20");
        assert_eq!(range("156", "312", "×"), "156–312×");
        assert_eq!(range("-5", "5", "m"), "-5 to 5 m");
    }
}

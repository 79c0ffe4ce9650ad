//! Figures as they are printed, and what they say in base units.

use std::string::String;

use mlsysim_language::number::join;

use super::super::plain::plain;
use super::super::printed::Printed;
use crate::claims::napkin::{Row, Rule};
use crate::claims::trace::Program;
use crate::units::dynamic::Dynamic;
use crate::viz::digits;
use crate::viz::number::{automatic, best_unit, with_unit};
use crate::viz::stated::{beside_printed, literal_of};

/// A figure that a reader sees.
pub(super) struct Figure {
    pub(super) text: String,
    /// In base units.
    pub(super) value: f64,
    /// The number alone, and what one of its unit is in base units.
    number: String,
    unit: f64,
}

impl Figure {
    /// What a row prints: what a claim states, what a `let` is; a bound or a name is no figure.
    pub(super) fn of(row: &Row) -> Option<Figure> {
        match row.rules.first() {
            None => Some(Figure::computed(&row.program)),
            Some(Rule::Prints { text, unit, .. }) => Some(Figure {
                text: plain(&Printed::row(row).text),
                value: digits::parse(text)? * unit.value,
                number: (*text).into(),
                unit: unit.value,
            }),
            // What is equal to its figure is printed in full.
            Some(Rule::Compares { .. }) if row.rules.iter().all(is_equality) => Some(Figure {
                text: plain(&Printed::row(row).text),
                ..Figure::computed(&row.program)
            }),
            Some(Rule::Compares { .. } | Rule::Is { .. }) => None,
        }
    }

    /// What stands where a program is printed that nothing is stated of.
    pub(super) fn computed(program: &Program) -> Figure {
        let value = program.value();
        if let Some((text, symbol)) = literal_of(program) {
            let number = digits::parse(text).filter(|number| *number != 0.0);
            return Figure {
                text: join(text, symbol),
                value: value.value,
                number: text.into(),
                unit: number.map_or(1.0, |number| value.value / number),
            };
        }
        let (number, _) = automatic(value);
        let (_, unit) = best_unit(value);
        Figure {
            text: plain(&Printed::program(program).text),
            value: digits::parse(&number).map_or(value.value, |number| number * unit),
            number,
            unit,
        }
    }

    /// Whether a value would be printed so.
    pub(super) fn is_of(&self, value: f64) -> bool {
        digits::agrees(value / self.unit, &self.number.replace(',', ""))
    }
}

fn is_equality(rule: &Rule) -> bool {
    rule.comparison() == Some(mlsysim_language::operation::Comparison::Equal)
}

/// A value of a row as it stands beside what the row states, with one digit more.
pub(super) fn beside(row: &Row, value: f64) -> String {
    if row.rules.is_empty() {
        let (number, unit) = automatic(Dynamic {
            value,
            ..row.program.value()
        });
        return with_unit(&number, &unit);
    }
    let first = row.rules.first();
    let printed = first.and_then(|rule| beside_printed(value, rule));
    printed.map_or_else(String::new, |(number, unit)| with_unit(&number, &unit))
}

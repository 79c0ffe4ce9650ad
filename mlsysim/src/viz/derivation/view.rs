//! A row of a statement, seen three ways: in names, in equations, in numbers.

use alloc::format;
use alloc::vec::Vec;

use super::leaf::{literal, operand, value_in};
use crate::claims::formula::Formula;
use crate::claims::napkin::{Row, Shape, Statement};
use crate::claims::trace::Step;
use crate::units::dynamic::{Dynamic, ONE};
use crate::viz::digits::{self, DIGITS};
use crate::viz::equation::{self, body, body_in_full, called};
use crate::viz::expression::Shown;
use crate::viz::number;
use crate::viz::stated::stated_unit;

/// Operands are never shown with more digits than this; a bound may need them all.
const MOST_DIGITS: u8 = 12;

/// A row of a statement, and the unit that it is stated in.
pub(super) struct View<'a> {
    pub(super) statements: &'a [Statement],
    pub(super) statement: &'a Statement,
    pub(super) row: &'a Row,
    pub(super) unit: Option<(&'static str, Dynamic)>,
}

impl View<'_> {
    /// Names as words, formulas as their symbols.
    pub(super) fn symbolic(&self) -> Shown {
        self.row
            .program
            .fold(|node, stored, operands: &[Shown]| {
                self.leaf(node, stored).unwrap_or_else(|| match node {
                    Step::Call { .. } => match formula(node, operands) {
                        Some(formula) if self.is_called_once(formula) => {
                            equation::symbol(formula, stored.value)
                        }
                        Some(formula) => Shown::Call {
                            latex: equation::symbol(formula, stored.value).latex(),
                            plain: formula.name.into(),
                            arguments: operands.to_vec(),
                            value: stored.value,
                        },
                        None => equation::call(node, operands, stored.value),
                    },
                    other => equation::operation(other, operands),
                })
            })
            .unwrap_or_else(|| Shown::word("?", f64::NAN))
    }

    /// The same with formulas as their bodies.
    pub(super) fn equations(&self) -> Shown {
        let distinct = self.symbols_are_distinct();
        self.row
            .program
            .fold(|node, stored, operands: &[Shown]| {
                self.leaf(node, stored).unwrap_or_else(|| match node {
                    Step::Call { .. } => match formula(node, operands) {
                        Some(formula) if distinct => body(formula, &equation::symbols(formula)),
                        Some(formula) => body(formula, operands),
                        None => equation::call(node, operands, stored.value),
                    },
                    other => equation::operation(other, operands),
                })
            })
            .unwrap_or_else(|| Shown::word("?", f64::NAN))
    }

    /// Every name as its value.
    pub(super) fn substituted(&self, digits: u8) -> Shown {
        let last = self.row.program.steps.len();
        let mut step = 0;
        self.row
            .program
            .fold(|node, stored, operands: &[Shown]| {
                step += 1;
                match node {
                    Step::Call { .. } => match formula(node, operands) {
                        Some(formula) => body_in_full(formula, operands),
                        None if step == last && !operands.is_empty() => {
                            equation::call(node, operands, stored.value)
                        }
                        None => self.value(stored, digits),
                    },
                    node if node.arity() == 0 => operand(self.substitute(node, stored, digits)),
                    other => equation::operation(other, operands),
                }
            })
            .unwrap_or_else(|| Shown::word("?", f64::NAN))
    }

    fn leaf(&self, node: &Step, stored: Dynamic) -> Option<Shown> {
        match node {
            Step::Number { text, unit } => Some(operand(literal(text, unit, stored))),
            Step::Local { statement, row, .. } => {
                let named = self.statements.get(*statement)?;
                Some(self.name(named, *row, stored.value))
            }
            Step::Outer(path) => Some(Shown::word(path, stored.value)),
            Step::Rust(_) => Some(self.value(stored, DIGITS)),
            _ => None,
        }
    }

    pub(super) fn name(&self, statement: &Statement, row: usize, value: f64) -> Shown {
        let Shown::Name { latex, plain, .. } = Shown::word(statement.name, value) else {
            return Shown::word(statement.name, value);
        };
        let index = match (statement.shape, row) {
            (Shape::One, _) => {
                return Shown::Name {
                    latex,
                    plain,
                    value,
                };
            }
            (Shape::List, row) => (format!("{}", row + 1), format!("{}", row + 1)),
            (Shape::Range, 0) => (r"\text{low}".into(), "low".into()),
            (Shape::Range, _) => (r"\text{high}".into(), "high".into()),
        };
        Shown::Name {
            latex: format!("{latex}_{{{}}}", index.0),
            plain: format!("{plain} {}", index.1),
            value,
        }
    }

    /// A leaf as a number: as its author wrote it where that says it, else in a fitting unit.
    pub(super) fn substitute(&self, node: &Step, stored: Dynamic, digits: u8) -> Shown {
        match node {
            Step::Number { text, unit } => literal(text, unit, stored),
            Step::Local { statement, row, .. } => {
                let row = self
                    .statements
                    .get(*statement)
                    .and_then(|statement| statement.rows.get(*row));
                let Some(row) = row else {
                    return self.value(stored, digits);
                };
                if let [(Step::Number { text, unit }, _)] = &*row.program.steps {
                    return literal(text, unit, stored);
                }
                match stated_unit(row) {
                    Some((text, unit)) => value_in(stored, text, unit.value, digits),
                    None => self.value(stored, digits),
                }
            }
            _ => self.value(stored, digits),
        }
    }

    /// A computed value, in the claim's own unit where that fits.
    pub(super) fn value(&self, stored: Dynamic, digits: u8) -> Shown {
        if let Some((text, unit)) = self.unit {
            let size = (stored.value / unit.value).abs();
            let reads_well = (0.1..1e6).contains(&size);
            if stored.dimension == unit.dimension && stored.dimension != ONE && reads_well {
                return value_in(stored, text, unit.value, digits);
            }
        }
        let (symbol, factor) = number::best_unit(stored);
        let number = digits::compact(stored.value / factor, digits);
        let unit = number::plural(&number, symbol);
        value_in(stored, &unit, factor, digits)
    }

    /// As few digits as let a reader who computes with them come to the result as stated.
    pub(super) fn digits(&self) -> u8 {
        (DIGITS..MOST_DIGITS)
            .find(|digits| {
                let value = self.displayed(*digits);
                self.row.rules.iter().all(|rule| rule.accepts(value))
            })
            .unwrap_or(DIGITS)
    }

    pub(super) fn displayed(&self, digits: u8) -> f64 {
        self.row
            .program
            .evaluate(&|node, stored| self.substitute(node, stored, digits).value())
    }

    fn is_called_once(&self, formula: &Formula) -> bool {
        let calls = self.formulas();
        let same = calls
            .iter()
            .filter(|called| called.symbol == formula.symbol);
        same.count() == 1
    }

    /// Whether no symbol of the formulas called stands for two things.
    fn symbols_are_distinct(&self) -> bool {
        let calls = self.formulas();
        let mut symbols: Vec<&str> = calls
            .iter()
            .flat_map(|formula| formula.arguments.iter().map(|argument| argument.symbol))
            .collect();
        let count = symbols.len();
        symbols.sort_unstable();
        symbols.dedup();
        symbols.len() == count
    }

    fn formulas(&self) -> Vec<&'static Formula> {
        let nodes = self.row.program.steps.iter().map(|(node, _)| node);
        nodes.filter_map(called).collect()
    }
}

fn formula(node: &Step, operands: &[Shown]) -> Option<&'static Formula> {
    called(node).filter(|formula| formula.arguments.len() == operands.len())
}

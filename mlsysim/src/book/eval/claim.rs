//! Whether a comparison holds, by the rules of a claim.

use std::string::String;
use std::vec::Vec;

use mlsysim_language::expression::{Expression, Relation};
use mlsysim_language::kind::{Factor, Verdict};
use mlsysim_language::nouns::Nouns;
use mlsysim_language::number::Number;
use mlsysim_language::operation::{Comparison, Order};
use mlsysim_language::record::{self, Shape};
use mlsysim_language::stated::{
    Computed, bounds_in_order, can_be_exact, figures, in_order, interval, literal, same_length,
};
use mlsysim_language::steps::{Row, Rows, Scope, lower, middle};
use mlsysim_language::token::{Error, Extent};

use super::draft::{Draft, Evaluated};
use super::known::Known;
use crate::units::display::push_dimension;
use crate::units::dynamic::{Dynamic, ONE};
use crate::units::text::Text;

type Read<T> = Result<T, Error>;
type Rules = Vec<(usize, record::Rule<String, usize>)>;

/// What a relation holds: its rows.
pub(super) fn rows(relation: &Relation, scope: &Scope) -> Read<Rows> {
    match relation {
        Relation::Prints { value, .. } | Relation::Compares { value, .. } => lower(value, scope),
        Relation::Chain { terms, .. } => middle(terms, scope),
        Relation::Is { value, .. } => Err(value
            .extent()
            .error("`is` compares an enum, which only a claim of a book can")),
    }
}

/// The rules of a relation while they are added.
pub(super) struct Claim<'d, 'k> {
    pub(super) draft: &'d mut Draft<'k>,
    pub(super) known: &'k Known<'k>,
    pub(super) scope: &'d Scope,
    pub(super) shape: Shape,
    pub(super) rows: &'d [Evaluated],
    pub(super) rules: Rules,
}

impl Claim<'_, '_> {
    fn computed(&self) -> Computed {
        Computed {
            shape: self.shape,
            rows: self.rows.len(),
        }
    }

    /// Adds the rules of a relation.
    pub(super) fn add(&mut self, relation: &Relation) -> Read<()> {
        match relation {
            Relation::Prints {
                stated, precision, ..
            } => {
                let figures = figures(stated, self.computed(), self.scope)?;
                for (row, figure) in figures.iter().enumerate() {
                    let ends = interval(figure, precision)?;
                    self.counts(row, figure)?;
                    let unit = Dynamic {
                        value: figure.unit.factor.value(),
                        dimension: figure.unit.dimension,
                    };
                    self.alike(row, unit, figure.extent)?;
                    let slot = self.draft.slots(&[unit, bare(ends.low), bare(ends.high)]);
                    let rule = record::Rule::Prints {
                        text: figure.text.clone(),
                        unit: figure.unit.text.clone(),
                        slot,
                    };
                    self.rules.push((row, rule));
                }
                Ok(())
            }
            Relation::Compares { bounds, .. } => {
                for (comparison, bound) in bounds {
                    self.compares(*comparison, bound)?;
                }
                let ordered = bounds.iter();
                bounds_in_order(ordered.filter_map(|(comparison, bound)| match comparison {
                    Comparison::Ordered(order) => Some((*order, bound)),
                    Comparison::Equal => None,
                }))
            }
            Relation::Chain { terms, orders } => self.chain(terms, orders),
            Relation::Is { .. } => Ok(()),
        }
    }

    fn compares(&mut self, comparison: Comparison, stated: &Expression) -> Read<()> {
        let bounds = lower(stated, self.scope)?;
        let count = bounds.rows.len();
        same_length(stated.extent(), bounds.shape, count, self.computed())?;
        if let Expression::Range { low, high } = stated
            && let (Expression::Number(low), Expression::Number(high)) = (&**low, &**high)
        {
            in_order(low, high, stated.extent())?;
        }
        for row in 0..self.rows.len() {
            let number = literal(stated, row);
            if let (Some(number), Comparison::Equal) = (number, comparison) {
                can_be_exact(number)?;
            }
            self.compare(row, comparison, &bounds.rows[row.min(count - 1)], number)?;
        }
        Ok(())
    }

    /// What stands between the ends is held to what comes next.
    fn chain(&mut self, terms: &[Expression], orders: &[Order]) -> Read<()> {
        let last = self.rows.len() - 1;
        let first = Comparison::Ordered(orders[0].mirrored());
        self.end(0, first, &terms[0])?;
        for row in 0..last {
            let next = self.rows[row + 1].row.clone();
            self.compare(row, Comparison::Ordered(orders[row + 1]), &next, None)?;
        }
        let order = Comparison::Ordered(orders[orders.len() - 1]);
        self.end(last, order, &terms[terms.len() - 1])
    }

    fn end(&mut self, row: usize, comparison: Comparison, stated: &Expression) -> Read<()> {
        let bounds = lower(stated, self.scope)?;
        match &*bounds.rows {
            [bound] => self.compare(row, comparison, bound, literal(stated, row)),
            _ => Err(stated
                .extent()
                .error("a chain of more than two signs compares single values")),
        }
    }

    fn compare(
        &mut self,
        row: usize,
        comparison: Comparison,
        bound: &Row,
        number: Option<&Number>,
    ) -> Read<()> {
        match number {
            Some(number) => self.counts(row, number)?,
            None => {
                let value = self.rows[row].row.kind.clone();
                let beside = value.beside(bound.kind.clone(), "a comparison");
                beside.map_err(|message| bound.extent.error(message))?;
            }
        }
        let evaluated = Evaluated::of(bound.clone(), self.known)?;
        self.alike(row, evaluated.value(), bound.extent)?;
        // Base units in one of the stated unit, zero where none is stated.
        let factor = number.map_or(0.0, |number| number.unit.factor.value());
        let slot = self.draft.slots(&[bare(factor)]);
        let bound = self.draft.row(&evaluated);
        let text = |of: fn(&Number) -> &String| number.map(of).cloned().unwrap_or_default();
        let rule = record::Rule::Compares {
            comparison,
            text: text(|number| &number.text),
            unit: text(|number| &number.unit.text),
            slot,
            bound,
        };
        self.rules.push((row, rule));
        Ok(())
    }

    /// Holds what a value counts to what the figure counts.
    fn counts(&self, row: usize, figure: &Number) -> Read<()> {
        let (nouns, text) = (&figure.unit.nouns, figure.full_text());
        counts(&self.rows[row], nouns, &text).map_err(|message| figure.extent.error(message))
    }

    fn alike(&self, row: usize, stated: Dynamic, extent: Extent) -> Read<()> {
        let computed = self.rows[row].value();
        match computed.dimension == stated.dimension {
            true => Ok(()),
            false => Err(extent.error(unlike(
                "a comparison of unlike dimensions",
                ("stated:  ", stated),
                ("computed:", computed),
            ))),
        }
    }
}

/// Holds what a value counts to what is stated of it in this text.
pub(super) fn counts(evaluated: &Evaluated, stated: &Nouns, text: &str) -> Result<(), String> {
    let kind = &evaluated.row.kind;
    let is_counted = |factor: &Factor| {
        let (Factor::Step(step) | Factor::Slot(step)) = factor;
        let value = evaluated.values.get(*step);
        value.is_some_and(|value| value.dimension == ONE)
    };
    match kind.stated(stated, text) {
        Verdict::Right => Ok(()),
        Verdict::RightIfCounted(_) if kind.possible_counts.iter().any(is_counted) => Ok(()),
        Verdict::Wrong(message) | Verdict::RightIfCounted(message) => Err(message),
    }
}

/// Two dimensions that should be one, below what they are.
pub(super) fn unlike(what: &str, one: (&str, Dynamic), other: (&str, Dynamic)) -> String {
    let mut text = Text::new();
    text.push(what);
    for (name, value) in [one, other] {
        text.push("\n    ");
        text.push(name);
        text.push(" ");
        push_dimension(&mut text, value.dimension);
    }
    text.as_str().into()
}

fn bare(value: f64) -> Dynamic {
    Dynamic {
        value,
        dimension: ONE,
    }
}

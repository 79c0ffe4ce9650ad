//! `#[published(…)]`: what the printed edition says must be wrong, or it is no erratum.

use mlsysim_language::expression::{Expression, Precision, PublishedFigure};
use mlsysim_language::kind::Kind;
use mlsysim_language::number::Number;
use mlsysim_language::operation::{Comparison, Order};
use mlsysim_language::record::{self, Rule, Shape};
use mlsysim_language::stated::{bounds_in_order, figures, in_order, interval, literal};
use mlsysim_language::steps::{self, Scope};
use mlsysim_language::token::Result;
use proc_macro2::TokenStream;
use quote::quote;

use super::super::attributes::Published;
use super::draft::Draft;
use super::napkin::{Guard, Napkin, is_spared};
use super::relation::{comparison_tokens, prints};
use crate::emitter::{called, index};

/// The rules of a published figure, and the calls that decide them.
#[derive(Default)]
struct Parts {
    rules: Vec<(usize, Rule<String, usize>)>,
    checks: TokenStream,
}

impl Napkin<'_> {
    /// Adds the guard, and gives what is recorded.
    pub(super) fn published(
        &mut self,
        printed: &Published,
        number: usize,
        draft: &Draft,
        scope: &Scope,
    ) -> Result<record::Published<String, usize>> {
        let mut parts = Parts::default();
        let shape = match &printed.figure {
            PublishedFigure::Bounds(bounds) => {
                bounds_in_order(bounds.iter().map(|(order, bound)| (*order, bound)))?;
                for (order, bound) in bounds {
                    self.published_bound(&mut parts, *order, bound, draft, scope)?;
                }
                Shape::One
            }
            PublishedFigure::Figure(Expression::Range { low, high }, _)
                if draft.shape != Shape::Range =>
            {
                if let (Expression::Number(low), Expression::Number(high)) = (&**low, &**high) {
                    in_order(low, high, printed.extent)?;
                }
                self.published_bound(&mut parts, Order::AtLeast, low, draft, scope)?;
                self.published_bound(&mut parts, Order::AtMost, high, draft, scope)?;
                Shape::Range
            }
            PublishedFigure::Figure(figure, precision) => {
                let kinds = draft.kinds_as_stated();
                for (row, number) in figures(figure, draft.computed(), scope)?.iter().enumerate() {
                    if let Some(kind) = kinds.get(row) {
                        counts_alike(kind, number)?;
                    }
                    self.published_figure(&mut parts, row, number, precision, draft)?;
                }
                draft.shape
            }
        };
        let (checks, statement, number) = (&parts.checks, index(draft.statement), index(number));
        self.guards.push(Guard {
            ends: self.source.ends(printed.extent),
            function: "published_differs",
            arguments: quote!(&[#checks], #statement, #number),
        });
        let note = printed.note.as_ref().map(|note| note.text.clone());
        Ok(record::Published {
            shape,
            note: note.unwrap_or_default(),
            rules: parts.rules,
        })
    }

    fn published_figure(
        &mut self,
        parts: &mut Parts,
        row: usize,
        number: &Number,
        precision: &Precision,
        draft: &Draft,
    ) -> Result<()> {
        let interval = interval(number, precision)?;
        let slot = self.emitter.figure_slots(number, &interval);
        parts.rules.push((row, prints(number, slot)));
        let (value, slot, napkin) = (index(draft.rows[row].value), index(slot), self.reference());
        let ends = self.source.ends(number.extent);
        let call = called(ends, quote!(agrees), quote!(#napkin, #value, #slot));
        parts.checks.extend(quote!(#call,));
        Ok(())
    }

    fn published_bound(
        &mut self,
        parts: &mut Parts,
        order: Order,
        figure: &Expression,
        draft: &Draft,
        scope: &Scope,
    ) -> Result<()> {
        let bounds = steps::lower(figure, scope)?;
        let ([bound_row], Shape::One) = (&*bounds.rows, bounds.shape) else {
            return Err(figure.extent().error("a published bound is one number"));
        };
        let comparison = Comparison::Ordered(order);
        let number = literal(figure, 0);
        for (row, placed) in draft.rows.iter().enumerate() {
            let bound = self.emitter.row(bound_row);
            self.is_incomplete |= is_spared(bound.value);
            let factor = number.map_or(0.0, |number| number.unit.factor.value());
            let slot = self.emitter.bare_slot(factor);
            let (value, bound_value) = (index(placed.value), index(bound.value));
            let (napkin, relation) = (self.reference(), comparison_tokens(comparison));
            let arguments = quote!(#napkin, #value, #relation, #bound_value);
            let ends = self.source.ends(figure.extent());
            let call = called(ends, quote!(satisfies), arguments);
            parts.checks.extend(quote!(#call,));
            parts.rules.push((
                row,
                Rule::Compares {
                    comparison,
                    text: number.map(|it| it.text.clone()).unwrap_or_default(),
                    unit: number.map(|it| it.unit.text.clone()).unwrap_or_default(),
                    slot,
                    bound: bound.row,
                },
            ));
        }
        Ok(())
    }
}

/// What is counted in something else is another quantity, and no wrong print of this one.
fn counts_alike(kind: &Kind, number: &Number) -> Result<()> {
    let published = Kind::of_number(number);
    match kind.clone().beside(published, "a published figure") {
        Ok(_) => Ok(()),
        Err(message) => Err(number.extent.error(message)),
    }
}

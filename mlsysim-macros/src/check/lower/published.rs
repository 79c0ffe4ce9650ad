//! `#[published(…)]`: what the printed edition says must be wrong, or it is no erratum.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Result;

use super::super::parse::{Order, Published};
use super::record::PART;
use super::stated::{figures, text};
use super::{Draft, Guard, Napkin, index};
use crate::expression::{self, Expression, Number, Scope, Shape, called};

impl Napkin {
    /// Adds the guard, and gives the text and the note for the record.
    pub(super) fn published(
        &mut self,
        printed: &Published,
        draft: &mut Draft,
        scope: &Scope,
    ) -> Result<String> {
        let mut checks = TokenStream::new();
        let mut texts = Vec::new();
        for bound in &printed.stated {
            match (bound.order, &bound.figure) {
                (None, Expression::Range { low, high, .. }) if draft.shape != Shape::Range => {
                    for (order, end) in [(Order::AtLeast, low), (Order::AtMost, high)] {
                        checks.extend(self.published_bound(order, end, draft, scope)?);
                    }
                    texts.push(format!("{} to {}", text(low, 0), text(high, 0)));
                }
                (Some(order), figure) => {
                    checks.extend(self.published_bound(order, figure, draft, scope)?);
                    texts.push(format!("{} {}", order.symbol(), text(figure, 0)));
                }
                (None, figure) => {
                    let figures = figures(figure, draft, scope)?;
                    for (number, row) in figures.iter().zip(&draft.rows) {
                        checks.extend(self.published_figure(number, row.value));
                    }
                    let all: Vec<String> = figures.iter().map(Number::full_text).collect();
                    texts.push(all.join(", "));
                }
            }
        }
        let statement = index(draft.statement);
        draft.guards.push(Guard {
            extent: printed.extent,
            function: "published_differs",
            arguments: quote!(&[#checks], #statement),
        });
        let note = printed.note.as_ref().map(syn::LitStr::value);
        let note = note.unwrap_or_default();
        Ok(format!("{}{PART}{note}", texts.join(", ")))
    }

    fn published_figure(&mut self, number: &Number, value: usize) -> TokenStream {
        let interval = number.interval(None);
        let unit = self.emitter.unit_slot(number);
        self.emitter.bare_slot(interval.low);
        self.emitter.bare_slot(interval.high);
        let (value, unit) = (index(value), index(unit));
        let napkin = self.reference();
        let arguments = quote!(#napkin, #value, #unit);
        let call = called(number.extent, quote!(agrees), arguments);
        quote!(#call,)
    }

    fn published_bound(
        &mut self,
        order: Order,
        figure: &Expression,
        draft: &Draft,
        scope: &Scope,
    ) -> Result<TokenStream> {
        let (shape, bounds) = expression::lower(figure, scope)?;
        if shape != Shape::One {
            return Err(figure.extent().error("a published bound is one number"));
        }
        let bound = index(self.emitter.row(&bounds[0]).value);
        let (relation, napkin) = (order.symbol(), self.reference());
        let checks = draft.rows.iter().map(|row| {
            let value = index(row.value);
            let arguments = quote!(#napkin, #value, #relation, #bound);
            called(figure.extent(), quote!(satisfies), arguments)
        });
        Ok(quote!(#(#checks,)*))
    }
}

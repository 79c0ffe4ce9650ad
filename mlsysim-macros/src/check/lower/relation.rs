//! `~=`, `==`, `<` and the like, and `is`.

use quote::quote;
use syn::Result;

use super::super::parse::{Bound, Claim, Order, Relation};
use super::record::PART;
use super::stated::{figures, interval, literal, same_length, text};
use super::{Draft, Guard, Lowered, Napkin, index, record};
use crate::expression::{self, Expression, Extent, Interval, Number, Scope, Shape, Slots};

impl Relation {
    /// The value that is claimed, if it is a quantity.
    pub(super) fn value(&self) -> Option<&Expression> {
        match self {
            Relation::Prints { value, .. }
            | Relation::Bounded { value, .. }
            | Relation::Equals { value, .. } => Some(value),
            Relation::Is { .. } => None,
        }
    }
}

impl Order {
    pub(super) fn symbol(self) -> &'static str {
        match self {
            Order::Less => "<",
            Order::AtMost => "<=",
            Order::More => ">",
            Order::AtLeast => ">=",
        }
    }

    /// The guard of the library that enforces it.
    fn guard(self) -> &'static str {
        match self {
            Order::Less => "less",
            Order::AtMost => "at_most",
            Order::More => "more",
            Order::AtLeast => "at_least",
        }
    }
}

impl Napkin {
    pub(super) fn relation(
        &mut self,
        relation: &Relation,
        draft: &mut Draft,
        scope: &Scope,
    ) -> Result<()> {
        match relation {
            Relation::Prints {
                stated, precision, ..
            } => {
                let figures = figures(stated, draft, scope)?;
                for (row, figure) in figures.iter().enumerate() {
                    let interval = interval(figure, precision)?;
                    self.prints(draft, row, figure, &interval);
                }
                Ok(())
            }
            Relation::Bounded { bounds, .. } => {
                for Bound { order, bound } in bounds {
                    self.compares(draft, order.guard(), order.symbol(), bound, scope)?;
                }
                Ok(())
            }
            Relation::Equals { stated, .. } => self.compares(draft, "equals", "==", stated, scope),
            Relation::Is { .. } => Ok(()),
        }
    }

    fn prints(&mut self, draft: &mut Draft, row: usize, figure: &Number, interval: &Interval) {
        let unit = self.emitter.unit_slot(figure);
        self.emitter.bare_slot(interval.low);
        self.emitter.bare_slot(interval.high);
        draft.guard(figure.extent, "prints", &[draft.rows[row].value, unit]);
        let unit = record::unit(figure);
        draft
            .rules
            .push(format!("~{PART}{}{PART}{unit}", figure.text));
    }

    fn compares(
        &mut self,
        draft: &mut Draft,
        guard: &'static str,
        symbol: &str,
        stated: &Expression,
        scope: &Scope,
    ) -> Result<()> {
        let (shape, bounds) = expression::lower(stated, scope)?;
        same_length(stated.extent(), shape, bounds.len(), draft)?;
        for row in 0..draft.rows.len() {
            let bound_row = &bounds[row.min(bounds.len() - 1)];
            let bound = self.emitter.row(bound_row);
            // Base units in one of the stated unit, for the message; zero where none is stated.
            let number = literal(stated, row).filter(|number| number.unit.unknown.is_none());
            let factor = number.map_or(0.0, |number| number.unit.factor.value());
            self.emitter.bare_slot(factor);
            let slots = [draft.rows[row].value, bound.value];
            draft.guard(bound_row.extent, guard, &slots);
            let stated = text(stated, row);
            let unit = number.map(record::unit).unwrap_or_default();
            draft.rules.push(format!(
                "{symbol}{PART}{stated}{PART}{unit}{PART}{}",
                bound.program
            ));
        }
        Ok(())
    }

    pub(super) fn add_is(&mut self, claim: &Claim, scope: &mut Scope) -> Result<()> {
        let Relation::Is { value, variant } = &claim.relation else {
            return Ok(());
        };
        let (Expression::Call { .. } | Expression::Place(_) | Expression::Rust { .. }) = value
        else {
            return Err(value
                .extent()
                .error("`is` compares an enum: a place, a call or a `{ … }` block"));
        };
        let (shape, rows) = expression::lower(value, scope)?;
        if shape != Shape::One {
            return Err(value.extent().error("`is` compares one value"));
        }
        if let Some(published) = &claim.published {
            return Err(published
                .extent
                .error("an `is` claim has no published figure"));
        }
        let enumeration = self.emitter.enum_value(&rows[0]);
        let name = index(self.names.len());
        self.names.push(quote!(#enumeration.name()));
        let unknown = self.emitter.slot(quote!(__m::Dynamic {
            value: f64::NAN,
            dimension: 0
        }));
        let statement = self.statements.len();
        let bound = expression::Bound {
            shape,
            slots: vec![unknown],
            statement,
        };
        scope.bind(&claim.name, bound)?;
        let statement_index = index(statement);
        let draft = Draft {
            statement,
            shape,
            rows: vec![Slots {
                value: unknown,
                program: format!("%{}", source(value)),
            }],
            is_loose: claim.loose.is_some(),
            rules: vec![format!("is{PART}{variant}{PART}{name}")],
            guards: vec![Guard {
                extent: Extent::of(variant.span()),
                function: "is",
                arguments: quote!(#name, #statement_index),
            }],
        };
        let record = record::of_claim(claim, unknown, &draft, None, &[]);
        self.statements.push(Lowered {
            name: claim.name.clone(),
            is_claim: true,
            record,
            guards: draft.guards,
        });
        Ok(())
    }
}

fn source(expression: &Expression) -> String {
    match expression {
        Expression::Place(place) => place.text.clone(),
        Expression::Call { callee, fields, .. } => {
            format!("{}(…){}", callee.text, fields.to_string().replace(' ', ""))
        }
        Expression::Rust { text, .. } => text.clone(),
        _ => String::new(),
    }
}

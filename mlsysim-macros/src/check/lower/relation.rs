//! `~=`, `==`, `<` and the like, and `is`.

use mlsysim_language::expression::{Expression, Relation};
use mlsysim_language::kind::{Factor, Kind, Verdict};
use mlsysim_language::number::{Interval, Number};
use mlsysim_language::operation::{Comparison, Order};
use mlsysim_language::record::{self, Rule, Shape};
use mlsysim_language::stated::{
    bounds_in_order, can_be_exact, figures, in_order, interval, literal, same_length,
};
use mlsysim_language::steps::{self, Bound, Row, Scope, Values};
use mlsysim_language::token::{Extent, Result};
use proc_macro2::TokenStream;
use quote::quote;

use super::super::parse::Claim;
use super::draft::Draft;
use super::napkin::{Guard, Napkin, is_spared};
use super::rows::uses;
use super::sentence;
use crate::emitter::{Known, Placed, index, order};

/// The guard of the library that enforces it.
fn guard(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "equals",
        Comparison::Ordered(Order::Less) => "less",
        Comparison::Ordered(Order::AtMost) => "at_most",
        Comparison::Ordered(Order::More) => "more",
        Comparison::Ordered(Order::AtLeast) => "at_least",
    }
}

/// How the evaluation checks it.
fn check(comparison: Comparison) -> u8 {
    match comparison {
        Comparison::Equal => b'=',
        Comparison::Ordered(Order::Less) => b'<',
        Comparison::Ordered(Order::AtMost) => b'{',
        Comparison::Ordered(Order::More) => b'>',
        Comparison::Ordered(Order::AtLeast) => b'}',
    }
}

/// The comparison as the library names it.
pub(super) fn comparison_tokens(comparison: Comparison) -> TokenStream {
    match comparison {
        Comparison::Equal => quote!(__m::Comparison::Equal),
        Comparison::Ordered(it) => {
            let order = order(it);
            quote!(__m::Comparison::Ordered(#order))
        }
    }
}

/// The rule of a figure whose unit and ends stand from a slot on.
pub(super) fn prints(figure: &Number, slot: usize) -> Rule<String, usize> {
    Rule::Prints {
        text: figure.text.clone(),
        unit: figure.unit.text.clone(),
        slot,
    }
}

impl Napkin<'_> {
    /// Adds the rules, and gives what the value is compared with.
    pub(super) fn relation(
        &mut self,
        relation: &Relation,
        draft: &mut Draft,
        scope: &Scope,
        used: &mut Vec<usize>,
    ) -> Result<Vec<Row>> {
        match relation {
            Relation::Prints {
                stated, precision, ..
            } => {
                let figures = figures(stated, draft.computed(), scope)?;
                for (row, figure) in figures.iter().enumerate() {
                    let interval = interval(figure, precision)?;
                    self.nouns(draft, row, figure)?;
                    self.prints(draft, row, figure, &interval);
                }
                draft.printed = figures;
                Ok(steps::lower(stated, scope)?.rows)
            }
            Relation::Compares { bounds, .. } => {
                let mut stated = Vec::new();
                for (comparison, bound) in bounds {
                    let rows = self.compares(draft, *comparison, bound, scope)?;
                    used.extend(uses(&rows));
                    stated.extend(rows.rows);
                    if *comparison == Comparison::Equal {
                        let all = (0..draft.rows.len()).map(|row| literal(bound, row).cloned());
                        draft.printed = all.collect::<Option<_>>().unwrap_or_default();
                    }
                }
                let ordered = bounds
                    .iter()
                    .filter_map(|(comparison, bound)| match comparison {
                        Comparison::Ordered(order) => Some((*order, bound)),
                        Comparison::Equal => None,
                    });
                bounds_in_order(ordered)?;
                Ok(stated)
            }
            Relation::Chain { terms, orders } => {
                let last = draft.rows.len() - 1;
                let first = (Comparison::Ordered(orders[0].mirrored()), &terms[0]);
                used.extend(self.bound(draft, 0, first, scope)?);
                for row in 0..last {
                    self.next_in_chain(draft, row, orders[row + 1], terms[row + 2].extent());
                }
                let end = (
                    Comparison::Ordered(orders[orders.len() - 1]),
                    &terms[terms.len() - 1],
                );
                used.extend(self.bound(draft, last, end, scope)?);
                Ok(Vec::new())
            }
            Relation::Is { .. } => Ok(Vec::new()),
        }
    }

    /// Holds what the value counts to what the figure counts.
    fn nouns(&mut self, draft: &Draft, row: usize, figure: &Number) -> Result<()> {
        let Some(kind) = draft.kinds.get(row) else {
            return Ok(());
        };
        match kind.stated(&figure.unit.nouns, &figure.full_text()) {
            Verdict::Right => Ok(()),
            Verdict::Wrong(message) => Err(figure.extent.error(message)),
            Verdict::RightIfCounted(message) => {
                let slots = kind.possible_counts.iter().map(|factor| match factor {
                    Factor::Slot(slot) | Factor::Step(slot) => index(*slot),
                });
                let statement = index(draft.statement);
                let arguments = quote!(&[#(#slots),*], #message, #statement);
                self.guards.push(Guard {
                    ends: self.source.ends(figure.extent),
                    function: "is_counted",
                    arguments,
                });
                Ok(())
            }
        }
    }

    fn prints(&mut self, draft: &mut Draft, row: usize, figure: &Number, interval: &Interval) {
        let value = draft.rows[row].value;
        let unit = Known {
            value: figure.unit.factor.value(),
            dimension: figure.unit.dimension,
        };
        // Whether a loose claim needs to be is for the compiler to see, from the slots.
        let is_plain = !draft.is_loose && self.prints_plainly(value, unit, interval);
        let plain = is_plain.then_some(unit);
        let slot = match plain {
            Some(unit) => {
                let slot = self.emitter.listed(unit);
                for end in [interval.low, interval.high] {
                    self.emitter.listed(Known {
                        value: end,
                        dimension: 0,
                    });
                }
                slot
            }
            None => self.emitter.figure_slots(figure, interval),
        };
        let ends = self.source.ends(figure.extent);
        let guard = draft.rule(row, prints(figure, slot), ends, "prints", &[value, slot]);
        if plain.is_none() {
            self.is_incomplete |= is_spared(value);
            self.emitter.stop_unless(b'p', value, slot);
            self.guards.push(guard);
        }
        if draft.is_loose {
            let (value, slot) = (index(value), index(slot));
            let napkin = self.reference();
            draft
                .bites
                .push(quote!(__m::prints_bites(#napkin, #value, #slot)));
        }
    }

    /// Whether the macro sees already that the claim holds and could fail: what follows from
    /// numbers alone is computed here as the compiler would, and needs no guard of its own.
    fn prints_plainly(&self, value: usize, unit: Known, interval: &Interval) -> bool {
        let Some(value) = self.emitter.known(value) else {
            return false;
        };
        let number = value.value / unit.value;
        let holds = number >= interval.low && number <= interval.high;
        let bites = interval.low > 0.0 && interval.high < 1.9 * interval.low;
        value.dimension == unit.dimension && holds && bites
    }

    /// The same for a bound.
    fn compares_plainly(&self, value: usize, comparison: Comparison, bound: usize) -> bool {
        let (Some(value), Some(bound)) = (self.emitter.known(value), self.emitter.known(bound))
        else {
            return false;
        };
        let bites = match comparison {
            Comparison::Equal => value.value != 0.0,
            Comparison::Ordered(_) => (0.11..9.0).contains(&(value.value / bound.value).abs()),
        };
        value.dimension == bound.dimension && comparison.holds(value.value, bound.value) && bites
    }

    fn compares(
        &mut self,
        draft: &mut Draft,
        comparison: Comparison,
        stated: &Expression,
        scope: &Scope,
    ) -> Result<steps::Rows> {
        let bounds = steps::lower(stated, scope)?;
        same_length(
            stated.extent(),
            bounds.shape,
            bounds.rows.len(),
            draft.computed(),
        )?;
        if let Expression::Range { low, high } = stated
            && let (Expression::Number(low), Expression::Number(high)) = (&**low, &**high)
        {
            in_order(low, high, stated.extent())?;
        }
        for row in 0..draft.rows.len() {
            let bound_row = &bounds.rows[row.min(bounds.rows.len() - 1)];
            let number = literal(stated, row);
            self.counts_alike(draft, row, number, bound_row)?;
            if let (Some(number), Comparison::Equal) = (number, comparison) {
                can_be_exact(number)?;
            }
            let bound = self.emitter.row(bound_row);
            self.compare(draft, row, comparison, bound, number, bound_row.extent);
        }
        Ok(bounds)
    }

    /// Holds what the value counts to what its bound counts, which is a number or an expression.
    fn counts_alike(
        &mut self,
        draft: &Draft,
        row: usize,
        number: Option<&Number>,
        bound: &Row,
    ) -> Result<()> {
        if let Some(number) = number {
            return self.nouns(draft, row, number);
        }
        let value = draft.kinds.get(row).cloned().unwrap_or_default();
        match value.beside(bound.kind.clone(), "a comparison") {
            Ok(_) => Ok(()),
            Err(message) => Err(bound.extent.error(message)),
        }
    }

    /// One bound of a chain; gives the statements that it uses.
    fn bound(
        &mut self,
        draft: &mut Draft,
        row: usize,
        (comparison, stated): (Comparison, &Expression),
        scope: &Scope,
    ) -> Result<Vec<usize>> {
        let bounds = steps::lower(stated, scope)?;
        let [bound_row] = &*bounds.rows else {
            return Err(stated
                .extent()
                .error("a chain of more than two signs compares single values"));
        };
        let number = literal(stated, row);
        self.counts_alike(draft, row, number, bound_row)?;
        let bound = self.emitter.row(bound_row);
        self.compare(draft, row, comparison, bound, number, bound_row.extent);
        Ok(uses(&bounds))
    }

    /// A value of a chain is held to the next one.
    fn next_in_chain(&mut self, draft: &mut Draft, row: usize, order: Order, extent: Extent) {
        let next = Placed {
            value: draft.rows[row + 1].value,
            row: draft.rows[row + 1].row.clone(),
        };
        self.compare(draft, row, Comparison::Ordered(order), next, None, extent);
    }

    fn compare(
        &mut self,
        draft: &mut Draft,
        row: usize,
        comparison: Comparison,
        bound: Placed,
        number: Option<&Number>,
        extent: Extent,
    ) {
        // Base units in one of the stated unit, for the message; zero where none is stated.
        let factor = number.map_or(0.0, |number| number.unit.factor.value());
        let value = draft.rows[row].value;
        let is_plain = self.compares_plainly(value, comparison, bound.value);
        let slot = match is_plain {
            true => self.emitter.listed(Known {
                value: factor,
                dimension: 0,
            }),
            false => self.emitter.bare_slot(factor),
        };
        let bound_value = bound.value;
        let rule = Rule::Compares {
            comparison,
            text: number.map(|it| it.text.clone()).unwrap_or_default(),
            unit: number
                .map(|number| number.unit.text.clone())
                .unwrap_or_default(),
            slot,
            bound: bound.row,
        };
        let ends = self.source.ends(extent);
        let slots = [value, bound_value, slot];
        let guard = draft.rule(row, rule, ends, guard(comparison), &slots);
        if !is_plain {
            self.is_incomplete |= is_spared(value) || is_spared(bound_value);
            self.emitter
                .stop_unless(check(comparison), value, bound_value);
            self.guards.push(guard);
        }
        if draft.is_loose {
            let (value, bound) = (index(value), index(bound_value));
            let (napkin, comparison) = (self.reference(), comparison_tokens(comparison));
            draft
                .bites
                .push(quote!(__m::compares_bites(#napkin, #comparison, #value, #bound)));
        }
    }

    pub(super) fn add_is(&mut self, claim: &Claim, scope: &mut Scope) -> Result<()> {
        let Relation::Is { value, variant } = &claim.relation else {
            return Ok(());
        };
        let (Expression::Call(_) | Expression::Place(_) | Expression::Rust(_)) = value else {
            return Err(value
                .extent()
                .error("`is` compares an enum: a place, a call or a `{ … }` block"));
        };
        let lowered = steps::lower(value, scope)?;
        let ([row], Shape::One) = (&*lowered.rows, lowered.shape) else {
            return Err(value.extent().error("`is` compares one value"));
        };
        if let Some(published) = claim.published.first() {
            return Err(published
                .extent
                .error("an `is` claim has no published figure"));
        }
        if let Some(loose) = &claim.loose {
            return Err(loose
                .extent
                .error("an `is` claim bites, and needs no `#[loose]`"));
        }
        let enumeration = self.emitter.enum_value(row);
        let name = self.names.len();
        self.names.push(quote!(#enumeration.name()));
        let unknown = self.emitter.slot(quote!(__m::Dynamic::UNKNOWN));
        let statement = self.statements;
        let values = Values {
            shape: Shape::One,
            slots: vec![unknown],
            statement,
            kinds: vec![Kind::lost()],
            printed: Vec::new(),
        };
        scope.bind(&claim.name, Bound::Statement(values))?;
        let stated = &variant.text;
        let (name_index, position) = (index(name), index(self.record.position()));
        self.guards.push(Guard {
            ends: self.source.ends(variant.extent),
            function: "is",
            arguments: quote!(#name_index, #stated, #position),
        });
        let rows = [Placed {
            value: unknown,
            row: record::Row {
                slot: unknown,
                steps: vec![record::Step::Rust(source(value))],
            },
        }];
        let named = self.named(claim, scope)?;
        let record = record::Claim {
            sentence: sentence::text(claim),
            loose: None,
            published: Vec::new(),
            named,
            rules: vec![(
                0,
                Rule::Is {
                    stated: variant.text.clone(),
                    computed: name,
                },
            )],
        };
        let statement = self.statement(&claim.name, Shape::One, &rows, &[], Some(record));
        self.claim(claim, statement, uses(&lowered), Vec::new());
        Ok(())
    }
}

fn source(expression: &Expression) -> String {
    match expression {
        Expression::Place(place) => place.text.clone(),
        Expression::Call(call) => format!("{}(…){}", call.callee.text, call.fields_text),
        Expression::Rust(rust) => rust.text.clone(),
        _ => String::new(),
    }
}

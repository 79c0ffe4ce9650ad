//! Only `quote!`: rows to calls of `::mlsysim::__private`, and to the record.

mod code;
mod known;

use mlsysim_language::number::{Interval, Number};
use mlsysim_language::operation::{Builtin, Operator};
use mlsysim_language::record::{self, FIRST_KNOWN};
use mlsysim_language::steps::{Argument, Called, Row, Step, What};
use mlsysim_language::token::Extent;
use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use self::code::{array, label};
use crate::callees::Callees;
use crate::tokens::{Ends, Source};

pub(crate) use self::code::{at, called, closed, float, index, order, value_of};
pub(crate) use self::known::Known;

/// As many slots as two bytes count.
const MAXIMUM_SLOTS: usize = 65_535;

/// Fills an array with the value of every step.
///
/// The compiler's time grows with every token, so what seldom fails (numbers, products, quotients)
/// becomes a short program for `run`; what fails for more reasons, or comes from elsewhere, is a
/// call of its own with the author's span.
pub(crate) struct Emitter<'a> {
    source: &'a Source,
    statements: TokenStream,
    slots: usize,
    pending: Pending,
    /// What is known here already of each slot: what follows from numbers alone.
    known: Vec<Option<Known>>,
    /// Whether rows that follow from numbers alone are left out of the program.
    folds: bool,
    /// The values of those rows.
    folded: Vec<Known>,
    /// Checks of claims that are due before anything else can fail.
    checks: Vec<(u8, [usize; 2])>,
    /// Steps of `run` that may give no finite number, as arms of a match over the slot.
    breaking: Vec<(usize, Ends, Operator, [usize; 2])>,
    /// The formulas called, under the names that they have in its code.
    pub(crate) callees: Callees,
    /// Their records, one for each call.
    pub(crate) formulas: Vec<TokenStream>,
    /// The values of the numbers, in order.
    pub(crate) numbers: Vec<f64>,
}

/// Steps for `run` that are not emitted yet.
#[derive(Default)]
struct Pending {
    start: usize,
    program: Vec<u8>,
    values: Vec<f64>,
    dimensions: Vec<i64>,
}

/// The slot of a row's value, and the row as it is recorded.
pub(crate) struct Placed {
    pub(crate) value: usize,
    pub(crate) row: record::Row<String, usize>,
}

impl<'a> Emitter<'a> {
    /// The first slot is the status.
    pub(crate) fn new(source: &'a Source) -> Self {
        Emitter {
            source,
            folds: false,
            folded: Vec::new(),
            statements: TokenStream::new(),
            slots: 1,
            pending: Pending::default(),
            known: vec![None],
            checks: Vec::new(),
            breaking: Vec::new(),
            callees: Callees::default(),
            formulas: Vec::new(),
            numbers: Vec::new(),
        }
    }

    /// The slot that comes next.
    pub(crate) fn next(&self) -> usize {
        self.slots
    }

    /// Whether there are more values than a block can hold.
    pub(crate) fn is_too_long(&self) -> bool {
        self.slots > MAXIMUM_SLOTS
    }

    /// A value that an expression gives.
    pub(crate) fn slot(&mut self, expression: TokenStream) -> usize {
        for (check, operands) in std::mem::take(&mut self.checks) {
            self.step(check, &operands);
        }
        self.flush();
        let (slots, index) = (array(), index(self.slots));
        self.statements
            .extend(quote!(__m::put(#index, #expression, #slots);));
        self.next_slot(None)
    }

    fn next_slot(&mut self, known: Option<Known>) -> usize {
        self.known.push(known);
        self.slots += 1;
        self.slots - 1
    }

    /// What is known of a value.
    pub(crate) fn known(&self, slot: usize) -> Option<Known> {
        match slot.checked_sub(FIRST_KNOWN) {
            Some(folded) => self.folded.get(folded).copied(),
            None => self.known.get(slot).copied().flatten(),
        }
    }

    /// Leaves rows that follow from numbers alone out of the program.
    pub(crate) fn folding(mut self) -> Self {
        self.folds = true;
        self
    }

    /// A value that is listed and not computed.
    pub(crate) fn listed(&mut self, known: Known) -> usize {
        self.folded.push(known);
        FIRST_KNOWN + self.folded.len() - 1
    }

    /// The listed values, as the napkin has them.
    pub(crate) fn list(&self) -> String {
        let values = self
            .folded
            .iter()
            .map(|it| format!("{:e} {}", it.value, it.dimension));
        values.collect::<Vec<_>>().join(",")
    }

    /// The values of a row's steps, if all of them follow from numbers alone.
    fn fold(&self, row: &Row) -> Option<Vec<Known>> {
        let mut stack: Vec<Known> = Vec::new();
        let mut values = Vec::with_capacity(row.steps.len());
        for step in &row.steps {
            let operands = stack.split_off(stack.len().checked_sub(step.arity())?);
            let value = match (&step.what, &*operands) {
                (What::Number(number), _) => Known {
                    value: number.base_value(),
                    dimension: number.unit.dimension,
                },
                (What::Local { slot, .. }, _) => self.known(*slot)?,
                (What::Negate, [operand]) => operand.negated(),
                (What::Binary(operator), [left, right]) => left.binary(*operator, *right)?,
                _ => return None,
            };
            stack.push(value);
            values.push(value);
        }
        Some(values)
    }

    /// A bare number that a guard reads.
    pub(crate) fn bare_slot(&mut self, value: f64) -> usize {
        self.number(value, 0)
    }

    /// One of a figure's unit, and after it the ends of what the figure stands for.
    pub(crate) fn figure_slots(&mut self, figure: &Number, interval: &Interval) -> usize {
        let unit = &figure.unit;
        let slot = self.number(unit.factor.value(), unit.dimension);
        self.bare_slot(interval.low);
        self.bare_slot(interval.high);
        slot
    }

    fn number(&mut self, value: f64, dimension: i64) -> usize {
        let slot = self.filling(b'#', &[], Some(Known { value, dimension }));
        self.pending.values.push(value);
        let dimensions = &mut self.pending.dimensions;
        let place = dimensions.iter().position(|it| *it == dimension);
        let place = place.unwrap_or_else(|| {
            dimensions.push(dimension);
            dimensions.len() - 1
        });
        // As many dimensions as a byte counts are more than one claim has.
        self.pending
            .program
            .push(u8::try_from(place).unwrap_or(u8::MAX));
        if place >= usize::from(u8::MAX) - 1 {
            self.flush();
        }
        slot
    }

    /// A step for `run`: what to do, and with which slots.
    fn step(&mut self, operation: u8, operands: &[usize]) {
        if self.pending.program.is_empty() {
            self.pending.start = self.slots;
        }
        self.pending.program.push(operation);
        for operand in operands {
            let operand = u16::try_from(*operand).unwrap_or(u16::MAX);
            self.pending.program.extend(operand.to_le_bytes());
        }
    }

    /// A step that fills a slot.
    fn filling(&mut self, operation: u8, operands: &[usize], known: Option<Known>) -> usize {
        self.step(operation, operands);
        self.next_slot(known)
    }

    /// Stops the evaluation where a claim is broken, so that what fails later cannot hide it.
    pub(crate) fn stop_unless(&mut self, check: u8, value: usize, with: usize) {
        self.checks.push((check, [value, with]));
    }

    fn flush(&mut self) {
        if self.pending.program.is_empty() {
            return;
        }
        let pending = std::mem::take(&mut self.pending);
        let (slots, start) = (array(), index(pending.start));
        let program = Literal::byte_string(&pending.program);
        let values = pending.values.into_iter().map(float);
        let dimensions = pending.dimensions.into_iter().map(Literal::i64_unsuffixed);
        let napkin = label();
        self.statements.extend(quote! {
            if __m::run(#slots, #start, #program, &[#(#values),*], &[#(#dimensions),*]) {
                break #napkin;
            }
        });
    }

    /// The block that fills the array; `result` is what it gives, from the array's name.
    pub(crate) fn block(
        &mut self,
        result: impl FnOnce(&Self, Ident) -> TokenStream,
    ) -> TokenStream {
        self.flush();
        let (statements, count, slots) = (&self.statements, index(self.slots), array());
        let result = result(self, slots.clone());
        let napkin = label();
        quote!({
            let #slots = &mut [__m::Dynamic::UNKNOWN; #count];
            #[allow(unused_labels)]
            #napkin: { #statements }
            #result
        })
    }

    /// Reports the step of `run` that gave no finite number, under the author's tokens.
    pub(crate) fn breaks(&self, values: &TokenStream) -> TokenStream {
        let arms = self.breaking.iter().map(|(slot, ends, operator, [a, b])| {
            let function = match operator {
                Operator::Divide => quote!(quotient_breaks),
                _ => quote!(product_breaks),
            };
            let (slot, a, b) = (index(*slot), index(*a), index(*b));
            let call = called(*ends, function, quote!(#values, #a, #b));
            quote!(#slot => #call,)
        });
        if self.breaking.is_empty() {
            return TokenStream::new();
        }
        quote!(match __m::broken_step(#values) { #(#arms)* _ => {} })
    }

    pub(crate) fn row(&mut self, row: &Row) -> Placed {
        if let Some(values) = self.fold(row).filter(|_| self.folds) {
            return self.folded_row(row, values);
        }
        let slot = self.slots;
        let (stack, steps) = self.steps(&row.steps);
        Placed {
            value: stack.last().copied().unwrap_or_default(),
            row: record::Row { slot, steps },
        }
    }

    fn folded_row(&mut self, row: &Row, values: Vec<Known>) -> Placed {
        let slot = FIRST_KNOWN + self.folded.len();
        self.folded.extend(values);
        Placed {
            value: FIRST_KNOWN + self.folded.len() - 1,
            row: record::Row {
                slot,
                steps: row.steps.iter().map(|step| step.recorded(None)).collect(),
            },
        }
    }

    fn steps(&mut self, steps: &[Step]) -> (Vec<usize>, Vec<record::Step<String, usize>>) {
        let mut stack: Vec<usize> = Vec::new();
        let mut recorded = Vec::with_capacity(steps.len());
        for step in steps {
            let operands = stack.split_off(stack.len() - step.arity());
            let (slot, record) = self.emit(step, &operands);
            stack.push(slot);
            recorded.push(record);
        }
        (stack, recorded)
    }

    fn emit(&mut self, step: &Step, operands: &[usize]) -> (usize, record::Step<String, usize>) {
        let ends = self.source.ends(step.extent);
        let slot = match &step.what {
            What::Local { slot, .. } => match self.known(*slot).filter(|_| *slot >= FIRST_KNOWN) {
                Some(known) => self.number(known.value, known.dimension),
                None => self.filling(b'$', &[*slot], self.known(*slot)),
            },
            What::Number(number) => {
                self.numbers.push(number.base_value());
                self.number(number.base_value(), number.unit.dimension)
            }
            What::Outer(place) if is_of_record(&place.text) => self.of_record(step.extent),
            What::Outer(_) | What::Rust(_) => {
                let tokens = self.source.rust(step.extent);
                self.slot(called(ends, quote!(of), tokens))
            }
            What::Negate => {
                let known = operands.first().and_then(|slot| self.known(*slot));
                self.filling(b'~', operands, known.map(Known::negated))
            }
            What::Binary(operator) => self.binary(*operator, ends, operands),
            What::Builtin(builtin, _) => self.operation(ends, builtin_function(*builtin), operands),
            What::If(_) => self.operation(ends, quote!(either), operands),
            What::Call(call) if is_of_record(&call.callee.text) => self.of_record(step.extent),
            What::Call(call) => return self.call_step(call, step, operands),
        };
        (slot, step.recorded(None))
    }

    /// The dimension of what stands in a record, or of what one of its methods gives.
    fn of_record(&mut self, extent: Extent) -> usize {
        let ends = self.source.ends(extent);
        let tokens = self.source.rust(extent);
        // A type is all there is while a formula is checked: no record, and no `self`.
        let record = Ident::new("record", Span::mixed_site().located_at(ends.first));
        let own = tokens.into_iter().map(|token| match token {
            TokenTree::Ident(ident) if ident == "self" => TokenTree::Ident(record.clone()),
            other => other,
        });
        let own: TokenStream = own.collect();
        self.slot(called(ends, quote!(field), quote!(|#record: &Self| #own)))
    }

    fn binary(&mut self, operator: Operator, ends: Ends, operands: &[usize]) -> usize {
        let [left, right] = *operands else {
            return 0;
        };
        let (first, second) = (self.known(left), self.known(right));
        let known = first.zip(second).and_then(|(a, b)| a.binary(operator, b));
        let (operation, function) = match operator {
            Operator::Add => (b'+', quote!(add)),
            Operator::Subtract => (b'-', quote!(sub)),
            Operator::Multiply => (b'*', quote!(mul)),
            Operator::Divide => (b'/', quote!(div)),
            Operator::Power => return self.operation(ends, quote!(pow), operands),
        };
        let is_product = matches!(operator, Operator::Multiply | Operator::Divide);
        if known.is_none() && !is_product {
            return self.operation(ends, function, operands);
        }
        let slot = self.filling(operation, operands, known);
        if known.is_none() {
            self.breaking.push((slot, ends, operator, [left, right]));
        }
        slot
    }

    fn operation(&mut self, ends: Ends, function: TokenStream, operands: &[usize]) -> usize {
        let operands = operands.iter().map(|slot| at(*slot));
        self.slot(called(ends, function, quote!(#(#operands),*)))
    }

    fn call_step(
        &mut self,
        call: &Called,
        step: &Step,
        operands: &[usize],
    ) -> (usize, record::Step<String, usize>) {
        let ends = self.source.ends(step.extent);
        let (tokens, formula) = self.call(call, step.extent, operands);
        let value = match formula {
            Some(_) => tokens,
            None => called(ends, quote!(of_call), tokens),
        };
        (self.slot(value), step.recorded(formula))
    }

    /// A call: of a formula over dynamic quantities where every argument is a number, else of any
    /// const fn over typed ones.
    fn call(
        &mut self,
        call: &Called,
        extent: Extent,
        operands: &[usize],
    ) -> (TokenStream, Option<usize>) {
        if !call.is_formula() {
            return (self.plain_call(call, extent, operands), None);
        }
        let ends = self.source.ends(extent);
        let callee = self.source.rust(call.callee.extent);
        let operands = operands.iter().map(|slot| at(*slot));
        let name = &call.callee.text;
        let formula = self.callees.name(name, callee);
        self.formulas.push(quote!(#formula::RECORD));
        let arguments = closed(quote!(&[#(#operands),*], #name), ends.last);
        let dynamic = quote_spanned!(ends.first=> <#formula>::dynamic #arguments);
        (dynamic, Some(self.formulas.len() - 1))
    }

    fn plain_call(&self, call: &Called, extent: Extent, operands: &[usize]) -> TokenStream {
        let ends = self.source.ends(extent);
        let callee = self.source.rust(call.callee.extent);
        let mut operands = operands.iter().map(|slot| at(*slot));
        let text = &call.callee.text;
        let passed: Vec<TokenStream> = call
            .arguments
            .iter()
            .enumerate()
            .map(|(index, argument)| match argument {
                Argument::Value(extent) => {
                    let operand = operands.next();
                    let position = Literal::usize_unsuffixed(index + 1);
                    let ends = self.source.ends(*extent);
                    called(ends, quote!(argument), quote!(#operand, #position, #text))
                }
                Argument::Rust(extent, _) => self.source.rust(*extent),
            })
            .collect();
        let arguments = closed(quote!(#(#passed),*), ends.last);
        let fields = call.fields.map(|fields| self.source.rust(fields));
        quote!(#callee #arguments #fields)
    }

    /// The Rust expression of a row that is no quantity, such as an enum.
    pub(crate) fn enum_value(&mut self, row: &Row) -> TokenStream {
        let Some((last, before)) = row.steps.split_last() else {
            return TokenStream::new();
        };
        match &last.what {
            What::Call(call) => {
                let operands = self.steps(before).0;
                // No formula gives an enum.
                self.plain_call(call, last.extent, &operands)
            }
            _ => self.source.rust(last.extent),
        }
    }
}

/// Whether a path starts at the record of a method.
fn is_of_record(text: &str) -> bool {
    text.starts_with("self.")
}

fn builtin_function(builtin: Builtin) -> TokenStream {
    let name = Ident::new(builtin.name(), Span::call_site());
    quote!(#name)
}

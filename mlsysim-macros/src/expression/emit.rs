//! Only `quote!`: rows to calls of `::mlsysim::__private`.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::lower::{Argument, Call};
use super::{Extent, Number, Operator, Row, Step};

/// Fills an array with the value of every step.
///
/// The compiler's time grows with every token, so what cannot fail (numbers,
/// products, quotients) becomes a short program for `run`; only what can fail
/// or comes from elsewhere is a call of its own, with the author's span.
#[derive(Default)]
pub(crate) struct Emitter {
    statements: TokenStream,
    slots: usize,
    pending: Pending,
    /// The records of the formulas called.
    pub(crate) formulas: Vec<TokenStream>,
}

/// Steps for `run` that are not emitted yet.
#[derive(Default)]
struct Pending {
    start: usize,
    program: Vec<u8>,
    values: Vec<f64>,
    dimensions: Vec<i64>,
}

/// Where a row's steps went.
pub(crate) struct Slots {
    /// The slot of the row's value.
    pub(crate) value: usize,
    /// The row in postfix notation, as the trace stores it.
    pub(crate) program: String,
}

const TOKEN_SEPARATOR: char = '\u{1c}';

impl Emitter {
    /// The slot that comes next.
    pub(crate) fn next(&self) -> usize {
        self.slots
    }

    /// A value that an expression gives.
    pub(crate) fn slot(&mut self, expression: TokenStream) -> usize {
        self.flush();
        let (slots, index) = (array(), index(self.slots));
        self.statements
            .extend(quote!(__m::put(#index, #expression, #slots);));
        self.slots += 1;
        self.slots - 1
    }

    /// A bare number that a guard reads.
    pub(crate) fn bare_slot(&mut self, value: f64) -> usize {
        self.number(value, 0)
    }

    /// One of a number's unit.
    pub(crate) fn unit_slot(&mut self, number: &Number) -> usize {
        self.in_unit(number, number.unit.factor.value())
    }

    fn in_unit(&mut self, number: &Number, value: f64) -> usize {
        match &number.unit.unknown {
            None => self.number(value, number.unit.dimension),
            // In its own block, so that rustc itself reports an unknown unit and
            // suggests the nearest one, without units in scope anywhere else.
            Some(name) => {
                let known = dynamic(value, number.unit.dimension);
                let unit = quote!({ #[allow(unused_imports)] use ::mlsysim::unit::*; #name });
                self.slot(quote!(__m::mul(#known, __m::of(#unit))))
            }
        }
    }

    fn number(&mut self, value: f64, dimension: i64) -> usize {
        self.pending.values.push(value);
        self.pending.dimensions.push(dimension);
        self.step(b'#', &[])
    }

    /// A step for `run`: what to do, and with which slots.
    fn step(&mut self, operation: u8, operands: &[usize]) -> usize {
        if self.pending.program.is_empty() {
            self.pending.start = self.slots;
        }
        self.pending.program.push(operation);
        for operand in operands {
            let operand = u16::try_from(*operand).unwrap_or(u16::MAX);
            self.pending.program.extend(operand.to_le_bytes());
        }
        self.slots += 1;
        self.slots - 1
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
        self.statements.extend(
            quote!(__m::run(#slots, #start, #program, &[#(#values),*], &[#(#dimensions),*]);),
        );
    }

    /// The block that fills the array; `result` is what it gives, from the array's name.
    pub(crate) fn block(&mut self, result: impl FnOnce(Ident) -> TokenStream) -> TokenStream {
        self.flush();
        let (statements, count, slots) = (&self.statements, index(self.slots), array());
        let result = result(slots.clone());
        quote!({ let #slots = &mut [__m::Dynamic::UNKNOWN; #count]; #statements #result })
    }

    pub(crate) fn row(&mut self, row: &Row) -> Slots {
        let (stack, program) = self.steps(&row.steps);
        Slots {
            value: stack.last().copied().unwrap_or_default(),
            program: program.join(&TOKEN_SEPARATOR.to_string()),
        }
    }

    fn steps(&mut self, steps: &[Step]) -> (Vec<usize>, Vec<String>) {
        let mut stack: Vec<usize> = Vec::new();
        let mut program: Vec<String> = Vec::new();
        for step in steps {
            let operands = stack.split_off(stack.len() - step.arity());
            let (slot, text) = self.emit_step(step, &operands);
            stack.push(slot);
            program.push(text);
        }
        (stack, program)
    }

    fn emit_step(&mut self, step: &Step, operands: &[usize]) -> (usize, String) {
        match step {
            Step::Local {
                name,
                statement,
                row,
                slot,
            } => {
                let row = row.unwrap_or_default();
                (
                    self.step(b'$', &[*slot]),
                    format!("${statement}.{row} {name}"),
                )
            }
            Step::Number(number) => {
                let dollar = if number.unit.dollar { "$" } else { "" };
                let text = format!("#{}\u{1b}{dollar}{}", number.text, number.unit.text);
                (self.in_unit(number, number.base_value()), text)
            }
            Step::Outer {
                tokens,
                text,
                extent,
            } => (
                self.slot(called(*extent, quote!(of), quote!(#tokens))),
                format!("@{text}"),
            ),
            Step::Rust {
                tokens,
                text,
                extent,
            } => (
                self.slot(called(*extent, quote!(of), quote!(#tokens))),
                format!("%{text}"),
            ),
            Step::Negate => (self.step(b'~', operands), "~".to_owned()),
            Step::Binary(operator, extent) => {
                let slot = match operator {
                    Operator::Multiply => self.step(b'*', operands),
                    Operator::Divide => self.step(b'/', operands),
                    other => self.operation(*extent, other.function(), operands),
                };
                (slot, operator.symbol().to_owned())
            }
            Step::Builtin { name, extent, .. } => {
                let function = Ident::new(&name.to_string(), extent.first);
                (
                    self.operation(*extent, quote!(#function), operands),
                    format!("!{name}"),
                )
            }
            Step::If { relation, extent } => (
                self.operation(*extent, quote!(either), operands),
                format!("?{relation}"),
            ),
            Step::Call(call) => {
                let (tokens, text) = self.call(operands, call);
                let value = if call.is_formula() {
                    tokens
                } else {
                    called(call.extent, quote!(of), tokens)
                };
                (self.slot(value), text)
            }
        }
    }

    fn operation(&mut self, extent: Extent, function: TokenStream, operands: &[usize]) -> usize {
        let operands = operands.iter().map(|slot| at(*slot));
        self.slot(called(extent, function, quote!(#(#operands),*)))
    }

    /// A call: of a formula over dynamic quantities where every argument is a
    /// number, else of any const fn over typed ones.
    fn call(&mut self, operands: &[usize], call: &Call) -> (TokenStream, String) {
        let Call {
            callee,
            text,
            fields,
            arguments,
            extent,
        } = call;
        let operands: Vec<TokenStream> = operands.iter().map(|slot| at(*slot)).collect();
        if call.is_formula() {
            self.formulas.push(quote!(#callee::RECORD));
            let arguments = closed(quote!(#(#operands),*), extent.last);
            let program = format!(
                ":{} {text}{}",
                self.formulas.len() - 1,
                "\u{1b}_".repeat(operands.len())
            );
            return (
                quote_spanned!(extent.first=> #callee::dynamic #arguments),
                program,
            );
        }
        let mut operands = operands.into_iter();
        let mut shown = String::new();
        let passed: Vec<TokenStream> = arguments
            .iter()
            .enumerate()
            .map(|(index, argument)| match argument {
                Argument::Value(extent) => {
                    shown.push_str("\u{1b}_");
                    let operand = operands.next().expect("one operand for each value");
                    let position = Literal::usize_unsuffixed(index + 1);
                    called(
                        *extent,
                        quote!(argument),
                        quote!(#operand, #position, #text),
                    )
                }
                Argument::Rust { tokens, text } => {
                    shown.push('\u{1b}');
                    shown.push_str(text);
                    tokens.clone()
                }
            })
            .collect();
        let arguments = closed(quote!(#(#passed),*), extent.last);
        let fields_text = fields.to_string().replace(' ', "");
        (
            quote!(#callee #arguments #fields),
            format!(":- {text}{fields_text}{shown}"),
        )
    }

    /// The Rust expression of a row that is no quantity, such as an enum.
    pub(crate) fn enum_value(&mut self, row: &Row) -> TokenStream {
        let (last, before) = row.steps.split_last().expect("a row has a step");
        match last {
            Step::Outer { tokens, .. } | Step::Rust { tokens, .. } => tokens.clone(),
            Step::Call(call) => {
                let operands = self.steps(before).0;
                self.call(&operands, call).0
            }
            _ => TokenStream::new(),
        }
    }
}

impl Operator {
    fn function(self) -> TokenStream {
        match self {
            Operator::Add => quote!(add),
            Operator::Subtract => quote!(sub),
            Operator::Multiply => quote!(mul),
            Operator::Divide => quote!(div),
            Operator::Power => quote!(pow),
        }
    }

    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Operator::Add => "+",
            Operator::Subtract => "-",
            Operator::Multiply => "*",
            Operator::Divide => "/",
            Operator::Power => "^",
        }
    }
}

/// A number in base units with its dimension, where it stands alone.
pub(crate) fn value_of(number: &Number) -> TokenStream {
    dynamic(number.base_value(), number.unit.dimension)
}

fn dynamic(value: f64, dimension: i64) -> TokenStream {
    let (value, dimension) = (float(value), Literal::i64_unsuffixed(dimension));
    quote!(__m::Dynamic { value: #value, dimension: #dimension })
}

/// The array of values; no name of the author's can be the same.
fn array() -> Ident {
    Ident::new("slots", Span::mixed_site())
}

/// The value in a slot.
pub(crate) fn at(slot: usize) -> TokenStream {
    let (slots, slot) = (array(), index(slot));
    quote!(__m::at(#slots, #slot))
}

fn index(slot: usize) -> Literal {
    Literal::usize_unsuffixed(slot)
}

pub(crate) fn float(value: f64) -> TokenTree {
    if value == f64::INFINITY {
        return TokenTree::Group(Group::new(Delimiter::None, quote!(f64::INFINITY)));
    }
    if value.is_sign_negative() {
        let magnitude = Literal::f64_unsuffixed(-value);
        return TokenTree::Group(Group::new(Delimiter::None, quote!(-#magnitude)));
    }
    TokenTree::Literal(Literal::f64_unsuffixed(value))
}

/// `__m::name(arguments)`, so that a panic inside points at the extent.
pub(crate) fn called(extent: Extent, name: TokenStream, arguments: TokenStream) -> TokenStream {
    let module = format_ident!("__m", span = extent.first);
    let name = name.into_iter().map(|mut token| {
        token.set_span(extent.first);
        token
    });
    let name: TokenStream = name.collect();
    let arguments = closed(arguments, extent.last);
    quote_spanned!(extent.first=> #module::#name #arguments)
}

pub(crate) fn closed(arguments: TokenStream, last: Span) -> TokenStream {
    let mut group = Group::new(Delimiter::Parenthesis, arguments);
    group.set_span(last);
    group.to_token_stream()
}

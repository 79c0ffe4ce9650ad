//! Only `quote!`: rows to calls of `::mlsysim::__private`.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::lower::{Argument, Call};
use super::{Extent, Number, Operator, Row, Step};

/// Emits one `let` for each step that computes something, and remembers
/// which variable is in which slot.
#[derive(Default)]
pub(crate) struct Emitter {
    pub(crate) lets: TokenStream,
    pub(crate) slots: Vec<Ident>,
    /// The records of the formulas called.
    pub(crate) formulas: Vec<TokenStream>,
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
    fn variable(&mut self, expression: TokenStream) -> Ident {
        let name = Ident::new(&format!("v{}", self.slots.len()), Span::mixed_site());
        self.lets.extend(quote!(let #name = #expression;));
        self.slots.push(name.clone());
        name
    }

    /// A value with no steps of its own, such as a stated unit.
    pub(crate) fn slot(&mut self, expression: TokenStream) -> usize {
        self.variable(expression);
        self.slots.len() - 1
    }

    pub(crate) fn row(&mut self, row: &Row) -> Slots {
        let program = self.steps(&row.steps).1;
        Slots {
            value: self.slots.len() - 1,
            program: program.join(&TOKEN_SEPARATOR.to_string()),
        }
    }

    fn steps(&mut self, steps: &[Step]) -> (Vec<Ident>, Vec<String>) {
        let mut stack: Vec<Ident> = Vec::new();
        let mut program: Vec<String> = Vec::new();
        for step in steps {
            let text = match step {
                Step::Local {
                    name,
                    statement,
                    row,
                    slot,
                } => {
                    let variable = self.slots[*slot].clone();
                    self.slots.push(variable.clone());
                    stack.push(variable);
                    match row {
                        Some(row) => format!("${statement}.{row} {name}"),
                        None => format!("${statement}.0 {name}"),
                    }
                }
                Step::Number(number) => {
                    stack.push(self.variable(value_of(number)));
                    format!(
                        "#{}\u{1b}{}{}",
                        number.text,
                        if number.unit.dollar { "$" } else { "" },
                        number.unit.text
                    )
                }
                Step::Outer {
                    tokens,
                    text,
                    extent,
                } => {
                    stack.push(self.variable(called(*extent, quote!(of), quote!(#tokens))));
                    format!("@{text}")
                }
                Step::Rust {
                    tokens,
                    text,
                    extent,
                } => {
                    stack.push(self.variable(called(*extent, quote!(of), quote!(#tokens))));
                    format!("%{text}")
                }
                Step::Negate(extent) => {
                    let operand = stack.pop().expect("lowering pushes operands first");
                    stack.push(self.variable(called(*extent, quote!(neg), quote!(#operand))));
                    "~".to_owned()
                }
                Step::Binary(operator, extent) => {
                    let right = stack.pop().expect("lowering pushes operands first");
                    let left = stack.pop().expect("lowering pushes operands first");
                    stack.push(self.variable(called(
                        *extent,
                        function(*operator),
                        quote!(#left, #right),
                    )));
                    operator.symbol().to_owned()
                }
                Step::Builtin {
                    name,
                    arity,
                    extent,
                } => {
                    let arguments = stack.split_off(stack.len() - arity);
                    let function = Ident::new(&name.to_string(), extent.first);
                    stack.push(self.variable(called(
                        *extent,
                        quote!(#function),
                        quote!(#(#arguments),*),
                    )));
                    format!("!{name}")
                }
                Step::If { relation, extent } => {
                    let operands = stack.split_off(stack.len() - 4);
                    stack.push(self.variable(called(
                        *extent,
                        quote!(either),
                        quote!(#(#operands),*),
                    )));
                    format!("?{relation}")
                }
                Step::Call(call) => {
                    let (tokens, text) = self.call(&mut stack, call);
                    let value = if call.is_formula() {
                        tokens
                    } else {
                        called(call.extent, quote!(of), tokens)
                    };
                    stack.push(self.variable(value));
                    text
                }
            };
            program.push(text);
        }
        (stack, program)
    }

    /// A call: of a formula over dynamic quantities where every argument is a
    /// number, else of any const fn over typed ones.
    fn call(&mut self, stack: &mut Vec<Ident>, call: &Call) -> (TokenStream, String) {
        let Call {
            callee,
            text,
            fields,
            arguments,
            extent,
        } = call;
        let values = arguments
            .iter()
            .filter(|argument| matches!(argument, Argument::Value(_)))
            .count();
        let operands = stack.split_off(stack.len() - values);
        if call.is_formula() {
            self.formulas.push(quote!(#callee::RECORD));
            let arguments = closed(quote!(#(#operands),*), extent.last);
            let program = format!(
                ":{} {text}{}",
                self.formulas.len() - 1,
                "\u{1b}_".repeat(values)
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
                let mut stack = self.steps(before).0;
                self.call(&mut stack, call).0
            }
            _ => TokenStream::new(),
        }
    }

    /// A bare number that a guard reads.
    pub(crate) fn bare_slot(&mut self, value: f64) -> usize {
        let value = float(value);
        self.slot(quote!(__m::Dynamic { value: #value, dimension: 0 }))
    }

    pub(crate) fn slot_list(&self) -> TokenStream {
        let slots = &self.slots;
        quote!(#(#slots),*)
    }
}

impl Operator {
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

pub(super) fn function(operator: Operator) -> TokenStream {
    match operator {
        Operator::Add => quote!(add),
        Operator::Subtract => quote!(sub),
        Operator::Multiply => quote!(mul),
        Operator::Divide => quote!(div),
        Operator::Power => quote!(pow),
    }
}

/// A number in base units with its dimension.
pub(crate) fn value_of(number: &Number) -> TokenStream {
    let value = float(number.base_value());
    with_unknown(number, value)
}

/// One of a number's unit.
pub(crate) fn unit_of(number: &Number) -> TokenStream {
    let value = float(number.unit.factor.value());
    with_unknown(number, value)
}

fn with_unknown(number: &Number, value: TokenTree) -> TokenStream {
    let dimension = Literal::i64_unsuffixed(number.unit.dimension);
    let dimension = if number.unit.dimension < 0 {
        let magnitude = Literal::u64_unsuffixed(number.unit.dimension.unsigned_abs());
        quote!(-#magnitude)
    } else {
        quote!(#dimension)
    };
    let known = quote!(__m::Dynamic { value: #value, dimension: #dimension });
    match &number.unit.unknown {
        // In its own block, so that rustc itself reports an unknown unit and
        // suggests the nearest one, without units in scope anywhere else.
        Some(name) => {
            quote!(__m::mul(#known, __m::of({ #[allow(unused_imports)] use ::mlsysim::unit::*; #name })))
        }
        None => known,
    }
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

//! The rules of a formula, and every message about breaking them.

use std::cell::RefCell;

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Type};

use mlsysim_language::expression::{Expression, RustKind};
use mlsysim_language::kind::Kind;
use mlsysim_language::number::Name;
use mlsysim_language::operation::{Comparison, Operator, Order, Takes};
use mlsysim_language::parse::Parser;
use mlsysim_language::record::{self, Shape};
use mlsysim_language::steps::{self, Bound, Scope, Step, Values, What};
use mlsysim_language::token::{self, Extent};
use mlsysim_language::units::own::OwnUnits;

use super::parse::{Function, Options, Parameter};
use crate::callees::Callees;
use crate::emitter::{Emitter, at, called, closed, float, order};
use crate::tokens::Source;

pub(super) struct Formula {
    pub(super) head: TokenStream,
    pub(super) name: Ident,
    /// A method of a record, over the fields of `self`.
    pub(super) is_method: bool,
    pub(super) attributes: Vec<Attribute>,
    pub(super) visibility: syn::Visibility,
    pub(super) documentation: String,
    /// The body as the author wrote it.
    pub(super) source_text: String,
    pub(super) symbol: String,
    pub(super) arguments: Vec<Argument>,
    pub(super) result: Type,
    pub(super) body: Body,
    /// What it takes from the record of a method: `self.field`, `self.method()`.
    pub(super) reads: Vec<String>,
}

pub(super) struct Body {
    /// The result over bare numbers.
    pub(super) computation: TokenStream,
    /// The body over dimensions, held to the declared one; plain Rust has its own types.
    pub(super) dimension_check: Option<TokenStream>,
    /// The records of the formulas that it calls, as a slice.
    pub(super) formulas: TokenStream,
    /// The body in postfix notation; none for plain Rust.
    pub(super) program: String,
    /// The values of the numbers in it.
    pub(super) numbers: Vec<f64>,
}

pub(super) struct Argument {
    pub(super) name: Ident,
    pub(super) quantity: Type,
    pub(super) symbol: String,
    pub(super) bounds: Vec<(Order, f64)>,
}

pub(super) fn lower(function: Function, options: Options, own: OwnUnits) -> syn::Result<Formula> {
    let head = function.head();
    let source_text = if proc_macro::is_available() {
        function
            .body_span
            .unwrap()
            .source_text()
            .unwrap_or_default()
    } else {
        String::new()
    };
    if is_primitive(&function.result) {
        return Err(no_quantity(&function.result));
    }
    let arguments = function
        .parameters
        .into_iter()
        .map(argument)
        .collect::<syn::Result<Vec<_>>>()?;
    apart_by_symbol(&arguments)?;
    let reads = reads(function.body_tokens.clone());
    let body = match options.opaque {
        false => {
            let source = Source::with(function.body_tokens, own);
            settle(&source, function.is_method, &arguments, &function.result).map_err(
                |it| match it {
                    Fault::Language(error) if source.tokens.is_empty() => {
                        syn::Error::new(function.body_span, error.message)
                    }
                    Fault::Language(error) => source.error(&error),
                    Fault::Rust(error) => error,
                },
            )?
        }
        true => Body {
            computation: opaque(&arguments, &function.result, function.body_tokens),
            dimension_check: None,
            formulas: quote!(&[]),
            program: String::new(),
            numbers: Vec::new(),
        },
    };
    let documentation = documentation(&function.attributes);
    if documentation.trim().is_empty() {
        return Err(syn::Error::new(
            function.name.span(),
            "a formula needs a `///` line that says what it returns, and its source",
        ));
    }
    let symbol = match options.symbol {
        Some(symbol) => symbol.value(),
        None => format!(r"\text{{{}}}", function.name.to_string().replace('_', " ")),
    };
    Ok(Formula {
        head,
        name: function.name,
        is_method: function.is_method,
        attributes: function.attributes,
        visibility: function.visibility,
        documentation,
        source_text,
        symbol,
        arguments,
        result: function.result,
        body,
        reads,
    })
}

/// A body in plain Rust, over its typed arguments.
fn opaque(arguments: &[Argument], result: &Type, body: TokenStream) -> TokenStream {
    let typed = arguments.iter().map(|argument| {
        let (name, quantity, bare) = (&argument.name, &argument.quantity, local(&argument.name));
        quote!(let #name: #quantity = __m::bare_quantity(#bare);)
    });
    quote!({ #(#typed)* let result: #result = { #body }; result.value })
}

/// Every path that starts at `self`, in the order written.
fn reads(body: TokenStream) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut trees = body.into_iter().peekable();
    let is_dot = |tree: &TokenTree| matches!(tree, TokenTree::Punct(it) if it.as_char() == '.');
    while let Some(tree) = trees.next() {
        let mut inner = Vec::new();
        match tree {
            TokenTree::Group(group) => inner = reads(group.stream()),
            TokenTree::Ident(ident) if ident == "self" => {
                let mut path = "self".to_owned();
                while trees.next_if(is_dot).is_some() {
                    if let Some(TokenTree::Ident(field)) = trees.peek() {
                        path.push_str(&format!(".{field}"));
                        trees.next();
                    }
                }
                let is_call = |tree: &TokenTree| matches!(tree, TokenTree::Group(it) if it.delimiter() == Delimiter::Parenthesis);
                if trees.peek().is_some_and(is_call) {
                    path.push_str("()");
                }
                inner.push(path);
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        for path in inner {
            if !found.contains(&path) {
                found.push(path);
            }
        }
    }
    found
}

/// A mistake in the body, or in what stands around it.
enum Fault {
    Language(token::Error),
    Rust(syn::Error),
}

impl From<token::Error> for Fault {
    fn from(error: token::Error) -> Self {
        Fault::Language(error)
    }
}

fn parse(source: &Source) -> token::Result<Expression> {
    let mut parser = source.parser();
    let body = parser.body()?;
    if parser.is_at_end() {
        return Ok(body);
    }
    let end = parser.take_sign(token::Sign::Semicolon);
    Err(match end.filter(|_| parser.is_at_end()) {
        Some(end) => end.error("leave out this `;`: the last expression is the result"),
        None => parser.error("a formula's body is `let`s and one expression"),
    })
}

/// The body as an expression over the arguments.
fn settle(
    source: &Source,
    is_method: bool,
    arguments: &[Argument],
    declared: &Type,
) -> Result<Body, Fault> {
    let parsed = parse(source)?;
    all_are_used(source, arguments, &parsed)?;
    let mut scope = Scope::formula();
    let mut dimensions = Emitter::new(source);
    for (index, argument) in arguments.iter().enumerate() {
        let quantity = &argument.quantity;
        let slot = dimensions.slot(quote!(__m::unknown::<#quantity>()));
        let values = Values {
            shape: Shape::One,
            slots: vec![slot],
            statement: index,
            kinds: vec![Kind::unknown(slot)],
            printed: Vec::new(),
        };
        let name = Name {
            text: argument.name.to_string(),
            extent: Extent::at(0),
        };
        let bound = scope.bind(&name, Bound::Statement(values));
        bound.map_err(|it| Fault::Rust(syn::Error::new(argument.name.span(), it.message)))?;
    }
    let result = settle_lets(&parsed, &mut scope)?;
    let lowered = steps::lower(result, &scope)?;
    let ([row], Shape::One) = (&*lowered.rows, lowered.shape) else {
        return Err(result.extent().error("a formula gives one quantity").into());
    };
    row.steps
        .iter()
        .try_for_each(|step| record_step(step, is_method))?;
    let placed = dimensions.row(row);
    let ends = source.ends(result.extent());
    let dimension_check = dimensions.block(|_, _| {
        let value = at(placed.value);
        let arguments = quote!(#value, <#declared as __m::Typed>::DIMENSION);
        called(ends, quote!(declared), arguments)
    });
    let bare = Bare {
        source,
        scope: &scope,
        callees: RefCell::new(dimensions.callees),
    };
    // The dimensions are checked apart, so bare numbers do.
    let computation = bare.compute(&parsed)?;
    let (callees, formulas) = (bare.callees.into_inner(), dimensions.formulas);
    Ok(Body {
        computation: callees.scope(computation),
        dimension_check: Some(callees.scope(dimension_check)),
        program: record::program(&placed.row.steps),
        formulas: callees.scope(quote!(&[#(#formulas),*])),
        numbers: dimensions.numbers,
    })
}

/// What a step may take from the record: its fields, and what its methods compute of them.
fn record_step(step: &Step, is_method: bool) -> token::Result<()> {
    let (text, takes_numbers) = match &step.what {
        What::Outer(place) => (place.text.as_str(), false),
        What::Call(call) => (call.callee.text.as_str(), step.arity() > 0),
        What::Rust(text) => {
            let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
            return match words.any(|word| word == "self") {
                true => Err(step.extent.error(
                    "a macro cannot take `self` in a formula: compute with its fields here",
                )),
                false => Ok(()),
            };
        }
        _ => return Ok(()),
    };
    if text != "self" && !text.starts_with("self.") {
        return Ok(());
    }
    Err(step.extent.error(if !is_method {
        "`self` is the record of a method: write `&self` as the first argument, in an `impl`"
    } else if text == "self" {
        "`self` is the whole record, and no quantity: name one of its fields, `self.field`"
    } else if takes_numbers {
        "a method that a formula calls on `self` takes no numbers: compute with fields, or call a formula"
    } else {
        return Ok(());
    }))
}

/// What the result does not depend on is a mistake of the equation, or of the call.
fn all_are_used(source: &Source, arguments: &[Argument], body: &Expression) -> Result<(), Fault> {
    let count = |name: &str| {
        let names = source
            .tokens
            .iter()
            .filter(|it| it.kind == token::Kind::Name);
        names.filter(|it| it.text == name).count()
    };
    let message = |name: &str| format!("`{name}` influences nothing: use it, or leave it out");
    for argument in arguments {
        let name = argument.name.to_string();
        if count(&name) == 0 {
            return Err(Fault::Rust(syn::Error::new(
                argument.name.span(),
                message(&name),
            )));
        }
    }
    if let Expression::Block { lets, .. } = body {
        // Its own binding is one.
        if let Some((name, _)) = lets.iter().find(|(name, _)| count(&name.text) == 1) {
            return Err(name.extent.error(message(&name.text)).into());
        }
    }
    Ok(())
}

/// Binds the `let`s of a body to what they stand for, and gives its last expression.
fn settle_lets<'a>(body: &'a Expression, scope: &mut Scope) -> token::Result<&'a Expression> {
    let Expression::Block { lets, result } = body else {
        return Ok(body);
    };
    for (name, value) in lets {
        let lowered = steps::lower(value, scope)?;
        let mut rows = lowered.rows;
        if lowered.shape != Shape::One {
            return Err(value.extent().error("a formula works on single quantities"));
        }
        scope.bind(name, Bound::Inlined(Box::new(rows.remove(0))))?;
    }
    Ok(result)
}

/// Rust's own types, which carry no dimension; a formula that takes one would drop its unit.
pub(super) fn is_primitive(quantity: &Type) -> bool {
    const PRIMITIVES: [&str; 16] = [
        "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64",
        "u128", "usize", "bool", "str",
    ];
    let text = quantity.to_token_stream().to_string();
    let last = text.rsplit(['&', ' ']).next().unwrap_or_default();
    PRIMITIVES.contains(&last)
}

fn no_quantity(quantity: &Type) -> syn::Error {
    syn::Error::new_spanned(
        quantity,
        "every argument of a formula and its result is a quantity: `Count` or `Ratio` for a plain number",
    )
}

/// In an equation two arguments of one symbol are one.
fn apart_by_symbol(arguments: &[Argument]) -> syn::Result<()> {
    for (number, argument) in arguments.iter().enumerate() {
        let mut before = arguments[..number].iter();
        if let Some(other) = before.find(|other| other.symbol == argument.symbol) {
            return Err(syn::Error::new(
                argument.name.span(),
                format!(
                    "`{}` has the symbol `{}` of `{}`: the equation would not tell them apart",
                    argument.name, argument.symbol, other.name
                ),
            ));
        }
    }
    Ok(())
}

fn argument(parameter: Parameter) -> syn::Result<Argument> {
    if is_primitive(&parameter.quantity) {
        return Err(no_quantity(&parameter.quantity));
    }
    let mut symbol = None;
    let mut bounds = None;
    for attribute in &parameter.attributes {
        let is_twice = match attribute.path().is_ident("domain") {
            true => bounds.is_some(),
            false => symbol.is_some(),
        };
        match &attribute.meta {
            _ if is_twice => {
                return Err(syn::Error::new_spanned(
                    attribute,
                    "an argument has one symbol and one domain: `#[domain(> 0, <= 1)]`",
                ));
            }
            Meta::NameValue(meta) if meta.path.is_ident("symbol") => {
                let Expr::Lit(ExprLit {
                    lit: Lit::Str(text),
                    ..
                }) = &meta.value
                else {
                    return Err(syn::Error::new_spanned(
                        &meta.value,
                        "a symbol is LaTeX text: `#[symbol = r\"\\eta\"]`",
                    ));
                };
                symbol = Some(text.value());
            }
            Meta::List(list) if list.path.is_ident("domain") => {
                let source = Source::new(list.tokens.clone());
                let domain = domain(&mut source.parser());
                bounds = Some(domain.map_err(|error| match source.tokens.is_empty() {
                    true => syn::Error::new_spanned(list, &error.message),
                    false => source.error(&error),
                })?);
            }
            other => {
                return Err(syn::Error::new_spanned(
                    other,
                    "an argument takes `#[symbol = \"…\"]` and `#[domain(> 0, <= 1)]`",
                ));
            }
        }
    }
    let in_words = || format!(r"\text{{{}}}", parameter.name.to_string().replace('_', " "));
    Ok(Argument {
        symbol: symbol.unwrap_or_else(in_words),
        bounds: bounds.unwrap_or_default(),
        name: parameter.name,
        quantity: parameter.quantity,
    })
}

/// `> 0, <= 1`
fn domain(parser: &mut Parser) -> token::Result<Vec<(Order, f64)>> {
    let mut bounds: Vec<(Order, f64)> = Vec::new();
    loop {
        let start = parser.here();
        let Some(order) = parser.order() else {
            return Err(parser.error("a domain is a list of bounds: `#[domain(> 0, <= 1)]`"));
        };
        match parser.expression()? {
            Expression::Number(number)
                if number.unit.dimension == 0 && number.unit.unknown.is_none() =>
            {
                let bound = (order, number.base_value());
                for other in &bounds {
                    let message = match (is_upper(other.0), is_upper(order)) {
                        (false, true) if other.1 < bound.1 => continue,
                        (true, false) if bound.1 < other.1 => continue,
                        (false, true) | (true, false) => "no number lies within these bounds",
                        (true, true) | (false, false) => "a domain has one bound on each side",
                    };
                    return Err(start.to(number.extent).error(message));
                }
                bounds.push(bound);
            }
            other => {
                return Err(other
                    .extent()
                    .error("a bound of a domain is a number in base units"));
            }
        }
        if parser.take_sign(token::Sign::Comma).is_none() {
            break;
        }
    }
    parser.finish()?;
    Ok(bounds)
}

fn is_upper(order: Order) -> bool {
    Comparison::Ordered(order).is_upper_bound()
}

fn documentation(attributes: &[Attribute]) -> String {
    let lines = attributes
        .iter()
        .filter_map(|attribute| match &attribute.meta {
            Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
                Expr::Lit(ExprLit {
                    lit: Lit::Str(line),
                    ..
                }) => Some(line.value()),
                _ => None,
            },
            _ => None,
        });
    lines
        .map(|line| line.strip_prefix(' ').unwrap_or(&line).to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The same body over bare numbers in base units.
struct Bare<'a> {
    source: &'a Source,
    scope: &'a Scope,
    callees: RefCell<Callees>,
}

impl Bare<'_> {
    fn compute(&self, expression: &Expression) -> token::Result<TokenStream> {
        Ok(match expression {
            Expression::Number(number) => float(number.base_value()).into_token_stream(),
            Expression::Place(place) => match self.scope.find(&place.text) {
                Some(_) if place.is_single => {
                    let name = self.source.rust(place.extent);
                    let local = local(&name);
                    quote!(#local)
                }
                _ => {
                    let ends = self.source.ends(place.extent);
                    called(ends, quote!(value), self.source.rust(place.extent))
                }
            },
            Expression::Negate { operand, .. } => {
                let operand = self.compute(operand)?;
                quote!((-#operand))
            }
            Expression::Binary {
                operator,
                left,
                right,
            } => {
                let (first, second) = (self.compute(left)?, self.compute(right)?);
                match operator {
                    Operator::Add => quote!((#first + #second)),
                    Operator::Subtract => quote!((#first - #second)),
                    Operator::Multiply => quote!((#first * #second)),
                    Operator::Divide => {
                        let second = self.finite(right, second);
                        quote!((#first / #second))
                    }
                    Operator::Power => quote!(__m::power(#first, #second)),
                }
            }
            Expression::Builtin {
                builtin,
                arguments,
                extent,
            } => {
                if builtin.takes() == Takes::List
                    || arguments.len() < 2 && builtin.takes() == Takes::TwoOrList
                {
                    return Err(extent.error(format!(
                        "a formula works on single quantities: pass what `{}` gives as an argument",
                        builtin.name()
                    )));
                }
                let name = format_ident!("{}", builtin.name());
                let arguments = self.all(arguments)?;
                quote!(__m::bare::#name(#(#arguments),*))
            }
            Expression::Call(call) => self.call(call)?,
            Expression::Rust(rust) => {
                if rust.kind != RustKind::Value || rust.text.starts_with('{') {
                    return Err(rust
                        .extent
                        .error("a formula's body is one expression over its arguments"));
                }
                let tokens = self.source.rust(rust.extent);
                quote!(__m::value(#tokens))
            }
            Expression::If {
                condition,
                then,
                otherwise,
                ..
            } => {
                let (left, relation, right) = &**condition;
                let first = self.finite(left, self.compute(left)?);
                let second = self.finite(right, self.compute(right)?);
                let relation = order(*relation);
                let (then, otherwise) = (self.compute(then)?, self.compute(otherwise)?);
                quote!((match __m::bare::decides(#relation, #first, #second) {
                    Some(true) => #then,
                    Some(false) => #otherwise,
                    None => f64::NAN,
                }))
            }
            Expression::Block { lets, result } => {
                let lets = lets
                    .iter()
                    .map(|(name, value)| {
                        let name = local(&self.source.rust(name.extent));
                        let value = self.compute(value)?;
                        Ok(quote!(let #name = #value;))
                    })
                    .collect::<token::Result<Vec<_>>>()?;
                let result = self.compute(result)?;
                quote!({ #(#lets)* #result })
            }
            Expression::Printed { extent, .. } => {
                return Err(extent.error("`printed` belongs in `check!`, where claims are"));
            }
            Expression::List { extent, .. } => {
                return Err(extent.error("a formula works on single quantities"));
            }
            Expression::Range { low, high } => {
                let extent = low.extent().to(high.extent());
                return Err(extent.error("a formula works on single quantities"));
            }
        })
    }

    /// An argument may be infinite, for an ideal device; what is computed may not.
    fn finite(&self, expression: &Expression, computed: TokenStream) -> TokenStream {
        let is_given = match expression {
            Expression::Number(_) => true,
            Expression::Place(place) => {
                !matches!(self.scope.find(&place.text), Some(Bound::Inlined(_)))
            }
            _ => false,
        };
        match is_given {
            true => computed,
            false => quote!(__m::bare::finite(#computed)),
        }
    }

    fn all(&self, expressions: &[Expression]) -> token::Result<Vec<TokenStream>> {
        expressions.iter().map(|it| self.compute(it)).collect()
    }

    fn call(&self, call: &mlsysim_language::expression::Call) -> token::Result<TokenStream> {
        let ends = self.source.ends(call.extent);
        let callee = self.source.rust(call.callee.extent);
        let passed = |argument: &Expression| match argument {
            Expression::Rust(rust) if rust.kind != RustKind::Value => Some(rust.extent),
            _ => None,
        };
        let is_plain = call.callee.can_be_formula() && call.fields.is_none();
        let takes_numbers = call.arguments.iter().all(|it| passed(it).is_none());
        if is_plain && takes_numbers {
            // Another formula: its body over bare numbers too.
            let arguments = call
                .arguments
                .iter()
                .map(|it| Ok(self.finite(it, self.compute(it)?)))
                .collect::<token::Result<Vec<_>>>()?;
            let arguments = closed(quote!(&[#(#arguments),*]), ends.last);
            let formula = self.callees.borrow_mut().name(&call.callee.text, callee);
            return Ok(quote_spanned!(ends.first=> <#formula>::bare #arguments));
        }
        let arguments = call
            .arguments
            .iter()
            .map(|argument| match passed(argument) {
                Some(extent) => Ok(self.source.rust(extent)),
                None => {
                    let value = self.compute(argument)?;
                    Ok(quote!(__m::bare_quantity(#value)))
                }
            })
            .collect::<token::Result<Vec<_>>>()?;
        let arguments = closed(quote!(#(#arguments),*), ends.last);
        let fields = call.fields.map(|fields| self.source.rust(fields));
        Ok(called(
            ends,
            quote!(value),
            quote!(#callee #arguments #fields),
        ))
    }
}

/// The variable that holds an argument's bare number; no constant in scope can have its name.
pub(super) fn local(name: &impl ToString) -> Ident {
    let name = name.to_string();
    let name = name.strip_prefix("r#").unwrap_or(&name);
    format_ident!("bare_{}", name, span = Span::mixed_site())
}

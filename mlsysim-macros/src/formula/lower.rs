//! The rules of a formula, and every message about breaking them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Result, Type};

use super::parse::{Domain, Function, Options, Parameter};
use crate::expression::{
    Bound, Emitter, Expression, Operator, RustKind, Scope, Shape, at, called, check_arity, closed,
    float, lower as lower_expression,
};

pub(super) struct Formula {
    pub(super) head: TokenStream,
    pub(super) name: Ident,
    pub(super) attributes: Vec<Attribute>,
    pub(super) visibility: syn::Visibility,
    pub(super) documentation: String,
    /// The body as the author wrote it.
    pub(super) source_text: String,
    pub(super) symbol: String,
    pub(super) arguments: Vec<Argument>,
    pub(super) result: Type,
    pub(super) body: Body,
}

pub(super) struct Body {
    /// The result over bare numbers.
    pub(super) computation: TokenStream,
    /// The body over dimensions, held to the declared one; plain Rust has its own types.
    pub(super) dimension_check: Option<TokenStream>,
    /// The records of the formulas that it calls.
    pub(super) formulas: Vec<TokenStream>,
    /// The body in postfix notation; none for plain Rust.
    pub(super) program: String,
}

pub(super) struct Argument {
    pub(super) name: Ident,
    pub(super) quantity: Type,
    pub(super) symbol: String,
    pub(super) bounds: Vec<(&'static str, f64)>,
}

pub(super) fn lower(function: Function, options: Options) -> Result<Formula> {
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
    let parsed = if options.opaque {
        None
    } else {
        Some(function.body?)
    };
    if is_primitive(&function.result) {
        return Err(no_quantity(&function.result));
    }
    let arguments = function
        .parameters
        .into_iter()
        .map(argument)
        .collect::<Result<Vec<_>>>()?;
    let body = match &parsed {
        Some(expression) => settle(expression, &arguments, &function.result)?,
        None => Body {
            computation: opaque(&arguments, &function.result, function.body_tokens),
            dimension_check: None,
            formulas: Vec::new(),
            program: String::new(),
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
        attributes: function.attributes,
        visibility: function.visibility,
        documentation,
        source_text,
        symbol,
        arguments,
        result: function.result,
        body,
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

/// The body as an expression over the arguments.
fn settle(parsed: &Expression, arguments: &[Argument], declared: &Type) -> Result<Body> {
    let mut scope = Scope::formula();
    let mut dimensions = Emitter::default();
    for (index, argument) in arguments.iter().enumerate() {
        let quantity = &argument.quantity;
        let slot = dimensions.slot(quote!(__m::unknown::<#quantity>()));
        let bound = Bound {
            shape: Shape::One,
            slots: vec![slot],
            statement: index,
        };
        scope.bind(&argument.name, bound)?;
    }
    let result = settle_lets(parsed, &mut scope)?;
    let (shape, rows) = lower_expression(result, &scope)?;
    if shape != Shape::One {
        return Err(result.extent().error("a formula gives one quantity"));
    }
    let slots = dimensions.row(&rows[0]);
    let dimension_check = dimensions.block(|_| {
        let check = quote!(declared::<#declared>);
        called(result.extent(), check, at(slots.value))
    });
    let value = compute(parsed, &scope)?;
    Ok(Body {
        // The dimensions are checked apart, so bare numbers do.
        computation: value,
        dimension_check: Some(dimension_check),
        formulas: dimensions.formulas,
        program: slots.program,
    })
}

/// Binds the `let`s of a body to what they stand for, and gives its last expression.
fn settle_lets<'a>(body: &'a Expression, scope: &mut Scope) -> Result<&'a Expression> {
    let Expression::Block { lets, result } = body else {
        return Ok(body);
    };
    for (name, value) in lets {
        let (shape, mut rows) = lower_expression(value, scope)?;
        if shape != Shape::One {
            return Err(value.extent().error("a formula works on single quantities"));
        }
        scope.inline(name, rows.remove(0))?;
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

fn argument(parameter: Parameter) -> Result<Argument> {
    if is_primitive(&parameter.quantity) {
        return Err(no_quantity(&parameter.quantity));
    }
    let mut symbol = format!(r"\text{{{}}}", parameter.name.to_string().replace('_', " "));
    let mut bounds = Vec::new();
    for attribute in &parameter.attributes {
        match &attribute.meta {
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
                symbol = text.value();
            }
            Meta::List(list) if list.path.is_ident("domain") => {
                let domain: Domain = list.parse_args()?;
                for (relation, bound) in domain.bounds {
                    match &bound {
                        Expression::Number(number)
                            if number.unit.dimension == 0 && number.unit.unknown.is_none() =>
                        {
                            bounds.push((relation, number.base_value()));
                        }
                        other => {
                            return Err(other
                                .extent()
                                .error("a bound of a domain is a number in base units"));
                        }
                    }
                }
            }
            other => {
                return Err(syn::Error::new_spanned(
                    other,
                    "an argument takes `#[symbol = \"…\"]` and `#[domain(> 0, <= 1)]`",
                ));
            }
        }
    }
    Ok(Argument {
        name: parameter.name,
        quantity: parameter.quantity,
        symbol,
        bounds,
    })
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
fn compute(expression: &Expression, scope: &Scope) -> Result<TokenStream> {
    Ok(match expression {
        Expression::Number(number) => {
            if let Some(unknown) = &number.unit.unknown {
                return Err(syn::Error::new(
                    unknown.span(),
                    format!("unknown unit `{unknown}`"),
                ));
            }
            float(number.base_value()).into_token_stream()
        }
        Expression::Place(place) => match &place.single {
            Some(name) if scope.binds(name) => {
                let local = local(name);
                quote!(#local)
            }
            _ => called(place.extent, quote!(value), place.indexed()),
        },
        Expression::Negate { operand, .. } => {
            let operand = compute(operand, scope)?;
            quote!((-#operand))
        }
        Expression::Binary {
            operator,
            left,
            right,
            ..
        } => {
            let (first, second) = (compute(left, scope)?, compute(right, scope)?);
            match operator {
                Operator::Add => quote!((#first + #second)),
                Operator::Subtract => quote!((#first - #second)),
                Operator::Multiply => quote!((#first * #second)),
                Operator::Divide => quote!((#first / #second)),
                Operator::Power => quote!(__m::power(#first, #second)),
            }
        }
        Expression::Builtin {
            name,
            arguments,
            extent,
        } => {
            check_arity(name, arguments.len(), *extent)?;
            let arguments = arguments
                .iter()
                .map(|argument| compute(argument, scope))
                .collect::<Result<Vec<_>>>()?;
            quote!(__m::bare::#name(#(#arguments),*))
        }
        Expression::Call {
            callee,
            arguments,
            fields,
            extent,
        } => {
            let is_argument = |argument: &Expression| {
                matches!(
                    argument,
                    Expression::Rust {
                        kind: RustKind::Argument,
                        ..
                    }
                )
            };
            let is_plain = !callee.text.contains('.') && fields.is_empty();
            if is_plain && !arguments.is_empty() && !arguments.iter().any(is_argument) {
                // Another formula: its body over bare numbers too.
                let callee = &callee.tokens;
                let arguments = arguments
                    .iter()
                    .map(|argument| compute(argument, scope))
                    .collect::<Result<Vec<_>>>()?;
                let arguments = closed(quote!(#(#arguments),*), extent.last);
                return Ok(quote_spanned!(extent.first=> #callee::bare #arguments));
            }
            let callee = &callee.tokens;
            let arguments = arguments
                .iter()
                .map(|argument| match argument {
                    Expression::Rust {
                        tokens,
                        kind: RustKind::Argument,
                        ..
                    } => Ok(tokens.clone()),
                    other => {
                        let value = compute(other, scope)?;
                        Ok(quote!(__m::bare_quantity(#value)))
                    }
                })
                .collect::<Result<Vec<_>>>()?;
            let arguments = closed(quote!(#(#arguments),*), extent.last);
            called(*extent, quote!(value), quote!(#callee #arguments #fields))
        }
        Expression::Rust {
            tokens,
            text,
            extent,
            kind,
        } => {
            if *kind == RustKind::Argument || text.starts_with('{') {
                return Err(extent.error("a formula's body is one expression over its arguments"));
            }
            quote!(__m::value(#tokens))
        }
        Expression::If {
            condition,
            then,
            otherwise,
            ..
        } => {
            let (left, right) = (
                compute(&condition.left, scope)?,
                compute(&condition.right, scope)?,
            );
            let relation: TokenStream = condition.relation.parse().expect("a relation is tokens");
            let (then, otherwise) = (compute(then, scope)?, compute(otherwise, scope)?);
            quote!((if #left #relation #right { #then } else { #otherwise }))
        }
        Expression::Block { lets, result } => {
            let lets = lets
                .iter()
                .map(|(name, value)| {
                    let (name, value) = (local(name), compute(value, scope)?);
                    Ok(quote!(let #name = #value;))
                })
                .collect::<Result<Vec<_>>>()?;
            let result = compute(result, scope)?;
            quote!({ #(#lets)* #result })
        }
        Expression::List { extent, .. } | Expression::Range { extent, .. } => {
            return Err(extent.error("a formula works on single quantities"));
        }
    })
}

/// The variable that holds an argument's bare number; no constant in scope can have its name.
pub(super) fn local(name: &Ident) -> Ident {
    format_ident!("bare_{}", name, span = Span::mixed_site())
}

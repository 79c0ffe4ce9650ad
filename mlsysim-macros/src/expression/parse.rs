//! Parsing: tokens to [`Expression`], nothing else.

use std::cell::Cell;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, discouraged::Speculative};
use syn::{Ident, Lit, Result, Token, braced, bracketed, parenthesized, token};

use super::number::{Number, UnitText};
use super::{Callee, Condition, Expression, Extent, Operator, Place, RustKind};
use crate::units;

const BUILTINS: [&str; 11] = [
    "sqrt", "exp", "ln", "log2", "log10", "min", "max", "abs", "round", "floor", "ceil",
];
const SCALE_WORDS: [&str; 7] = [
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "quadrillion",
    "dozen",
];
/// Deep enough for any formula, shallow enough for the compiler's stack.
const MAXIMUM_DEPTH: usize = 64;
/// How many operands and signs one expression may have; a list counts as its longest item.
const MAXIMUM_SIZE: usize = 500;

thread_local! {
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    static SIZE: Cell<usize> = const { Cell::new(0) };
}

impl Parse for Expression {
    fn parse(input: ParseStream) -> Result<Self> {
        let depth = DEPTH.get();
        if depth > MAXIMUM_DEPTH {
            return Err(
                input.error("the expression is nested too deeply; name a part of it with `let`")
            );
        }
        if depth == 0 {
            SIZE.set(0);
        }
        DEPTH.set(depth + 1);
        let result = sum(input);
        DEPTH.set(depth);
        result
    }
}

/// Counts an operand or a sign: a chain of them is as deep a tree as parentheses.
fn grow(input: ParseStream) -> Result<()> {
    let size = SIZE.get() + 1;
    SIZE.set(size);
    if size > MAXIMUM_SIZE {
        return Err(input.error("the expression is too long; name a part of it with `let`"));
    }
    Ok(())
}

fn sum(input: ParseStream) -> Result<Expression> {
    let mut left = product(input)?;
    loop {
        let operator = if input.peek(Token![+]) && !input.peek(Token![+=]) {
            input.parse::<Token![+]>()?;
            Operator::Add
        } else if input.peek(Token![-]) && !input.peek(Token![->]) && !input.peek(Token![-=]) {
            input.parse::<Token![-]>()?;
            Operator::Subtract
        } else {
            return Ok(left);
        };
        let right = product(input)?;
        left = Expression::Binary {
            operator,
            left: Box::new(left),
            right: Box::new(right),
        };
    }
}

fn product(input: ParseStream) -> Result<Expression> {
    let mut left = range_or_one(input)?;
    loop {
        let operator = if input.peek(Token![*]) {
            input.parse::<Token![*]>()?;
            Operator::Multiply
        } else if input.peek(Token![/]) {
            input.parse::<Token![/]>()?;
            Operator::Divide
        } else {
            return Ok(left);
        };
        let right = range_or_one(input)?;
        left = Expression::Binary {
            operator,
            left: Box::new(left),
            right: Box::new(right),
        };
    }
}

/// The ends of a range bind tighter than `*`: `peak * 30%..50%`, `-5..5 K`.
fn range_or_one(input: ParseStream) -> Result<Expression> {
    let low = prefix(input)?;
    if !input.peek(Token![..]) || input.peek(Token![..=]) {
        return Ok(low);
    }
    input.parse::<Token![..]>()?;
    let high = prefix(input)?;
    Ok(range(low, high))
}

/// Unary minus binds weaker than `^`: `-x^2` is `-(x^2)`.
fn prefix(input: ParseStream) -> Result<Expression> {
    if !input.peek(Token![-]) {
        return power(input);
    }
    let mut minuses = Vec::new();
    while input.peek(Token![-]) {
        grow(input)?;
        minuses.push(input.parse::<Token![-]>()?.span);
    }
    let mut operand = power(input)?;
    for span in minuses.into_iter().rev() {
        let extent = Extent::of(span).to(operand.extent());
        operand = match operand {
            Expression::Number(mut number) if !number.negative => {
                number.negative = true;
                number.text.insert(0, '-');
                number.extent = extent;
                Expression::Number(number)
            }
            other => Expression::Negate {
                operand: Box::new(other),
                extent,
            },
        };
    }
    Ok(operand)
}

fn power(input: ParseStream) -> Result<Expression> {
    let base = atom(input)?;
    if !input.peek(Token![^]) {
        return Ok(base);
    }
    input.parse::<Token![^]>()?;
    let exponent = if input.peek(Token![-]) {
        prefix(input)?
    } else {
        power(input)?
    };
    Ok(Expression::Binary {
        operator: Operator::Power,
        left: Box::new(base),
        right: Box::new(exponent),
    })
}

fn atom(input: ParseStream) -> Result<Expression> {
    grow(input)?;
    if input.peek(Token![$]) || input.peek(Lit) {
        return Ok(Expression::Number(number(input)?));
    }
    if input.peek(token::Bracket) {
        return list(input);
    }
    if input.peek(token::Paren) {
        return parenthesized(input);
    }
    if input.peek(token::Brace) {
        return rust_block(input);
    }
    if input.peek(Token![&]) {
        let ampersand: Token![&] = input.parse()?;
        let place = place(input)?;
        let tokens = place.tokens;
        let extent = Extent::of(ampersand.span).to(place.extent);
        let text = format!("&{}", place.text);
        return Ok(Expression::Rust {
            tokens: quote!(#ampersand #tokens),
            text,
            extent,
            kind: RustKind::Argument,
        });
    }
    if input.peek(Token![if]) {
        return if_else(input);
    }
    if input.peek(Ident::peek_any) || input.peek(Token![::]) {
        return named(input);
    }
    Err(input.error("expected a number, a name, a call or a parenthesis"))
}

/// `(…)`, also after `q!`.
fn parenthesized(input: ParseStream) -> Result<Expression> {
    let content;
    parenthesized!(content in input);
    let inner = content.parse()?;
    finished(&content, inner)
}

fn finished<T>(content: ParseStream, value: T) -> Result<T> {
    if content.is_empty() {
        Ok(value)
    } else {
        Err(unfinished(content))
    }
}

/// Something stands after a whole expression.
pub(crate) fn unfinished(input: ParseStream) -> syn::Error {
    let is_relation = input.peek(Token![<])
        || input.peek(Token![>])
        || input.peek(Token![~])
        || input.peek(Token![=]);
    input.error(if is_relation {
        "a relation belongs in a claim of `check!`, outside of any parenthesis"
    } else {
        "unexpected token: an operator is missing before it"
    })
}

/// `10_000 GPUs`, `45%`, `1.5x`, `$0.12/kWh`, `3 million USD`.
fn number(input: ParseStream) -> Result<Number> {
    let dollar = input.parse::<Option<Token![$]>>()?;
    let literal: Lit = input.parse()?;
    let span = literal.span();
    let (digits, suffix) = match &literal {
        Lit::Int(int) => (int.base10_digits().to_owned(), int.suffix().to_owned()),
        Lit::Float(float) => (float.base10_digits().to_owned(), float.suffix().to_owned()),
        _ => return Err(syn::Error::new(span, "expected a number, without quotes")),
    };
    let written = literal.to_token_stream().to_string();
    if written.starts_with("0x") || written.starts_with("0o") || written.starts_with("0b") {
        return Err(syn::Error::new(span, "numbers are decimal here"));
    }
    let mut number = parts(&digits).map_err(|message| syn::Error::new(span, message))?;
    number.extent = Extent {
        first: dollar.map_or(span, |dollar| dollar.span),
        last: span,
    };
    number.text = group_thousands(written.strip_suffix(&suffix).unwrap_or(&written));
    number.unit = if dollar.is_some() {
        UnitText::dollars()
    } else {
        UnitText::default()
    };
    match suffix.as_str() {
        "" => unit(input, &mut number)?,
        "x" => number.unit.push(&Ident::new("x", span), 1, false),
        other => {
            let plain = written.strip_suffix(other).unwrap_or(&written);
            let is_rust = other.starts_with(['f', 'i', 'u']) && other.ends_with(char::is_numeric);
            return Err(syn::Error::new(
                span,
                if is_rust {
                    format!("a number here has no Rust type: `{plain}`")
                } else {
                    format!("a unit stands apart from its number: `{plain} {other}`")
                },
            ));
        }
    }
    Ok(number)
}

/// Splits `2.50e-3` into digits and the power of ten of the last one.
fn parts(digits: &str) -> std::result::Result<Number, String> {
    let (mantissa, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let significant = all.trim_start_matches('0');
    let exponent: i32 = exponent
        .parse()
        .map_err(|_| "an exponent lies between -300 and 300".to_owned())?;
    if significant.len() > 25 {
        return Err("a number has at most 25 digits".to_owned());
    }
    if exponent.abs() > 300 {
        return Err("an exponent lies between -300 and 300".to_owned());
    }
    let digits = if significant.is_empty() {
        0
    } else {
        significant
            .parse()
            .map_err(|_| "expected a number".to_owned())?
    };
    Ok(Number {
        negative: false,
        digits,
        exponent: exponent - fraction.len() as i32,
        text: String::new(),
        unit: UnitText::default(),
        extent: Extent::of(proc_macro2::Span::call_site()),
    })
}

/// `10_000` prints as "10,000"; digits after the point stay as they are.
fn group_thousands(written: &str) -> String {
    let clean = written.replace('_', "");
    let end = clean.find(['.', 'e', 'E']).unwrap_or(clean.len());
    let (whole, rest) = clean.split_at(end);
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

/// The unit after a number: its first name may be anything, the rest must be in the table.
fn unit(input: ParseStream, number: &mut Number) -> Result<()> {
    if input.peek(Token![%]) {
        number.extent.last = input.parse::<Token![%]>()?.span;
        number.unit = UnitText::percent();
    } else if starts_unit(input) {
        let name: Ident = input.parse()?;
        let is_scale = SCALE_WORDS.contains(&name.to_string().as_str());
        let power = exponent(input, number)?;
        number.extent.last = name.span();
        number.unit.push(&name, power, false);
        if is_scale && starts_unit(input) {
            let name: Ident = input.parse()?;
            let power = exponent(input, number)?;
            number.extent.last = name.span();
            number.unit.push(&name, power, true);
        }
    } else if !number.unit.dollar {
        return Ok(());
    }
    while number.unit.unknown.is_none() {
        let sign = if input.peek(Token![/]) {
            -1
        } else if input.peek(Token![*]) {
            1
        } else {
            return Ok(());
        };
        let fork = input.fork();
        fork.parse::<proc_macro2::Punct>()?;
        if !fork.peek(Ident)
            || fork.peek2(token::Paren)
            || fork.peek2(Token![::])
            || fork.peek2(Token![.])
        {
            return Ok(());
        }
        let name: Ident = fork.parse()?;
        if units::find(&name.to_string()).is_none() {
            return Ok(());
        }
        input.advance_to(&fork);
        let power = exponent(input, number)?;
        number.extent.last = name.span();
        number.unit.push(&name, sign * power, false);
    }
    Ok(())
}

/// Words of the claim language end a number: `5 h to 2 digits`, `5 within 3%`.
fn starts_unit(input: ParseStream) -> bool {
    if !input.peek(Ident) || input.peek2(token::Paren) || input.peek2(Token![::]) {
        return false;
    }
    let fork = input.fork();
    let Ok(name) = fork.parse::<Ident>() else {
        return false;
    };
    !["to", "within", "is"].contains(&name.to_string().as_str())
}

fn exponent(input: ParseStream, number: &mut Number) -> Result<i32> {
    if !input.peek(Token![^]) || !input.peek2(Lit) {
        return Ok(1);
    }
    input.parse::<Token![^]>()?;
    let literal: syn::LitInt = input.parse()?;
    number.extent.last = literal.span();
    match literal.base10_parse::<i32>() {
        Ok(power @ 1..=4) => Ok(power),
        _ => Err(syn::Error::new(
            literal.span(),
            "a unit takes a power from 1 to 4",
        )),
    }
}

/// `156..312 TFLOP/s`: the unit stands once, after both ends.
fn range(low: Expression, high: Expression) -> Expression {
    let extent = low.extent().to(high.extent());
    let low = match (low, &high) {
        (Expression::Number(mut low), Expression::Number(high))
            if low.unit.text.is_empty() && !low.unit.dollar =>
        {
            low.unit = high.unit.clone();
            Expression::Number(low)
        }
        (Expression::Number(mut low), Expression::Number(high))
            if low.unit.dollar && low.unit.text.is_empty() =>
        {
            low.unit = UnitText {
                dollar: true,
                ..high.unit.clone()
            };
            Expression::Number(low)
        }
        (low, _) => low,
    };
    Expression::Range {
        low: Box::new(low),
        high: Box::new(high),
        extent,
    }
}

/// Beside each other, not inside: a long list is no deep tree.
fn item(input: ParseStream) -> Result<Expression> {
    let size = SIZE.get();
    let item = Expression::parse(input);
    SIZE.set(size);
    item
}

/// `[8, 64, 512] GPUs`: a unit after the list is the unit of each bare number in it.
fn list(input: ParseStream) -> Result<Expression> {
    let content;
    let bracket = bracketed!(content in input);
    let mut items: Vec<Expression> = content
        .parse_terminated(item, Token![,])?
        .into_iter()
        .collect();
    let mut extent = Extent {
        first: bracket.span.open(),
        last: bracket.span.close(),
    };
    if items.is_empty() {
        return Err(extent.error("a list needs at least one item"));
    }
    let mut common = Number {
        extent,
        ..parts("1").expect("one is a number")
    };
    unit(input, &mut common)?;
    extent.last = common.extent.last;
    if !common.unit.text.is_empty() {
        for item in &mut items {
            match item {
                Expression::Number(number)
                    if number.unit.text.is_empty() && !number.unit.dollar =>
                {
                    number.unit = common.unit.clone()
                }
                other => {
                    return Err(other.extent().error(
                        "in a list with a unit after it, each item is a number without one",
                    ));
                }
            }
        }
    }
    Ok(Expression::List { items, extent })
}

fn rust_block(input: ParseStream) -> Result<Expression> {
    let TokenTree::Group(group) = input.parse()? else {
        return Err(input.error("expected a block"));
    };
    let extent = Extent::of(group.span());
    let tokens = group.to_token_stream();
    let text = tokens.to_string();
    Ok(Expression::Rust {
        tokens,
        text,
        extent,
        kind: RustKind::Value,
    })
}

fn if_else(input: ParseStream) -> Result<Expression> {
    let start: Token![if] = input.parse()?;
    let left = input.parse()?;
    let relation = relation(input)?;
    let right = input.parse()?;
    let then = block(input)?;
    input.parse::<Token![else]>()?;
    let otherwise = if input.peek(Token![if]) {
        if_else(input)?
    } else {
        block(input)?
    };
    let extent = Extent::of(start.span).to(otherwise.extent());
    let condition = Box::new(Condition {
        left,
        relation,
        right,
    });
    Ok(Expression::If {
        condition,
        then: Box::new(then),
        otherwise: Box::new(otherwise),
        extent,
    })
}

fn relation(input: ParseStream) -> Result<&'static str> {
    if input.parse::<Option<Token![<=]>>()?.is_some() {
        Ok("<=")
    } else if input.parse::<Option<Token![>=]>>()?.is_some() {
        Ok(">=")
    } else if input.parse::<Option<Token![<]>>()?.is_some() {
        Ok("<")
    } else if input.parse::<Option<Token![>]>>()?.is_some() {
        Ok(">")
    } else {
        Err(input.error("expected one of `<`, `<=`, `>`, `>=`"))
    }
}

fn block(input: ParseStream) -> Result<Expression> {
    let content;
    braced!(content in input);
    let body = Expression::parse_body(&content)?;
    finished(&content, body)
}

impl Expression {
    /// `let a = …; let b = …; result`: the body of a formula.
    pub(crate) fn parse_body(input: ParseStream) -> Result<Self> {
        let mut lets = Vec::new();
        while input.peek(Token![let]) {
            input.parse::<Token![let]>()?;
            let name = input.parse()?;
            input.parse::<Token![=]>()?;
            lets.push((name, input.parse()?));
            input.parse::<Token![;]>()?;
        }
        let result = input.parse()?;
        Ok(if lets.is_empty() {
            result
        } else {
            Expression::Block {
                lets,
                result: Box::new(result),
            }
        })
    }
}

/// A path, a local, a builtin or a call.
fn named(input: ParseStream) -> Result<Expression> {
    let mut place = place(input)?;
    // `q!` reads the same language, so that a formula can hold a number with its unit.
    if place.text == "q" && input.peek(Token![!]) && input.peek2(token::Paren) {
        input.parse::<Token![!]>()?;
        return parenthesized(input);
    }
    if input.peek(Token![!]) {
        let mut tokens = place.tokens;
        let bang: Token![!] = input.parse()?;
        let group: TokenTree = input.parse()?;
        let extent = place.extent.to(Extent::of(group.span()));
        if !matches!(&group, TokenTree::Group(group) if group.delimiter() != Delimiter::None) {
            return Err(extent.error("expected the arguments of the macro"));
        }
        bang.to_tokens(&mut tokens);
        group.to_tokens(&mut tokens);
        let text = tokens.to_string();
        return Ok(Expression::Rust {
            tokens,
            text,
            extent,
            kind: RustKind::Value,
        });
    }
    if input.peek(token::Paren) {
        return call(input, place);
    }
    if input.peek(token::Bracket) {
        let content;
        let bracket = bracketed!(content in input);
        let index: syn::LitInt = content.parse()?;
        finished(&content, ())?;
        place.index = Some((index.base10_parse()?, index.span()));
        place.extent.last = bracket.span.close();
    }
    if place.single.is_none() && place.index.is_none() && is_variant(&place.text) {
        return Ok(Expression::Rust {
            tokens: place.tokens,
            text: place.text,
            extent: place.extent,
            kind: RustKind::Argument,
        });
    }
    Ok(Expression::Place(place))
}

/// `Precision::Fp16` is a variant; `H100.memory` and `models::GPT3` are not.
fn is_variant(text: &str) -> bool {
    let last = text.rsplit("::").next().unwrap_or(text);
    !last.contains('.') && last.starts_with(char::is_uppercase) && last.contains(char::is_lowercase)
}

fn call(input: ParseStream, place: Place) -> Result<Expression> {
    let content;
    let parentheses = parenthesized!(content in input);
    let arguments: Vec<Expression> = content
        .parse_terminated(Expression::parse, Token![,])?
        .into_iter()
        .collect();
    let mut extent = place.extent.to(Extent::of(parentheses.span.close()));
    if let Some(name) = place
        .single
        .as_ref()
        .filter(|name| BUILTINS.contains(&name.to_string().as_str()))
    {
        return Ok(Expression::Builtin {
            name: name.clone(),
            arguments,
            extent,
        });
    }
    let mut fields = TokenStream::new();
    while input.peek(Token![.]) && input.peek2(Ident) {
        let dot: Token![.] = input.parse()?;
        let field: Ident = input.parse()?;
        if input.peek(token::Paren) {
            return Err(syn::Error::new(
                field.span(),
                "one call at a time: put the first one in a `{ … }` block",
            ));
        }
        extent.last = field.span();
        fields.extend(quote!(#dot #field));
    }
    let callee = Callee {
        tokens: place.tokens,
        text: place.text,
    };
    Ok(Expression::Call {
        callee,
        arguments,
        fields,
        extent,
    })
}

/// `a::b::C.d.e`
fn place(input: ParseStream) -> Result<Place> {
    let mut tokens = TokenStream::new();
    let mut text = String::new();
    let start = input.span();
    if input.peek(Token![::]) {
        input.parse::<Token![::]>()?.to_tokens(&mut tokens);
        text.push_str("::");
    }
    let first = Ident::parse_any(input)?;
    let mut last = first.span();
    let mut single = if text.is_empty() {
        Some(first.clone())
    } else {
        None
    };
    reject_keyword(&first)?;
    text.push_str(&first.to_string());
    first.to_tokens(&mut tokens);
    loop {
        if input.peek(Token![::]) {
            input.parse::<Token![::]>()?.to_tokens(&mut tokens);
            text.push_str("::");
        } else if input.peek(Token![.]) && input.peek2(Ident) {
            input.parse::<Token![.]>()?.to_tokens(&mut tokens);
            text.push('.');
        } else {
            break;
        }
        let name = Ident::parse_any(input)?;
        reject_keyword(&name)?;
        last = name.span();
        text.push_str(&name.to_string());
        name.to_tokens(&mut tokens);
        single = None;
    }
    Ok(Place {
        tokens,
        text,
        single,
        index: None,
        extent: Extent { first: start, last },
    })
}

fn reject_keyword(name: &Ident) -> Result<()> {
    let text = name.to_string();
    let is_path_keyword = ["crate", "self", "super", "Self"].contains(&text.as_str());
    if is_path_keyword || syn::parse_str::<Ident>(&text).is_ok() {
        Ok(())
    } else {
        Err(syn::Error::new(
            name.span(),
            format!("`{text}` is a keyword and no name"),
        ))
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn a_number_in_the_quantity_macro_is_a_number() {
        let product: Expression = parse_quote!(q!(6 FLOP) * parameters);
        let Expression::Binary { left, .. } = product else {
            panic!("expected a product")
        };
        let Expression::Number(number) = *left else {
            panic!("expected the number of `q!`")
        };
        assert_eq!(number.full_text(), "6 FLOP");
    }

    #[test]
    fn a_range_has_numbers_or_names_at_its_ends() {
        for text in [
            "30%..50%",
            "LOWEST..HIGHEST",
            "-5..mfu::HIGHEST",
            "(a + b)..c",
        ] {
            let product: Expression = syn::parse_str(&format!("peak * {text}")).unwrap();
            let Expression::Binary { right, .. } = product else {
                panic!("expected a product of {text}")
            };
            assert!(matches!(*right, Expression::Range { .. }), "{text}");
        }
    }
}

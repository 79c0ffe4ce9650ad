//! What a figure's tokens say of themselves: the text as written, the unit, the constants named.

use mlsysim_language::units;
use mlsysim_language::units::own::OwnUnits;
use proc_macro2::{Group, Ident, TokenStream, TokenTree};

/// The tokens as the author typed them.
pub(super) fn text(tokens: &[TokenTree]) -> String {
    let plain = tokens.iter().cloned().collect::<TokenStream>().to_string();
    let typed = match tokens {
        [token] => token.span().source_text(),
        _ => None,
    };
    // A token that a macro made has the text of that macro's definition.
    match typed {
        Some(typed) if squeezed(&typed) == squeezed(&plain) => one_line(&typed),
        _ => one_line(&plain),
    }
}

/// What stands in the parentheses of `q!(…)`, as the author typed it.
pub(super) fn inner_text(group: &Group) -> String {
    let whole = text(&[TokenTree::Group(group.clone())]);
    let inner = whole
        .strip_prefix(['(', '[', '{'])
        .and_then(|rest| rest.strip_suffix([')', ']', '}']));
    inner.unwrap_or(&whole).trim().to_owned()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A path or a place without blanks: `A100.peak(Precision::Fp16)`.
pub(super) fn compact<'a>(tokens: impl IntoIterator<Item = &'a TokenTree>) -> String {
    let mut text = String::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let whole = group.to_string();
                let (open, close) = (whole.chars().next(), whole.chars().next_back());
                text.extend(open);
                text.push_str(&compact(&inner));
                text.extend(close.filter(|_| whole.len() > 1));
            }
            TokenTree::Punct(comma) if comma.as_char() == ',' => text.push_str(", "),
            TokenTree::Ident(_) if text.ends_with(|c: char| c.is_alphanumeric()) => {
                text.push(' ');
                text.push_str(&token.to_string());
            }
            token => text.push_str(&token.to_string()),
        }
    }
    text
}

/// A text without its quotes, and anything else as it is.
pub(super) fn word(tokens: &[TokenTree]) -> String {
    let text = compact(tokens);
    match tokens {
        [TokenTree::Literal(_)] if text.contains('"') => {
            let literal = syn::parse_str::<syn::LitStr>(&text);
            literal.map(|literal| literal.value()).unwrap_or(text)
        }
        _ => text,
    }
}

/// The unit, where the figure is a number with a unit: `GB/s`, `%`, `$/kWh`, `million tokens`.
pub(super) fn unit(group: &Group, own: &OwnUnits) -> Option<String> {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let (money, rest) = match tokens.as_slice() {
        [TokenTree::Punct(sign), rest @ ..] if sign.as_char() == '$' => ("$", rest),
        rest => ("", rest),
    };
    let [TokenTree::Literal(number), rest @ ..] = rest else {
        return None;
    };
    if unit_length(rest, own) != rest.len() {
        return None;
    }
    let unit = [money, &suffix(&number.to_string()), &compact(rest)].concat();
    (!unit.is_empty()).then_some(unit)
}

/// The `x` of `1.5x`.
fn suffix(number: &str) -> String {
    match syn::parse_str::<syn::Lit>(number) {
        Ok(syn::Lit::Int(number)) => number.suffix().to_owned(),
        Ok(syn::Lit::Float(number)) => number.suffix().to_owned(),
        _ => String::new(),
    }
}

fn is_unit(token: &TokenTree, own: &OwnUnits) -> bool {
    let is_known = |name: &str| units::find(name).is_some() || own.find(name).is_some();
    matches!(token, TokenTree::Ident(name) if is_known(&name.to_string()))
}

fn is_sign(token: &TokenTree, signs: &str) -> bool {
    matches!(token, TokenTree::Punct(sign) if signs.contains(sign.as_char()))
}

/// Tokens of the unit that follow a number: it goes on over `/`, `*` and `^` while names are units.
fn unit_length(tokens: &[TokenTree], own: &OwnUnits) -> usize {
    let mut length = 0;
    loop {
        length += match &tokens[length..] {
            [percent, ..] if length == 0 && is_sign(percent, "%") => 1,
            [power, TokenTree::Literal(_), ..] if length > 0 && is_sign(power, "^") => 2,
            [over, name, ..] if is_sign(over, "/*") && is_unit(name, own) => 2,
            [name, ..] if is_unit(name, own) => 1,
            _ => return length,
        };
    }
}

/// The constants that an expression names, as written: `A100.memory.capacity`.
///
/// By the convention that rustc's lints enforce, a constant's name has no small letters.
pub(super) fn constants(tokens: &[TokenTree], own: &OwnUnits, found: &mut Vec<String>) {
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        index += 1;
        match token {
            TokenTree::Literal(_) => index += unit_length(&tokens[index..], own),
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                constants(&inner, own, found);
            }
            TokenTree::Ident(_) => {
                let path = path_length(&tokens[index - 1..]);
                let place = place_length(&tokens[index - 1..], path);
                let tokens = &tokens[index - 1..index - 1 + place];
                if is_constant(&tokens[..path]) {
                    let text = compact(tokens);
                    let text = text.strip_suffix(".value").unwrap_or(&text).to_owned();
                    if !found.contains(&text) {
                        found.push(text);
                    }
                }
                for token in &tokens[path..] {
                    if let TokenTree::Group(group) = token {
                        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                        constants(&inner, own, found);
                    }
                }
                index += place - 1;
            }
            TokenTree::Punct(_) => {}
        }
    }
}

fn path_length(tokens: &[TokenTree]) -> usize {
    let mut length = 1;
    while let [colon, second, TokenTree::Ident(_), ..] = &tokens[length..]
        && is_sign(colon, ":")
        && is_sign(second, ":")
    {
        length += 3;
    }
    length
}

fn place_length(tokens: &[TokenTree], mut length: usize) -> usize {
    loop {
        length += match &tokens[length..] {
            [TokenTree::Group(_), ..] => 1,
            [dot, TokenTree::Ident(_), ..] if is_sign(dot, ".") => 2,
            _ => return length,
        };
    }
}

fn is_constant(path: &[TokenTree]) -> bool {
    let mut names = path.iter().rev().filter_map(|token| match token {
        TokenTree::Ident(name) => Some(name),
        _ => None,
    });
    let is_capital = names.next().is_some_and(is_capital);
    is_capital && names.next().is_none_or(|module| module != "unit")
}

/// `A100`, `T4`, `GPU`; and no type, variant or function.
pub(super) fn is_capital(name: &Ident) -> bool {
    let name = name.to_string();
    name.starts_with(|first: char| first.is_uppercase() || first == '_')
        && !name.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use mlsysim_language::units::own::{NONE, OwnUnit};
    use quote::quote;

    fn names(tokens: TokenStream) -> Vec<String> {
        let mut found = Vec::new();
        constants(&tokens.into_iter().collect::<Vec<_>>(), &NONE, &mut found);
        found
    }

    #[test]
    fn units_are_no_constants_and_constants_no_units() {
        assert_eq!(names(quote!(1.5 GB/s * 2 GPUs)), [""; 0]);
        assert_eq!(
            names(quote!(72 * B200.memory.bandwidth)),
            ["B200.memory.bandwidth"]
        );
        assert_eq!(names(quote!(X.value / 4 B + unit::GB)), ["X"]);
        assert_eq!(
            names(quote!(max(
                A100.peak(Precision::Fp16),
                nodes::DGX.power(T4.price)
            ))),
            [
                "A100.peak(Precision::Fp16)",
                "nodes::DGX.power(T4.price)",
                "T4.price"
            ],
        );
    }

    #[test]
    fn a_number_with_a_unit_has_one_and_an_expression_has_none() {
        let unit_of = |tokens: TokenStream| {
            unit(
                &Group::new(proc_macro2::Delimiter::Parenthesis, tokens),
                &NONE,
            )
        };
        assert_eq!(unit_of(quote!(1.5 GB/s)).as_deref(), Some("GB/s"));
        assert_eq!(
            unit_of(quote!(3 million tokens)).as_deref(),
            Some("million tokens")
        );
        assert_eq!(unit_of(quote!(45%)).as_deref(), Some("%"));
        assert_eq!(unit_of(quote!(120 visits/day)), None);
        let mut own = OwnUnits::default();
        own.push(OwnUnit::noun("visits", "visit"));
        let group = Group::new(proc_macro2::Delimiter::Parenthesis, quote!(120 visits/day));
        assert_eq!(unit(&group, &own).as_deref(), Some("visits/day"));
        assert_eq!(unit_of(quote!(1.5x)).as_deref(), Some("x"));
        assert_eq!(unit_of(quote!($0.12/kWh)).as_deref(), Some("$/kWh"));
        assert_eq!(unit_of(quote!(9.8 m/s^2)).as_deref(), Some("m/s^2"));
        assert_eq!(unit_of(quote!(768)), None);
        assert_eq!(unit_of(quote!(5% / 1 year)), None);
        assert_eq!(unit_of(quote!(3 * 4 B)), None);
    }
}

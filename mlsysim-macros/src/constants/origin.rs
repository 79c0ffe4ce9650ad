//! Where a constant comes from, and whether it has figures at all.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::Error;

use super::parse::Constant;
use super::value::{Kind, Record, Value};

/// Where the source of a constant is found.
pub(super) enum Origin {
    /// In `#[source(…)]`.
    Attribute(TokenStream),
    /// In its field `source`.
    Field,
    /// A private part of other constants: they say it.
    Parts,
}

/// Where the source is, or `None` for a constant that has no figure.
pub(super) fn origin(constant: &Constant) -> Result<Option<Origin>, Error> {
    let name = &constant.name;
    let error = |span: Span, message: String| Err(Error::new(span, message));
    let source = match constant.sources.as_slice() {
        [] => None,
        [source] if is_no_source(&source.tokens) => {
            return error(
                source.name.span(),
                format!(
                    "a source says how far the figure can be trusted: write, such as\n    {EXAMPLE}\nor `#[source(NAME)]` with a `const NAME: Source`"
                ),
            );
        }
        [source] => Some(Origin::Attribute(source.tokens.clone())),
        [_, second, ..] => {
            return error(
                second.name.span(),
                format!("`{name}` has two sources: name both in the reference of one"),
            );
        }
    };
    if has_no_figure(constant) {
        return match source {
            None => Ok(None),
            Some(_) => error(
                constant.sources[0].name.span(),
                format!("`{name}` has no figure, so it takes no source"),
            ),
        };
    }
    match (&constant.value.kind, source) {
        (Kind::Record(record), Some(_)) if record.field("source").is_some() => error(
            constant.sources[0].name.span(),
            format!("`{name}` has two sources: this one and its field `source`"),
        ),
        (_, Some(source)) => Ok(Some(source)),
        (Kind::Record(record), None) if has_source(record) => Ok(Some(Origin::Field)),
        (Kind::Record(_), None) if !constant.is_public => Ok(Some(Origin::Parts)),
        (Kind::Record(_) | Kind::Figure(_), None) => error(name.span(), no_source(constant)),
        _ => error(
            name.span(),
            format!(
                "`constants!` cannot tell whether `{name}` is a figure: if so, add `#[source(…)]` above it; if not, move it out of `constants!`"
            ),
        ),
    }
}

/// Nothing, or a text alone.
fn is_no_source(tokens: &TokenStream) -> bool {
    let mut tokens = tokens.clone().into_iter();
    matches!(
        (tokens.next(), tokens.next()),
        (None, _) | (Some(TokenTree::Literal(_)), None)
    )
}

fn no_source(constant: &Constant) -> String {
    let field = match constant.value.kind {
        Kind::Record(_) => "\n(or give it a field `source: Source`)",
        _ => "",
    };
    format!(
        "`{}` has no source: say above it where it comes from, such as\n    {EXAMPLE}\n`datasheet`, `literature` and `industry_report` have an address; `estimate`, `convention`, `illustrative` and `derived` need none{field}",
        constant.name
    )
}

const EXAMPLE: &str =
    "#[source(Source::literature(\"Author (2026), Title, Table 3\", \"https://…\"))]";

/// Its own field, or that of the constant it takes the rest from.
fn has_source(record: &Record) -> bool {
    let base = record.base.as_ref();
    record.field("source").is_some() || base.is_some_and(|base| !is_nothing(record, base))
}

/// `..Details::NONE` in a `Details`.
pub(super) fn is_nothing(record: &Record, base: &Value) -> bool {
    let Kind::Name(path) = &base.kind else {
        return false;
    };
    let Some(TokenTree::Ident(type_)) = record.path.last() else {
        return false;
    };
    matches!(path.as_slice(), [.., of, none] if of == type_ && none == "NONE")
}

const PLAIN: [&str; 18] = [
    "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64",
    "i128", "isize", "f32", "f64", "Source",
];

/// Sources, plain numbers and texts, lists of references, variants of the constant's own type.
pub(super) fn has_no_figure(constant: &Constant) -> bool {
    let names: Vec<&Ident> = constant
        .type_
        .iter()
        .filter_map(|token| match token {
            TokenTree::Ident(name) if name != "static" => Some(name),
            _ => None,
        })
        .collect();
    let is_plain = matches!(constant.type_.as_slice(), [.., TokenTree::Ident(last)]
        if PLAIN.iter().any(|plain| last == plain));
    match &constant.value.kind {
        Kind::Literal => true,
        Kind::Figure(_) | Kind::Record(_) => false,
        Kind::Name(path) => {
            is_plain || matches!(path.as_slice(), [.., of, _] if names.last() == Some(&of))
        }
        Kind::Reference(value) => match &value.kind {
            Kind::List { items } => items
                .iter()
                .all(|item| matches!(&item.kind, Kind::Reference(_) | Kind::Literal)),
            _ => is_plain,
        },
        Kind::Unread => is_plain || is_all(&constant.value),
        _ => is_plain,
    }
}

/// `all!()`, which lists the page's public constants of one type.
pub(super) fn is_all(value: &Value) -> bool {
    matches!(value.tokens.as_slice(), [TokenTree::Ident(all), TokenTree::Punct(_), TokenTree::Group(group)]
        if all == "all" && group.stream().is_empty())
}

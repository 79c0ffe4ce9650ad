//! The meaning of a page: which constants have figures, and where each comes from. All messages.

use mlsysim_language::audit::Kind;
use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::Error;

use super::acceptance::accepted;
use super::expand::Expander;
use super::figure;
use super::leaf::{Leaf, Reading};
use super::origin::{Origin, has_no_figure, origin};
use super::parse::{Constant, Item, Other, Page};
use super::value::{self, Value};

/// A constant with its figures.
pub(super) struct Lowered {
    pub(super) name: Ident,
    pub(super) type_: String,
    pub(super) doc: String,
    /// The text of its field `name`.
    pub(super) title: Option<String>,
    pub(super) is_public: bool,
    pub(super) source: Origin,
    pub(super) accepted: Vec<(Kind, String)>,
    pub(super) leaves: Vec<Leaf>,
    /// Mirrors the literal and binds what is read.
    pub(super) pattern: Option<TokenStream>,
    pub(super) readings: Vec<Reading>,
}

#[derive(Default)]
struct Errors(Option<Error>);

impl Errors {
    fn push(&mut self, error: Error) {
        match &mut self.0 {
            Some(errors) => errors.combine(error),
            None => self.0 = Some(error),
        }
    }
}

pub(super) fn lower(page: &Page) -> (Vec<Lowered>, Option<Error>) {
    let mut errors = Errors::default();
    let mut lowered = Vec::new();
    for item in &page.items {
        match item {
            Item::Constant(constant) => match lower_constant(page, constant) {
                Ok(constant) => lowered.extend(constant),
                Err(error) => errors.push(error),
            },
            Item::Other(other) => lower_other(other, &mut errors),
        }
    }
    (lowered, errors.0)
}

/// Where in its value the next item starts, if a `;` is missing.
pub(super) fn run_on(constant: &Constant) -> Option<usize> {
    const WORDS: [&str; 7] = ["const", "static", "pub", "fn", "struct", "impl", "use"];
    let tokens = &constant.value.tokens;
    tokens.iter().position(
        |token| matches!(token, TokenTree::Ident(word) if WORDS.iter().any(|it| word == it)),
    )?;
    tokens.iter().position(|token| match token {
        TokenTree::Ident(word) => WORDS.iter().any(|it| word == it),
        TokenTree::Punct(sign) => sign.as_char() == '#',
        _ => false,
    })
}

/// A constant at the end of the page without its `;`.
pub(super) fn unended(other: &Other) -> Option<&Ident> {
    let keyword = other.keyword.as_ref()?;
    let is_constant = keyword == "const" || keyword == "static";
    let after = other
        .tokens
        .iter()
        .skip_while(|token| !matches!(token, TokenTree::Ident(word) if word == keyword));
    match after.take(3).collect::<Vec<_>>().as_slice() {
        [_, TokenTree::Ident(name), TokenTree::Punct(_)] if is_constant && name != "_" => {
            Some(name)
        }
        _ => None,
    }
}

fn missing_semicolon(name: &Ident) -> Error {
    Error::new(
        name.span(),
        format!(
            "a constant is `const NAME: Type = value;`, and `{name}` is not: mind the `;` at its end"
        ),
    )
}

fn lower_constant(page: &Page, constant: &Constant) -> Result<Option<Lowered>, Error> {
    if run_on(constant).is_some() {
        return Err(missing_semicolon(&constant.name));
    }
    let accepted = accepted(constant)?;
    let Some(source) = origin(constant)? else {
        return match constant.acceptances.first() {
            None => Ok(None),
            Some(attribute) => Err(Error::new(
                attribute.name.span(),
                format!(
                    "`{}` has no figure, so `audit` finds nothing about it",
                    constant.name
                ),
            )),
        };
    };
    if let Some(condition) = &constant.condition {
        return Err(Error::new(
            condition.span(),
            "a figure that may not be there cannot be listed: put this attribute on a module with a `constants!` of its own",
        ));
    }
    let mut expander = Expander::new(page);
    let pattern = expander.expand(constant)?;
    Ok(Some(Lowered {
        name: constant.name.clone(),
        type_: figure::compact(&constant.type_),
        doc: constant.doc.clone(),
        title: title(&constant.value),
        is_public: constant.is_public,
        source,
        accepted,
        leaves: expander.leaves,
        pattern,
        readings: expander.readings,
    }))
}

fn title(value: &Value) -> Option<String> {
    let value::Kind::Record(record) = &value.kind else {
        return None;
    };
    match record.field("name")?.tokens.as_slice() {
        [token @ TokenTree::Literal(_)] => Some(figure::word(std::slice::from_ref(token))),
        _ => None,
    }
}

/// Constants inside of other items would be missed.
fn lower_other(other: &Other, errors: &mut Errors) {
    let Some(keyword) = &other.keyword else {
        return;
    };
    let bodies = other.tokens.iter().filter_map(|token| match token {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    });
    if let Some(name) = unended(other) {
        errors.push(missing_semicolon(name));
        return;
    }
    if keyword == "const" || keyword == "static" {
        // `const _`
        return;
    }
    if ["mod", "impl", "trait"].iter().any(|word| keyword == word) {
        for constant in bodies.map(Page::read).flat_map(|page| page.items) {
            if let Item::Constant(constant) = constant
                && !has_no_figure(&constant)
            {
                errors.push(Error::new(
                    constant.name.span(),
                    format!(
                        "`{}` stands inside of another item, where `constants!` does not read it: move it out, or give its module a `constants!` of its own",
                        constant.name
                    ),
                ));
            }
        }
    } else if matches!(other.tokens.as_slice(), [.., TokenTree::Punct(sign), TokenTree::Group(_)] if sign.as_char() == '!')
        && keyword != "macro_rules"
        && other.tokens.iter().any(has_figure)
    {
        errors.push(Error::new(
            keyword.span(),
            format!("`constants!` does not see the figures that `{keyword}!` makes: write them as constants"),
        ));
    }
}

fn has_figure(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else {
        return false;
    };
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    tokens.iter().any(has_figure)
        || tokens.windows(2).any(|pair| {
            matches!(pair, [TokenTree::Ident(q), TokenTree::Punct(sign)] if q == "q" && sign.as_char() == '!')
        })
}

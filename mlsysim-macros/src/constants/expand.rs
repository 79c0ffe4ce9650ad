//! A constant's literal to its figures, through parts that stand on the same page.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::Error;

use super::figure;
use super::leaf::{At, Leaf, LeafKind, Reading};
use super::origin::is_nothing;
use super::parse::{Constant, Page};
use super::value::{Kind, Record, Value};

/// Values within one constant.
const MOST: usize = 65_536;

pub(super) struct Expander<'a> {
    pub(super) page: &'a Page,
    pub(super) leaves: Vec<Leaf>,
    pub(super) readings: Vec<Reading>,
    values: usize,
}

impl<'a> Expander<'a> {
    pub(super) fn new(page: &'a Page) -> Self {
        Expander {
            page,
            leaves: Vec::new(),
            readings: Vec::new(),
            values: 0,
        }
    }

    /// The pattern that binds what is read, if anything is.
    pub(super) fn expand(&mut self, constant: &'a Constant) -> Result<Option<TokenStream>, Error> {
        let name = &constant.name;
        let at = At::constant(&name.to_string(), Some(quote!(#name)));
        self.value(&constant.value, at)
    }

    pub(super) fn value(&mut self, value: &'a Value, at: At) -> Result<Option<TokenStream>, Error> {
        if at.depth == 0 {
            return Err(Error::new(span(value), "this constant is made of itself"));
        }
        self.values += 1;
        if self.values > MOST {
            return Err(Error::new(
                span(value),
                "this constant has more figures than a page can list",
            ));
        }
        match &value.kind {
            Kind::Figure(group) => {
                let mut leaf = self.leaf(LeafKind::Figure, &at, figure::inner_text(group));
                leaf.unit = figure::unit(group, &self.page.own);
                if at.origin.is_none() {
                    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
                    figure::constants(&tokens, &self.page.own, &mut leaf.uses);
                }
                Ok(self.bind(value, leaf, Reading::Figure))
            }
            Kind::Record(record) => self.record(record, &at),
            Kind::Name(path) if matches!(path.as_slice(), [none] if none == "None") => {
                self.word(LeafKind::Missing, value, &at)
            }
            // By its name, a constant in which nothing is known.
            Kind::Name(path) if matches!(path.as_slice(), [.., _, none] if none == "NONE") => {
                self.word(LeafKind::Missing, value, &at)
            }
            Kind::Name(path) => match self.constant(path) {
                Some(constant) if is_readable(constant) => {
                    let origin = At::constant(&figure::compact(&value.tokens), None);
                    self.value(&constant.value, at.taken_from(origin))
                }
                _ if path.last().is_some_and(|name| !is_value_name(name)) => {
                    let leaf = self.leaf(LeafKind::Either, &at, figure::compact(&value.tokens));
                    Ok(self.bind(value, leaf, Reading::Either))
                }
                _ => Ok(self.alias(value, &at)),
            },
            Kind::Place { name, fields } => {
                let constant = self.constant(name);
                let found = fields
                    .as_ref()
                    .zip(constant)
                    .and_then(|(fields, constant)| {
                        fields
                            .iter()
                            .try_fold(&constant.value, |value, field| self.field(value, field))
                    });
                match found {
                    Some(found) => {
                        let text = figure::compact(&value.tokens);
                        let mut origin = At::constant(&text, None);
                        if let Some((owner, _)) = text.rsplit_once('.') {
                            origin.owner = owner.to_owned();
                        }
                        self.value(found, at.taken_from(origin))
                    }
                    None => Ok(self.alias(value, &at)),
                }
            }
            Kind::Call { path, arguments } => self.call(value, path, arguments, &at),
            Kind::List { items } => {
                let patterns = items
                    .iter()
                    .enumerate()
                    .map(|(index, item)| self.item(item, index, &at))
                    .collect::<Result<Vec<_>, _>>()?;
                Ok(whole(patterns, |items| quote!([#(#items),*])))
            }
            Kind::Tuple(items) => {
                let patterns = self.in_order(items, &at)?;
                Ok(whole(patterns, |items| quote!((#(#items),*,))))
            }
            Kind::Reference(inner) => match &inner.kind {
                Kind::Record(_) | Kind::List { .. } => {
                    let pattern = self.value(inner, at)?;
                    Ok(pattern.map(|pattern| quote!(&#pattern)))
                }
                Kind::Name(_) | Kind::Place { .. } => self.word(LeafKind::Link, value, &at),
                _ => Ok(self.alias(value, &at)),
            },
            Kind::Literal => self.word(LeafKind::Word, value, &at),
            Kind::Unread if is_text_macro(value) => self.word(LeafKind::Word, value, &at),
            Kind::Unread => Ok(self.alias(value, &at)),
        }
    }

    fn record(&mut self, record: &'a Record, at: &At) -> Result<Option<TokenStream>, Error> {
        let mut fields = Vec::new();
        for (name, value) in &record.fields {
            if is_source(name, value) {
                continue;
            }
            let pattern = self.value(value, at.field(name))?;
            fields.extend(pattern.map(|pattern| quote!(#name: #pattern)));
        }
        let seen = record.fields.iter().map(|(name, _)| name).collect();
        self.rest(record, seen, at, &mut fields)?;
        let path: TokenStream = record.path.iter().cloned().collect();
        Ok((!fields.is_empty()).then(|| quote!(#path { #(#fields,)* .. })))
    }

    /// The fields that `..BASE` brings, but for those that are seen.
    fn rest(
        &mut self,
        record: &'a Record,
        mut seen: Vec<&'a Ident>,
        at: &At,
        patterns: &mut Vec<TokenStream>,
    ) -> Result<(), Error> {
        let base = match &record.base {
            Some(base) if !is_nothing(record, base) => base,
            _ => return Ok(()),
        };
        let constant = match &base.kind {
            Kind::Name(path) => self.constant(path),
            _ => None,
        };
        let Some(Kind::Record(whole)) = constant.map(|constant| &constant.value.kind) else {
            return Err(Error::new(
                span(base),
                format!(
                    "`constants!` sees only its own page, and `{}` stands elsewhere: write out the fields that it would fill",
                    figure::compact(&base.tokens)
                ),
            ));
        };
        let at = at.taken_from(At::constant(&figure::compact(&base.tokens), None));
        if at.depth == 0 {
            return Err(Error::new(span(base), "this constant is made of itself"));
        }
        for (name, value) in &whole.fields {
            if !seen.contains(&name) && !is_source(name, value) {
                seen.push(name);
                let pattern = self.value(value, at.field(name))?;
                patterns.extend(pattern.map(|pattern| quote!(#name: #pattern)));
            }
        }
        self.rest(whole, seen, &at, patterns)
    }

    /// `Some(value)`, a variant with fields, or a function.
    fn call(
        &mut self,
        value: &'a Value,
        path: &'a [TokenTree],
        arguments: &'a [Value],
        at: &At,
    ) -> Result<Option<TokenStream>, Error> {
        let name = match path.last() {
            Some(TokenTree::Ident(name)) => name,
            _ => return Ok(self.alias(value, at)),
        };
        if name == "Some"
            && let [inner] = arguments
        {
            let mut at = at.clone();
            (at.place, at.owner_place) = (None, None);
            let pattern = self.value(inner, at)?;
            return Ok(pattern.map(|pattern| quote!(Some(#pattern))));
        }
        if !name.to_string().starts_with(char::is_uppercase) {
            return Ok(self.alias(value, at));
        }
        let patterns = self.in_order(arguments, at)?;
        let path: TokenStream = path.iter().cloned().collect();
        Ok(whole(patterns, |items| quote!(#path(#(#items),*))))
    }

    fn in_order(&mut self, items: &'a [Value], at: &At) -> Result<Vec<Option<TokenStream>>, Error> {
        let items = items.iter().enumerate();
        items
            .map(|(index, item)| self.value(item, at.below(&format!(".{index}"), None)))
            .collect()
    }

    /// A constant of this page.
    fn constant(&self, path: &[Ident]) -> Option<&'a Constant> {
        let name = match path {
            [name] => name,
            [module, name] if module == "self" => name,
            _ => return None,
        };
        self.page
            .constants()
            .find(|constant| constant.name == *name)
    }

    fn field(&self, value: &'a Value, name: &Ident) -> Option<&'a Value> {
        match &value.kind {
            Kind::Record(record) => record.field(&name.to_string()),
            _ => None,
        }
    }
}

/// The field that says where a record comes from.
fn is_source(name: &Ident, value: &Value) -> bool {
    name == "source" && !matches!(value.kind, Kind::Figure(_) | Kind::Record(_))
}

/// Whether a part can be read where it is used.
fn is_readable(constant: &Constant) -> bool {
    !matches!(constant.value.kind, Kind::Unread)
}

/// Constants and places, and no variants.
fn is_value_name(name: &Ident) -> bool {
    figure::is_capital(name) || name.to_string().starts_with(char::is_lowercase)
}

const TEXT_MACROS: [&str; 6] = [
    "concat",
    "stringify",
    "env",
    "include_str",
    "module_path",
    "file",
];

fn is_text_macro(value: &Value) -> bool {
    matches!(value.tokens.as_slice(), [TokenTree::Ident(name), TokenTree::Punct(sign), TokenTree::Group(_)]
        if sign.as_char() == '!' && TEXT_MACROS.iter().any(|text| name == text))
}

pub(super) fn span(value: &Value) -> Span {
    value
        .tokens
        .first()
        .map_or_else(Span::call_site, TokenTree::span)
}

/// The pattern of a whole, with `_` for what is not read; none if nothing is.
fn whole(
    patterns: Vec<Option<TokenStream>>,
    pattern: impl FnOnce(Vec<TokenStream>) -> TokenStream,
) -> Option<TokenStream> {
    let is_read = patterns.iter().any(Option::is_some);
    let all = patterns.into_iter();
    is_read.then(|| pattern(all.map(|part| part.unwrap_or_else(|| quote!(_))).collect()))
}

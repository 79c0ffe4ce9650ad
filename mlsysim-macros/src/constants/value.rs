//! The syntax of a value: what stands after `=`, nothing of its meaning.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

/// Literals within literals; deeper ones are not read.
const DEPTH: usize = 32;

pub(super) struct Value {
    pub(super) tokens: Vec<TokenTree>,
    pub(super) kind: Kind,
}

pub(super) enum Kind {
    /// `q!(…)`
    Figure(Group),
    /// `Type { field: value, ..base }`
    Record(Record),
    /// `name(value, …)`: a call, or a variant with fields in order.
    Call {
        path: Vec<TokenTree>,
        arguments: Vec<Value>,
    },
    /// `[value, …]`, often behind an `&`
    List { items: Vec<Value> },
    /// `(value, …)`
    Tuple(Vec<Value>),
    /// `path::NAME`
    Name(Vec<Ident>),
    /// `path::NAME.field.method()`; the fields where there is nothing else.
    Place {
        name: Vec<Ident>,
        fields: Option<Vec<Ident>>,
    },
    /// `&value`
    Reference(Box<Value>),
    /// Numbers, texts, `true` and `false`.
    Literal,
    /// What the macro does not read.
    Unread,
}

pub(super) struct Record {
    pub(super) path: Vec<TokenTree>,
    pub(super) fields: Vec<(Ident, Value)>,
    pub(super) base: Option<Box<Value>>,
}

impl Record {
    pub(super) fn field(&self, name: &str) -> Option<&Value> {
        let found = self.fields.iter().find(|(field, _)| field == name)?;
        Some(&found.1)
    }
}

impl Value {
    pub(super) fn read(tokens: Vec<TokenTree>) -> Value {
        read(tokens, DEPTH)
    }
}

fn read(tokens: Vec<TokenTree>, depth: usize) -> Value {
    let kind = depth
        .checked_sub(1)
        .and_then(|depth| kind(&tokens, depth))
        .unwrap_or(Kind::Unread);
    Value { tokens, kind }
}

fn kind(tokens: &[TokenTree], depth: usize) -> Option<Kind> {
    match tokens {
        [TokenTree::Punct(sign), rest @ ..] if sign.as_char() == '&' && !rest.is_empty() => {
            let value = read(rest.to_vec(), depth);
            Some(Kind::Reference(Box::new(value)))
        }
        [TokenTree::Punct(sign), TokenTree::Literal(_)] if sign.as_char() == '-' => {
            Some(Kind::Literal)
        }
        [TokenTree::Literal(_)] => Some(Kind::Literal),
        [TokenTree::Ident(word)] if word == "true" || word == "false" => Some(Kind::Literal),
        [TokenTree::Group(group)] => match group.delimiter() {
            Delimiter::Bracket => Some(Kind::List {
                items: values(group.stream(), depth),
            }),
            Delimiter::Parenthesis => {
                let parts = split(group.stream());
                let is_tuple = has_comma(group.stream());
                let mut items: Vec<Value> =
                    parts.into_iter().map(|part| read(part, depth)).collect();
                match items.len() {
                    1 if !is_tuple => items.pop().map(|value| value.kind),
                    _ => Some(Kind::Tuple(items)),
                }
            }
            Delimiter::None => Some(read(group.stream().into_iter().collect(), depth).kind),
            Delimiter::Brace => None,
        },
        _ => path(tokens, depth),
    }
}

/// What starts with a path.
fn path(tokens: &[TokenTree], depth: usize) -> Option<Kind> {
    let length = path_length(tokens)?;
    let (path, rest) = tokens.split_at(length);
    let name = || path.iter().filter_map(ident).cloned().collect();
    match rest {
        [] => Some(Kind::Name(name())),
        [TokenTree::Punct(sign), TokenTree::Group(group)] if sign.as_char() == '!' => {
            let is_figure = path.iter().filter_map(ident).next_back()? == "q";
            is_figure.then(|| Kind::Figure(group.clone()))
        }
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::Brace => {
            record(path, group, depth).map(Kind::Record)
        }
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            Some(Kind::Call {
                path: path.to_vec(),
                arguments: values(group.stream(), depth),
            })
        }
        [TokenTree::Punct(sign), ..] if sign.as_char() == '.' => place(name(), rest),
        [TokenTree::Group(group), TokenTree::Punct(sign), ..]
            if group.delimiter() == Delimiter::Parenthesis && sign.as_char() == '.' =>
        {
            place(name(), &rest[1..]).map(|_| Kind::Place {
                name: name(),
                fields: None,
            })
        }
        _ => None,
    }
}

/// `.field.method()[0]`
fn place(name: Vec<Ident>, mut rest: &[TokenTree]) -> Option<Kind> {
    let mut fields = Some(Vec::new());
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match first {
            TokenTree::Punct(dot) if dot.as_char() == '.' => match rest.split_first()? {
                (TokenTree::Ident(field), after) => {
                    if let Some(fields) = &mut fields {
                        fields.push(field.clone());
                    }
                    rest = after;
                }
                (TokenTree::Literal(_), after) => {
                    fields = None;
                    rest = after;
                }
                _ => return None,
            },
            TokenTree::Group(group) if group.delimiter() != Delimiter::Brace => fields = None,
            _ => return None,
        }
    }
    Some(Kind::Place { name, fields })
}

fn record(path: &[TokenTree], group: &Group, depth: usize) -> Option<Record> {
    let mut record = Record {
        path: path.to_vec(),
        fields: Vec::new(),
        base: None,
    };
    for part in split(group.stream()) {
        match part.as_slice() {
            [TokenTree::Punct(first), TokenTree::Punct(second), base @ ..]
                if first.as_char() == '.' && second.as_char() == '.' =>
            {
                record.base = Some(Box::new(read(base.to_vec(), depth)));
            }
            [TokenTree::Ident(name), TokenTree::Punct(colon), value @ ..]
                if colon.as_char() == ':' =>
            {
                record
                    .fields
                    .push((name.clone(), read(value.to_vec(), depth)));
            }
            [TokenTree::Ident(name)] => {
                let value = read(vec![TokenTree::Ident(name.clone())], depth);
                record.fields.push((name.clone(), value));
            }
            _ => return None,
        }
    }
    Some(record)
}

/// Tokens of `a::b::C::<D>` at the start.
fn path_length(tokens: &[TokenTree]) -> Option<usize> {
    let mut length = 0;
    if is_colons(tokens) {
        length += 2;
    }
    loop {
        ident(tokens.get(length)?)?;
        length += 1;
        if !is_colons(&tokens[length..]) {
            return Some(length);
        }
        length += 2;
    }
}

fn is_colons(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [TokenTree::Punct(a), TokenTree::Punct(b), ..]
        if a.as_char() == ':' && b.as_char() == ':')
}

fn ident(token: &TokenTree) -> Option<&Ident> {
    match token {
        TokenTree::Ident(ident) => Some(ident),
        _ => None,
    }
}

fn values(tokens: TokenStream, depth: usize) -> Vec<Value> {
    let parts = split(tokens).into_iter();
    parts.map(|part| read(part, depth)).collect()
}

/// The parts between commas; a comma at the end starts none.
fn split(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut parts = vec![Vec::new()];
    for token in tokens {
        match token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => parts.push(Vec::new()),
            token => {
                if let Some(part) = parts.last_mut() {
                    part.push(token);
                }
            }
        }
    }
    if parts.last().is_some_and(Vec::is_empty) {
        parts.pop();
    }
    parts
}

fn has_comma(tokens: TokenStream) -> bool {
    tokens
        .into_iter()
        .any(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ','))
}

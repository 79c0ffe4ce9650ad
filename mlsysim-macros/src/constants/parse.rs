//! The syntax of a page: which tokens are constants, and which are other items.

use mlsysim_language::units::own::OwnUnits;
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

use super::value::Value;

pub(super) struct Page {
    pub(super) items: Vec<Item>,
    /// The units of the book's own that may stand in it.
    pub(super) own: OwnUnits,
}

pub(super) enum Item {
    Constant(Box<Constant>),
    /// Types, functions, `use`: they pass through.
    Other(Other),
}

pub(super) struct Other {
    pub(super) keyword: Option<Ident>,
    pub(super) tokens: Vec<TokenTree>,
}

pub(super) struct Constant {
    /// Attributes but for `#[source(…)]`, and the visibility.
    pub(super) head: Vec<TokenTree>,
    /// What stands in `#[source(…)]`.
    pub(super) sources: Vec<Attribute>,
    /// What stands in `#[accept(…)]`.
    pub(super) acceptances: Vec<Attribute>,
    pub(super) doc: String,
    /// A `#[cfg(…)]`, whose figures may not be there.
    pub(super) condition: Option<Ident>,
    pub(super) is_public: bool,
    pub(super) keyword: Ident,
    pub(super) name: Ident,
    pub(super) type_: Vec<TokenTree>,
    pub(super) value: Value,
}

pub(super) struct Attribute {
    pub(super) name: Ident,
    pub(super) tokens: TokenStream,
}

impl Page {
    pub(super) fn read(input: TokenStream) -> Page {
        let mut items = Vec::new();
        let mut tokens = input.into_iter().peekable();
        let mut item: Vec<TokenTree> = Vec::new();
        while let Some(token) = tokens.next() {
            // A const, a static, a type or a `use` ends at its semicolon, and braces may stand in it.
            let ends = match &token {
                TokenTree::Punct(end) => end.as_char() == ';',
                TokenTree::Group(group) => {
                    group.delimiter() == Delimiter::Brace && !ends_at_semicolon(&item)
                }
                _ => false,
            };
            item.push(token);
            if ends || tokens.peek().is_none() {
                items.push(Item::read(std::mem::take(&mut item)));
            }
        }
        Page {
            items,
            own: OwnUnits::default(),
        }
    }

    pub(super) fn constants(&self) -> impl Iterator<Item = &Constant> {
        self.items.iter().filter_map(|item| match item {
            Item::Constant(constant) => Some(constant.as_ref()),
            Item::Other(_) => None,
        })
    }
}

const AT_SEMICOLON: [&str; 4] = ["const", "static", "type", "use"];

/// The first word after attributes and visibility; `const fn` is a function.
fn keyword(tokens: &[TokenTree]) -> Option<(usize, &Ident)> {
    let mut index = 0;
    loop {
        match tokens.get(index..)? {
            [TokenTree::Punct(sign), TokenTree::Group(_), ..] if sign.as_char() == '#' => {
                index += 2;
            }
            [TokenTree::Ident(word), TokenTree::Group(group), ..]
                if word == "pub" && group.delimiter() == Delimiter::Parenthesis =>
            {
                index += 2;
            }
            [TokenTree::Ident(word), ..] if word == "pub" => index += 1,
            [TokenTree::Ident(first), TokenTree::Ident(second), ..]
                if first == "const"
                    && ["fn", "unsafe", "async", "extern"]
                        .iter()
                        .any(|w| second == w) =>
            {
                return Some((index + 1, second));
            }
            [TokenTree::Ident(word), ..] => return Some((index, word)),
            _ => return None,
        }
    }
}

fn ends_at_semicolon(tokens: &[TokenTree]) -> bool {
    keyword(tokens).is_some_and(|(_, word)| AT_SEMICOLON.iter().any(|it| word == it))
}

impl Item {
    fn read(tokens: Vec<TokenTree>) -> Item {
        match constant(&tokens) {
            Some(constant) => Item::Constant(Box::new(constant)),
            None => Item::Other(Other {
                keyword: keyword(&tokens).map(|(_, word)| word.clone()),
                tokens,
            }),
        }
    }
}

/// `attributes visibility const NAME: Type = value;`
fn constant(tokens: &[TokenTree]) -> Option<Constant> {
    let (start, keyword) = keyword(tokens)?;
    if keyword != "const" && keyword != "static" {
        return None;
    }
    let [TokenTree::Ident(name), TokenTree::Punct(colon), rest @ ..] = &tokens[start + 1..] else {
        return None;
    };
    let [rest @ .., TokenTree::Punct(_)] = rest else {
        return None;
    };
    let equals = rest
        .iter()
        .position(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '='))?;
    if colon.as_char() != ':' || name == "_" {
        return None;
    }
    let mut constant = Constant {
        head: Vec::new(),
        sources: Vec::new(),
        acceptances: Vec::new(),
        doc: String::new(),
        condition: None,
        is_public: false,
        keyword: keyword.clone(),
        name: name.clone(),
        type_: rest[..equals].to_vec(),
        value: Value::read(rest[equals + 1..].to_vec()),
    };
    constant.read_head(&tokens[..start]);
    Some(constant)
}

impl Constant {
    fn read_head(&mut self, mut tokens: &[TokenTree]) {
        let mut in_first_paragraph = true;
        while let Some((first, rest)) = tokens.split_first() {
            tokens = rest;
            let (TokenTree::Punct(_), Some(TokenTree::Group(group))) = (first, rest.first()) else {
                self.is_public |= matches!(first, TokenTree::Ident(word) if word == "pub");
                self.head.push(first.clone());
                continue;
            };
            tokens = &rest[1..];
            let attribute: Vec<TokenTree> = group.stream().into_iter().collect();
            match attribute.as_slice() {
                [TokenTree::Ident(name), rest @ ..] if name == "source" || name == "accept" => {
                    let tokens = match rest {
                        [TokenTree::Group(inside)] => inside.stream(),
                        _ => TokenStream::new(),
                    };
                    let all = match name == "source" {
                        true => &mut self.sources,
                        false => &mut self.acceptances,
                    };
                    all.push(Attribute {
                        name: name.clone(),
                        tokens,
                    });
                    continue;
                }
                [TokenTree::Ident(name), ..] if name == "cfg" || name == "cfg_attr" => {
                    self.condition = Some(name.clone());
                }
                [TokenTree::Ident(name), _, TokenTree::Literal(text)] if name == "doc" => {
                    self.read_doc(&text.to_string(), &mut in_first_paragraph);
                }
                _ => {}
            }
            self.head.extend([first.clone(), rest[0].clone()]);
        }
    }

    /// The first paragraph, in one line.
    fn read_doc(&mut self, literal: &str, in_first_paragraph: &mut bool) {
        let Ok(text) = syn::parse_str::<syn::LitStr>(literal) else {
            return;
        };
        // An empty line is an attribute of its own.
        for line in text.value().split('\n').map(str::trim) {
            *in_first_paragraph &= !line.is_empty() || self.doc.is_empty();
            if *in_first_paragraph && !line.is_empty() {
                if !self.doc.is_empty() {
                    self.doc.push(' ');
                }
                self.doc.push_str(line);
            }
        }
    }
}

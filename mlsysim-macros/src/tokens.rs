//! The compiler's tokens as the language's, and back.

use mlsysim_language::parse::Parser;
use mlsysim_language::token::{self, Delimiter, Extent, Kind, Sign, Token};
use mlsysim_language::units::own::OwnUnits;
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};

/// The tokens of an invocation, each with where it stands.
pub(crate) struct Source {
    pub(crate) tokens: Vec<Token>,
    /// The units of the book's own that may stand in it.
    own: OwnUnits,
    spans: Vec<Span>,
    /// The compiler's own trees, a group as a whole at the token that opens it.
    trees: Vec<Vec<TokenTree>>,
}

/// The spans at both ends of a piece of syntax.
#[derive(Clone, Copy)]
pub(crate) struct Ends {
    pub(crate) first: Span,
    pub(crate) last: Span,
}

impl Ends {
    pub(crate) fn at(span: Span) -> Self {
        Ends {
            first: span,
            last: span,
        }
    }

    /// An error that underlines everything in between.
    pub(crate) fn error(self, message: impl std::fmt::Display) -> syn::Error {
        let first = Ident::new("first", self.first);
        let last = Ident::new("last", self.last);
        syn::Error::new_spanned(quote::quote!(#first #last), message)
    }
}

impl Source {
    pub(crate) fn new(stream: TokenStream) -> Self {
        Source::with(stream, OwnUnits::default())
    }

    pub(crate) fn with(stream: TokenStream, own: OwnUnits) -> Self {
        let mut source = Source {
            tokens: Vec::new(),
            own,
            spans: Vec::new(),
            trees: Vec::new(),
        };
        source.read(stream);
        source
    }

    pub(crate) fn parser(&self) -> Parser<'_> {
        Parser::with(&self.tokens, &self.own)
    }

    pub(crate) fn own(&self) -> &OwnUnits {
        &self.own
    }

    /// The author's file, which only the compiler knows: empty in a test of the macros.
    pub(crate) fn file(&self) -> String {
        match self.spans.first().filter(|_| proc_macro::is_available()) {
            // Another macro may have passed the tokens on, so the call may stand elsewhere.
            Some(span) => span.unwrap().file(),
            None => String::new(),
        }
    }

    fn read(&mut self, stream: TokenStream) {
        let mut trees = stream.into_iter().peekable();
        while let Some(tree) = trees.next() {
            match tree {
                TokenTree::Group(group) => self.group(group),
                TokenTree::Ident(ident) => {
                    let (text, span) = (ident.to_string(), ident.span());
                    self.push(Kind::Name, text, span, TokenTree::Ident(ident));
                }
                TokenTree::Literal(literal) => {
                    let (text, span) = (literal.to_string(), literal.span());
                    let (kind, text) = literal_kind(text);
                    self.push(kind, text, span, TokenTree::Literal(literal));
                }
                TokenTree::Punct(punct) => {
                    let span = punct.span();
                    let mut text = String::from(punct.as_char());
                    let mut own = vec![TokenTree::Punct(punct)];
                    // Signs that belong together, such as `~=` and `..=`.
                    while let Some(TokenTree::Punct(next)) = trees.peek() {
                        text.push(next.as_char());
                        if !Sign::ALL.iter().any(|(_, sign)| *sign == text) {
                            text.pop();
                            break;
                        }
                        own.extend(trees.next());
                    }
                    let sign = Sign::start_of(&text).map_or(Sign::Other('?'), |(sign, _)| sign);
                    self.push_trees(Kind::Sign(sign), text, span, own);
                }
            }
        }
    }

    fn push(&mut self, kind: Kind, text: String, span: Span, tree: TokenTree) {
        self.push_trees(kind, text, span, vec![tree]);
    }

    fn push_trees(&mut self, kind: Kind, text: String, span: Span, trees: Vec<TokenTree>) {
        let number = self.tokens.len() as u32;
        let touches = self.may_matter(kind, &text) && self.touches(span);
        self.tokens.push(Token {
            kind,
            text,
            touches,
            partner: number,
        });
        self.spans.push(span);
        self.trees.push(trees);
    }

    /// The compiler is asked only where the answer decides something: whether a unit goes on over
    /// `/` or `*`, and whether a comma stands inside of a number.
    fn may_matter(&self, kind: Kind, text: &str) -> bool {
        let Some(last) = self.tokens.last() else {
            return false;
        };
        let after_sign = |sign| last.kind == Kind::Sign(sign) && last.touches;
        match kind {
            Kind::Sign(Sign::Slash | Sign::Star) => {
                matches!(
                    last.kind,
                    Kind::Name | Kind::Number | Kind::Sign(Sign::Percent)
                )
            }
            Kind::Sign(Sign::Comma) => last.kind == Kind::Number,
            Kind::Name => after_sign(Sign::Slash) || after_sign(Sign::Star),
            Kind::Number => text.len() >= 3 && after_sign(Sign::Comma),
            _ => false,
        }
    }

    fn touches(&self, span: Span) -> bool {
        let Some(before) = self.spans.last() else {
            return false;
        };
        if !proc_macro::is_available() {
            // In a test of the macros nobody knows; units are the common case.
            let comma = Kind::Sign(Sign::Comma);
            return self.tokens.last().is_some_and(|last| last.kind != comma);
        }
        let (end, start) = (before.unwrap().end(), span.unwrap().start());
        (end.line(), end.column()) == (start.line(), start.column())
    }

    fn group(&mut self, group: Group) {
        let delimiter = match group.delimiter() {
            proc_macro2::Delimiter::Parenthesis => Delimiter::Parenthesis,
            proc_macro2::Delimiter::Bracket => Delimiter::Bracket,
            proc_macro2::Delimiter::Brace => Delimiter::Brace,
            proc_macro2::Delimiter::None => {
                // One token needs no parentheses: `$number GPUs`.
                let mut inner = group.stream().into_iter();
                if let (Some(tree), None) = (inner.next(), inner.next()) {
                    return self.read(tree.into());
                }
                Delimiter::Transparent
            }
        };
        let (open_text, close_text) = match delimiter {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => ("{", "}"),
            Delimiter::Transparent => ("", ""),
        };
        let open = self.tokens.len();
        let (stream, span) = (group.stream(), group.delim_span());
        let kind = Kind::Open(delimiter);
        self.push(
            kind,
            open_text.to_owned(),
            span.open(),
            TokenTree::Group(group),
        );
        self.read(stream);
        let close = self.tokens.len();
        self.push_trees(
            Kind::Close(delimiter),
            close_text.to_owned(),
            span.close(),
            Vec::new(),
        );
        self.tokens[open].partner = close as u32;
        self.tokens[close].partner = open as u32;
    }

    pub(crate) fn ends(&self, extent: Extent) -> Ends {
        let span = |token: u32| self.spans.get(token as usize).copied();
        let fallback = Span::call_site();
        Ends {
            first: span(extent.first).unwrap_or(fallback),
            last: span(extent.last).unwrap_or(fallback),
        }
    }

    pub(crate) fn error(&self, error: &token::Error) -> syn::Error {
        self.ends(error.extent).error(&error.message)
    }

    /// The author's tokens, as they were written.
    pub(crate) fn rust(&self, extent: Extent) -> TokenStream {
        let mut rust = TokenStream::new();
        let mut at = extent.first as usize;
        while at <= extent.last as usize {
            rust.extend(self.trees[at].iter().cloned());
            at = match self.tokens[at].kind {
                Kind::Open(_) => self.tokens[at].partner as usize + 1,
                _ => at + 1,
            };
        }
        rust
    }
}

/// The line in the author's file, which only the compiler knows: zero in a test of the macros.
pub(crate) fn line(span: Span) -> usize {
    match proc_macro::is_available() {
        true => span.unwrap().line(),
        false => 0,
    }
}

/// A text keeps what stands between its quotes; anything else that is no number keeps them.
fn literal_kind(text: String) -> (Kind, String) {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return (Kind::Number, text);
    }
    let plain = text.strip_prefix('r').unwrap_or(&text);
    let inner = plain.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    if let Some(inner) = inner.filter(|_| !plain.contains('\\') || plain.len() < text.len()) {
        return (Kind::Quoted, inner.to_owned());
    }
    match syn::parse_str::<syn::LitStr>(&text) {
        Ok(literal) => (Kind::Quoted, literal.value()),
        Err(_) => (Kind::Quoted, text),
    }
}

//! Tokens: what a macro, a page and a command line have in common.
//!
//! A place is a token's number. A macro keeps the span of each token and a page its byte range, so
//! one parser points at the right place in either.

use alloc::string::String;

/// From one token to another, both included, by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The first token.
    pub first: u32,
    /// The last token.
    pub last: u32,
}

impl Extent {
    /// One token.
    pub const fn at(token: u32) -> Extent {
        Extent {
            first: token,
            last: token,
        }
    }

    /// From the start of this one to the end of another.
    pub const fn to(self, end: Extent) -> Extent {
        Extent {
            first: self.first,
            last: end.last,
        }
    }

    /// An error that underlines all of it.
    pub fn error(self, message: impl Into<String>) -> Error {
        Error {
            message: message.into(),
            extent: self,
        }
    }
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// In words, with the way out.
    pub message: String,
    /// Where it stands.
    pub extent: Extent,
}

/// What parsing and lowering give.
pub type Result<T> = core::result::Result<T, Error>;

/// One token of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// As it is written.
    pub text: String,
    /// Whether nothing, not even a space, stands between it and the token before.
    pub touches: bool,
    /// For a delimiter, the number of its partner; else its own.
    pub partner: u32,
}

/// Kinds of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Digits, with a point, an exponent or a suffix: `10_000`, `2.5e-5`, `1.5x`.
    Number,
    /// Text in quotes; its text is what stands between them.
    Quoted,
    /// A name or a word.
    Name,
    /// One or more signs that belong together.
    Sign(Sign),
    /// What opens a group.
    Open(Delimiter),
    /// What closes it.
    Close(Delimiter),
}

/// What a group stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// `( )`
    Parenthesis,
    /// `[ ]`
    Bracket,
    /// `{ }`
    Brace,
    /// Nothing that is written: a group that a macro passes in, such as `$value:expr`.
    Transparent,
}

macro_rules! signs {
    ($($name:ident $text:literal $description:literal)*) => {
        /// Signs, longest first where one begins another.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Sign {
            $(
                #[doc = $description]
                $name,
            )*
            /// Any other character.
            Other(char),
        }

        impl Sign {
            /// Every sign with its text, longest first where one begins another.
            pub const ALL: &'static [(Sign, &'static str)] = &[$((Sign::$name, $text)),*];
        }
    };
}

signs! {
    RangeInclusive "..=" "`..=`"
    Range ".." "`..`"
    Path "::" "`::`"
    Prints "~=" "`~=`"
    Equals "==" "`==`"
    AtMost "<=" "`<=`"
    AtLeast ">=" "`>=`"
    Arrow "->" "`->`"
    Thick "=>" "`=>`"
    Plus "+" "`+`"
    Minus "-" "`-`"
    Star "*" "`*`"
    Slash "/" "`/`"
    Caret "^" "`^`"
    Percent "%" "`%`"
    Dollar "$" "`$`"
    Comma "," "`,`"
    Semicolon ";" "`;`"
    Colon ":" "`:`"
    Dot "." "`.`"
    Less "<" "`<`"
    More ">" "`>`"
    Assign "=" "`=`"
    Tilde "~" "`~`"
    Ampersand "&" "`&`"
    Bang "!" "`!`"
    Hash "#" "`#`"
}

impl Sign {
    /// The sign that `text` begins with.
    pub fn start_of(text: &str) -> Option<(Sign, usize)> {
        let known = Sign::ALL.iter().find(|(_, sign)| text.starts_with(sign));
        match known {
            Some((sign, written)) => Some((*sign, written.len())),
            None => text.chars().next().map(|c| (Sign::Other(c), c.len_utf8())),
        }
    }
}

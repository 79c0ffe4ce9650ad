//! LaTeX to tokens: `3.14 \times 10^{23}~\text{FLOP}`.
//!
//! The tokens are those of [`lex`](mlsysim_language::lex), so that one parser reads both; each stands on its
//! bytes of the LaTeX.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use mlsysim_language::lex::Lexed;
use mlsysim_language::token::{Delimiter, Kind, Sign, Token};

/// Commands that are one sign of the language.
const SIGNS: [(&str, Sign); 15] = [
    ("times", Sign::Star),
    ("cdot", Sign::Star),
    ("ast", Sign::Star),
    ("div", Sign::Slash),
    ("approx", Sign::Prints),
    ("simeq", Sign::Prints),
    ("sim", Sign::Tilde),
    ("le", Sign::AtMost),
    ("leq", Sign::AtMost),
    ("ge", Sign::AtLeast),
    ("geq", Sign::AtLeast),
    ("lt", Sign::Less),
    ("gt", Sign::More),
    ("to", Sign::Arrow),
    ("%", Sign::Percent),
];

/// Commands whose argument is text in a font.
const FONTS: [&str; 14] = [
    "text",
    "textrm",
    "textbf",
    "textit",
    "texttt",
    "mathrm",
    "mathbf",
    "mathit",
    "mathsf",
    "operatorname",
    "mathtt",
    "mbox",
    "unit",
    "textsf",
];

/// Commands whose argument is for the typesetter, or a name.
const LAYOUT: [&str; 16] = [
    "begin",
    "end",
    "label",
    "ref",
    "eqref",
    "tag",
    "hspace",
    "vspace",
    "color",
    "textcolor",
    "phantom",
    "hphantom",
    "vphantom",
    "cite",
    "href",
    "quad",
];

/// Splits LaTeX into tokens; what has no meaning for a number is left out.
///
/// A fraction becomes a quotient of two groups. A subscript keeps its `_`, so that a reader sees
/// that its number is an index.
///
/// ```
/// use mlsysim_prose::latex::latex;
/// let lexed = latex(r"\frac{1{,}024~\text{GB}}{2 \times 10^{3}\,\mathrm{s}}");
/// let texts: Vec<&str> = lexed.tokens.iter().map(|token| token.text.as_str()).collect();
/// let expected = "( 1_024 GB ) / ( 2 * 10 ^ ( 3 ) s )";
/// assert_eq!(texts.join(" "), expected);
/// ```
pub fn latex(text: &str) -> Lexed {
    let mut reader = Reader {
        text,
        at: 0,
        lexed: Lexed::default(),
        open: Vec::new(),
        touches: false,
    };
    while let Some(first) = reader.rest().chars().next() {
        reader.step(first);
    }
    while let Some(open) = reader.open.pop() {
        reader.close(open.after, reader.at..reader.at);
    }
    reader.lexed
}

/// A group that is open.
#[derive(Clone, Copy)]
struct Open {
    /// Its token; none where the braces only hold a text or layout together.
    token: Option<usize>,
    after: After,
    /// Where what stands in it begins.
    start: usize,
}

/// What follows behind a group.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Nothing,
    /// The denominator of a fraction.
    Denominator,
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    lexed: Lexed,
    open: Vec<Open>,
    touches: bool,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn push(&mut self, kind: Kind, text: String, range: Range<usize>) -> usize {
        let number = self.lexed.tokens.len();
        self.lexed.tokens.push(Token {
            kind,
            text,
            touches: self.touches && number > 0,
            partner: u32::try_from(number).unwrap_or(u32::MAX),
        });
        self.at = self.at.max(range.end);
        self.lexed.ranges.push(range);
        self.touches = true;
        number
    }

    fn sign(&mut self, sign: Sign, length: usize) {
        let known = Sign::ALL.iter().find(|(known, _)| *known == sign);
        let range = self.at..self.at + length;
        let text = match known {
            Some((_, text)) => text.to_string(),
            None => self.text[range.clone()].to_string(),
        };
        self.push(Kind::Sign(sign), text, range);
    }

    fn space(&mut self, length: usize) {
        self.at += length;
        self.touches = false;
    }

    fn step(&mut self, first: char) {
        match first {
            '\\' => self.command(),
            '0'..='9' => self.number(),
            '{' => self.open(After::Nothing),
            '}' => {
                let range = self.at..self.at + 1;
                self.at += 1;
                match self.open.pop() {
                    Some(open) => self.close_group(open, range),
                    None => self.touches = false,
                }
            }
            '~' | '&' => self.space(1),
            // A comment goes to the end of its line.
            '%' => self.space(self.rest().find('\n').unwrap_or(self.rest().len())),
            first if first.is_whitespace() => self.space(first.len_utf8()),
            first if first.is_alphabetic() => {
                let is_end = |c: char| !c.is_alphanumeric();
                let length = self.rest().find(is_end).unwrap_or(self.rest().len());
                let range = self.at..self.at + length;
                self.push(Kind::Name, self.text[range.clone()].to_string(), range);
            }
            first => {
                let (sign, length) = match first {
                    '×' | '·' | '⋅' => (Sign::Star, first.len_utf8()),
                    '−' => (Sign::Minus, first.len_utf8()),
                    '≈' => (Sign::Prints, first.len_utf8()),
                    '≤' => (Sign::AtMost, first.len_utf8()),
                    '≥' => (Sign::AtLeast, first.len_utf8()),
                    first => one(first),
                };
                self.sign(sign, length);
            }
        }
    }

    fn open(&mut self, after: After) {
        let range = self.at..self.at + 1;
        let token = self.push(Kind::Open(Delimiter::Parenthesis), "(".into(), range);
        let (token, start) = (Some(token), self.at);
        self.open.push(Open {
            token,
            after,
            start,
        });
    }

    fn close_group(&mut self, open: Open, range: Range<usize>) {
        if let Some(opened) = open.token {
            let closed = self.push(
                Kind::Close(Delimiter::Parenthesis),
                ")".into(),
                range.clone(),
            );
            self.lexed.tokens[opened].partner = u32::try_from(closed).unwrap_or(u32::MAX);
            self.lexed.tokens[closed].partner = u32::try_from(opened).unwrap_or(u32::MAX);
        } else {
            self.lexed.upright.push(open.start..range.start);
        }
        self.close(open.after, range);
    }

    /// The line of a fraction, and what stands below it.
    fn close(&mut self, after: After, range: Range<usize>) {
        match after {
            After::Nothing => {}
            After::Denominator => {
                self.push(Kind::Sign(Sign::Slash), "/".into(), range.end..range.end);
                if self.rest().trim_start().starts_with('{') {
                    self.at += self.rest().len() - self.rest().trim_start().len();
                    self.open(After::Nothing);
                }
            }
        }
    }

    fn command(&mut self) {
        let behind = &self.rest()[1..];
        let is_end = |c: char| !c.is_ascii_alphabetic();
        let length = behind.find(is_end).unwrap_or(behind.len());
        let name = match length {
            0 => behind
                .chars()
                .next()
                .map_or("", |c| &behind[..c.len_utf8()]),
            _ => &behind[..length],
        };
        let length = 1 + name.len();
        if let Some((_, sign)) = SIGNS.iter().find(|(known, _)| *known == name) {
            return self.sign(*sign, length);
        }
        let argument = self.rest()[length..].trim_start();
        let gap = self.rest().len() - length - argument.len();
        match name {
            "frac" | "dfrac" | "tfrac" if argument.starts_with('{') => {
                self.at += length + gap;
                self.open(After::Denominator);
            }
            "$" => self.sign(Sign::Dollar, length),
            "mu" | "Omega" => {
                let letter = if name == "mu" { "µ" } else { "Ω" };
                self.unit_letter(letter, length);
            }
            name if FONTS.contains(&name) && argument.starts_with('{') => {
                self.at += length + gap;
                self.font();
            }
            name if LAYOUT.contains(&name) && argument.starts_with('{') => {
                let end = argument.find('}').map_or(argument.len(), |end| end + 1);
                self.space(length + gap + end);
            }
            // `\left(`, `\,`, `\quad`, `\alpha`: signs and spaces; a symbol is a name.
            name if name.chars().all(char::is_alphabetic) && !is_layout(name) => {
                let range = self.at..self.at + length;
                self.push(Kind::Name, name.to_string(), range);
            }
            _ => self.space(length),
        }
    }

    /// `\mu s` and `\mu\text{s}` are one unit.
    fn unit_letter(&mut self, letter: &str, length: usize) {
        let behind = &self.rest()[length..];
        let unit = behind.trim_start_matches([' ', '{', '}']);
        let (gap, unit, close) = match FONTS.iter().find_map(|font| {
            let inner = unit
                .strip_prefix('\\')?
                .strip_prefix(font)?
                .strip_prefix('{')?;
            Some((behind.len() - inner.len(), inner.split('}').next()?, 1))
        }) {
            Some(found) => found,
            None => {
                let end = unit.find(|c: char| !c.is_ascii_alphabetic());
                (
                    behind.len() - unit.len(),
                    &unit[..end.unwrap_or(unit.len())],
                    0,
                )
            }
        };
        let name = alloc::format!("{letter}{unit}");
        match unit.len() <= 2 && mlsysim_language::units::find(&name).is_some() {
            true => {
                let end = self.at + length + gap + unit.len() + close;
                self.push(Kind::Name, name, self.at..end);
            }
            false => {
                self.push(Kind::Name, letter.to_string(), self.at..self.at + length);
            }
        }
    }

    /// The text of `\text{GB/s}`: its words and signs, in no group of their own.
    fn font(&mut self) {
        self.at += 1;
        self.open.push(Open {
            token: None,
            after: After::Nothing,
            start: self.at,
        });
    }

    /// Digits with their separators: `1{,}024`, `1\,024`, `3.14`.
    fn number(&mut self) {
        let rest = self.rest();
        let digits =
            |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let mut end = digits(rest);
        let mut text = rest[..end].to_string();
        if end <= 3 {
            while let Some(behind) = ["{,}", "\\,", "{\\,}", ",", "\\ ", "~", "\\;"]
                .iter()
                .find_map(|gap| rest[end..].strip_prefix(gap))
                .filter(|behind| digits(behind) == 3)
            {
                end = rest.len() - behind.len() + 3;
                text.push('_');
                text.push_str(&behind[..3]);
            }
        }
        if let Some(fraction) = rest[end..].strip_prefix('.') {
            let count = digits(fraction);
            if count > 0 {
                text.push('.');
                text.push_str(&fraction[..count]);
                end += 1 + count;
            }
        }
        self.push(Kind::Number, text, self.at..self.at + end);
    }
}

/// Commands that only move or size what stands around them.
fn is_layout(name: &str) -> bool {
    [
        "left",
        "right",
        "big",
        "Big",
        "bigg",
        "Bigg",
        "quad",
        "qquad",
        "displaystyle",
        "limits",
        "nonumber",
        "notag",
        "cdots",
        "ldots",
        "dots",
        "hline",
        "textstyle",
        "underbrace",
        "overbrace",
        "bigl",
        "bigr",
        "Bigl",
        "Bigr",
    ]
    .contains(&name)
}

/// A sign that is read alone: `==` of two cells is no equality of the language.
fn one(first: char) -> (Sign, usize) {
    let text = first.to_string();
    Sign::start_of(&text).unwrap_or((Sign::Other(first), first.len_utf8()))
}

#[cfg(test)]
mod tests;

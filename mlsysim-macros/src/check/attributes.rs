//! The attributes of a statement: its sentence, what is published, and what its author accepts.

use mlsysim_language::audit::Kind;
use mlsysim_language::number::Name;
use mlsysim_language::parse::Parser;
use mlsysim_language::token::{Extent, Result, Sign};

use mlsysim_language::expression::PublishedFigure;

/// Findings of an audit that the author accepts, each with the reason.
pub(super) type Accepted = Vec<(Kind, String)>;

/// What a printed edition says.
pub(super) struct Published {
    pub(super) figure: PublishedFigure,
    pub(super) note: Option<Name>,
    pub(super) extent: Extent,
}

/// What stands above a `let` or a claim.
#[derive(Default)]
pub(super) struct Attributes {
    /// The first that a `let` does not take.
    pub(super) first: Option<Extent>,
    pub(super) sentence: Vec<Name>,
    pub(super) loose: Option<Name>,
    pub(super) published: Vec<Published>,
    pub(super) accepted: Accepted,
}

pub(super) const OF_A_LET: &str = "a `let` takes `#[accept(finding = \"why\")]` and nothing else; a sentence stands above a claim";
const ACCEPT: &str =
    "say which finding of `audit` is accepted, and why: `#[accept(coarse = \"why\")]`";
const LOOSE: &str = "say why the claim may be loose: `#[loose = \"why\"]`";
const PUBLISHED: &str =
    "say what the printed edition says: `#[published(45 h)]`, then a note if there is one";
const ONE_FIGURE: &str = "one `#[published]` holds one figure, then a note in quotes: write a second one for another figure";
const KNOWN: &str = "a claim takes a `///` sentence, `#[published(figure)]`, `#[loose = \"why\"]` and `#[accept(finding = \"why\")]`";

impl Attributes {
    /// `#[…]`
    pub(super) fn read(&mut self, parser: &mut Parser) -> Result<()> {
        let start = parser.here();
        parser.skip();
        if parser.is_at_end() {
            return Err(start.error(KNOWN));
        }
        let whole = start.to(parser.here());
        if !parser.is_group() {
            return Err(parser.error(KNOWN));
        }
        parser.inside(|inner| {
            let name = inner.here();
            if inner.take_word("accept").is_some() {
                if !inner.is_group() {
                    return Err(name.error(ACCEPT));
                }
                let accepted = inner.inside(accepted)?;
                if self.accepted.iter().any(|(kind, _)| *kind == accepted.0) {
                    let twice = "this finding is accepted twice: one reason is enough";
                    return Err(name.error(twice));
                }
                self.accepted.push(accepted);
                return match inner.is_at_end() {
                    true => Ok(()),
                    false => Err(inner.error(ACCEPT)),
                };
            }
            self.first.get_or_insert(whole);
            if inner.take_word("doc").is_some() {
                self.sentence
                    .push(text_after(inner, "a claim's sentence is plain text")?);
            } else if inner.take_word("loose").is_some() {
                let why = text_after(inner, LOOSE)?;
                if why.text.trim().is_empty() {
                    return Err(why.extent.error(LOOSE));
                }
                if self.loose.replace(why).is_some() {
                    return Err(name.error("the claim says `#[loose]` twice: one reason is enough"));
                }
            } else if inner.take_word("published").is_some() {
                if !inner.is_group() {
                    return Err(name.error(PUBLISHED));
                }
                let published = inner.inside(published)?;
                let text = inner.text(published.extent);
                let mut before = self.published.iter();
                if before.any(|other| inner.text(other.extent) == text) {
                    return Err(published
                        .extent
                        .error("this published figure stands here twice"));
                }
                self.published.push(published);
            } else {
                return Err(name.error(KNOWN));
            }
            match inner.is_at_end() {
                true => Ok(()),
                false => Err(inner.error(KNOWN)),
            }
        })
    }
}

/// `finding = "why"`
fn accepted(parser: &mut Parser) -> Result<(Kind, String)> {
    if parser.is_at_end() {
        return Err(parser.error(ACCEPT));
    }
    let word = parser.name(ACCEPT)?;
    let Some(kind) = Kind::from_word(&word.text) else {
        return Err(word.extent.error(format!(
            "`{}` is no finding of `audit`; its findings are {}",
            word.text,
            Kind::list(&Kind::ALL)
        )));
    };
    let why = text_after(parser, ACCEPT)?;
    if why.text.trim().is_empty() {
        return Err(why.extent.error(ACCEPT));
    }
    match parser.is_at_end() {
        true => Ok((kind, why.text)),
        false => Err(parser.error("one `#[accept]` holds one finding: write another one below")),
    }
}

/// `= "text"`
fn text_after(parser: &mut Parser, message: &str) -> Result<Name> {
    let name = parser.before();
    if parser.take_sign(Sign::Assign).is_none() {
        return Err(name.error(message));
    }
    let text = parser.take_quoted().ok_or_else(|| parser.error(message))?;
    plain(text)
}

/// A text that a page can print as it is: no line break, tab or sign that turns the line around.
fn plain(text: Name) -> Result<Name> {
    let is_hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    match text.text.contains(is_hidden) {
        true => Err(text
            .extent
            .error("the text has a control character in it: write one line of plain text")),
        false => Ok(text),
    }
}

fn published(parser: &mut Parser) -> Result<Published> {
    if parser.is_at_end()
        || parser
            .peek()
            .is_some_and(|token| token.kind == mlsysim_language::token::Kind::Quoted)
    {
        return Err(parser.error(PUBLISHED));
    }
    let start = parser.here();
    let figure = parser.published()?;
    let extent = start.to(parser.before());
    let mut note = None;
    if parser.take_sign(Sign::Comma).is_some() && !parser.is_at_end() {
        let text = parser
            .take_quoted()
            .ok_or_else(|| parser.error(ONE_FIGURE))?;
        note = Some(plain(text)?);
        parser.take_sign(Sign::Comma);
        if !parser.is_at_end() {
            return Err(parser.error(ONE_FIGURE));
        }
    }
    if !parser.is_at_end() {
        return Err(parser.unfinished());
    }
    Ok(Published {
        figure,
        note,
        extent,
    })
}

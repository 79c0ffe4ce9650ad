//! The syntax of `check!`, nothing else.

use mlsysim_language::expression::{Expression, PublishedFigure, Relation};
use mlsysim_language::number::Name;
use mlsysim_language::parse::Parser;
use mlsysim_language::token::{Error, Extent, Result, Sign};

#[allow(clippy::large_enum_variant)] // A claim is much larger still, and lies in a box.
pub(super) enum Statement {
    Let { name: Name, value: Expression },
    Claim(Box<Claim>),
}

impl Statement {
    pub(super) fn name(&self) -> &Name {
        match self {
            Statement::Let { name, .. } => name,
            Statement::Claim(claim) => &claim.name,
        }
    }
}

pub(super) struct Claim {
    pub(super) name: Name,
    /// The lines of the sentence, each with its place.
    pub(super) sentence: Vec<Name>,
    pub(super) loose: Option<Name>,
    pub(super) published: Vec<Published>,
    pub(super) relation: Relation,
}

/// What a printed edition says.
pub(super) struct Published {
    pub(super) figure: PublishedFigure,
    pub(super) note: Option<Name>,
    pub(super) extent: Extent,
}

/// The statements of a block, or every mistake in it.
pub(super) fn block(parser: &mut Parser) -> std::result::Result<Vec<Statement>, Vec<Error>> {
    let (mut statements, mut errors) = (Vec::new(), Vec::new());
    while !parser.is_at_end() {
        match statement(parser) {
            Ok(statement) => statements.push(statement),
            Err(error) => {
                errors.push(error);
                skip_statement(parser);
            }
        }
    }
    if errors.is_empty() {
        Ok(statements)
    } else {
        Err(errors)
    }
}

/// Goes on after the next `;`, so that one build reports the mistakes of the whole block.
fn skip_statement(parser: &mut Parser) {
    while !parser.is_at_end() {
        let is_end = parser.is_sign(Sign::Semicolon);
        parser.skip();
        if is_end {
            break;
        }
    }
}

fn statement(parser: &mut Parser) -> Result<Statement> {
    let mut attributes = Attributes::default();
    while parser.is_sign(Sign::Hash) {
        attributes.read(parser)?;
    }
    if parser.take_word("let").is_some() {
        if let Some(extent) = attributes.first {
            return Err(extent.error("a `let` takes no sentence and no attribute; a claim does"));
        }
        let (name, value) = parser.binding()?;
        return Ok(Statement::Let { name, value });
    }
    let name = parser.name("expected a claim, `id: expression ~= figure;`, or a `let`")?;
    if parser.take_sign(Sign::Colon).is_none() {
        return Err(parser.error(format!(
            "a claim is written `{}: expression ~= figure;`",
            name.text
        )));
    }
    let relation = parser.relation()?;
    if parser.relation_next() {
        return Err(parser.error(
            "a claim has one relation, or several in a chain of `<` and `<=`: `low < value < high`",
        ));
    }
    parser.semicolon("a claim ends with `;`")?;
    Ok(Statement::Claim(Box::new(Claim {
        name,
        sentence: attributes.sentence,
        loose: attributes.loose,
        published: attributes.published,
        relation,
    })))
}

#[derive(Default)]
struct Attributes {
    first: Option<Extent>,
    sentence: Vec<Name>,
    loose: Option<Name>,
    published: Vec<Published>,
}

const LOOSE: &str = "say why the claim may be loose: `#[loose = \"why\"]`";
const PUBLISHED: &str =
    "say what the printed edition says: `#[published(45 h)]`, then a note if there is one";
const ONE_FIGURE: &str = "one `#[published]` holds one figure, then a note in quotes: write a second one for another figure";
const KNOWN: &str =
    "a claim takes a `///` sentence, `#[published(figure)]` and `#[loose = \"why\"]`";

impl Attributes {
    /// `#[…]`
    fn read(&mut self, parser: &mut Parser) -> Result<()> {
        let start = parser.here();
        parser.skip();
        if parser.is_at_end() {
            return Err(start.error(KNOWN));
        }
        let whole = start.to(parser.here());
        self.first.get_or_insert(whole);
        if !parser.is_group() {
            return Err(parser.error(KNOWN));
        }
        parser.inside(|inner| {
            let name = inner.here();
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

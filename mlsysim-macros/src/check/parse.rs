//! The syntax of `check!`, nothing else.

use mlsysim_language::expression::{Expression, Relation};
use mlsysim_language::number::Name;
use mlsysim_language::parse::Parser;
use mlsysim_language::token::{Error, Result, Sign};

use super::attributes::{Accepted, Attributes, OF_A_LET, Published};

#[allow(clippy::large_enum_variant)] // A claim is much larger still, and lies in a box.
pub(super) enum Statement {
    Let {
        name: Name,
        value: Expression,
        accepted: Accepted,
    },
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
    pub(super) accepted: Accepted,
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
            return Err(extent.error(OF_A_LET));
        }
        let (name, value) = parser.binding()?;
        let accepted = attributes.accepted;
        return Ok(Statement::Let {
            name,
            value,
            accepted,
        });
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
        accepted: attributes.accepted,
    })))
}

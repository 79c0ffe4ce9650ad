//! The syntax of `units!`, nothing else.

use mlsysim_language::number::Name;
use mlsysim_language::parse::Parser;
use mlsysim_language::token::{Delimiter, Error, Extent, Kind, Result, Sign};

/// `/// …` `visits (visit) = size;`
pub(super) struct Definition {
    pub(super) documentation: Vec<String>,
    pub(super) name: Name,
    pub(super) singular: Option<Name>,
    pub(super) size: Option<Extent>,
}

impl Definition {
    /// Whether this is one of its names.
    pub(super) fn is_called(&self, text: &str) -> bool {
        let names = [Some(&self.name), self.singular.as_ref()];
        names.into_iter().flatten().any(|name| name.text == text)
    }
}

const FORM: &str = "a noun is defined with its singular, `visits (visit);`, and a unit with its size too, `bed_days (bed_day) = 24 h;`";

/// All definitions, and every mistake.
pub(super) fn definitions(parser: &mut Parser) -> (Vec<Definition>, Vec<Error>) {
    let (mut definitions, mut errors) = (Vec::new(), Vec::new());
    while !parser.is_at_end() {
        match definition(parser) {
            Ok(definition) => definitions.push(definition),
            Err(error) => {
                errors.push(error);
                to_semicolon(parser);
                parser.skip();
            }
        }
    }
    (definitions, errors)
}

fn definition(parser: &mut Parser) -> Result<Definition> {
    let mut documentation = Vec::new();
    while parser.take_sign(Sign::Hash).is_some() {
        if !parser.is_group() {
            return Err(parser.error(FORM));
        }
        documentation.push(parser.inside(line)?);
    }
    let name = parser.name(FORM)?;
    let is_parenthesis = parser
        .peek()
        .is_some_and(|token| token.kind == Kind::Open(Delimiter::Parenthesis));
    let singular = match is_parenthesis {
        true => Some(parser.inside(|inner| {
            let name = inner.name(FORM)?;
            match inner.is_at_end() {
                true => Ok(name),
                false => Err(inner.error(FORM)),
            }
        })?),
        false => None,
    };
    let size = match parser.take_sign(Sign::Assign) {
        Some(assign) => {
            let start = parser.here();
            to_semicolon(parser);
            let end = parser.before();
            if end.first < start.first {
                return Err(assign.error("the size is missing: `bed_days (bed_day) = 24 h;`"));
            }
            Some(start.to(end))
        }
        None => None,
    };
    if parser.take_sign(Sign::Semicolon).is_none() {
        let message = match singular.is_some() || size.is_some() {
            true => "a definition ends with `;`",
            false => FORM,
        };
        return Err(match parser.is_at_end() {
            true => parser.before().error(message),
            false => parser.error(message),
        });
    }
    Ok(Definition {
        documentation,
        name,
        singular,
        size,
    })
}

/// `doc = "line"`
fn line(parser: &mut Parser) -> Result<String> {
    let here = parser.here();
    let is_doc = parser.take_word("doc").is_some() && parser.take_sign(Sign::Assign).is_some();
    match parser
        .take_quoted()
        .filter(|_| is_doc && parser.is_at_end())
    {
        Some(line) => Ok(line.text.trim().to_owned()),
        None => Err(here.error("a unit takes a `///` line and no other attribute")),
    }
}

fn to_semicolon(parser: &mut Parser) {
    while !parser.is_at_end() && !parser.is_sign(Sign::Semicolon) {
        parser.skip();
    }
}

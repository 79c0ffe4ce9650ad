//! Reading a quantity of the language at run time.

use std::format;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::expression::Place;
use mlsysim_language::lex::lex;
use mlsysim_language::parse::Parser;
use mlsysim_language::steps::{Argument, Called, Scope, Step, lower};
use mlsysim_language::token::Error;
use mlsysim_language::units::own::OwnUnits;

use super::super::evaluate::{self, Names, Wrong};
use crate::units::dynamic::Dynamic;

/// The value of an expression; `place` gives those of constants. What is wrong comes in words.
pub(in super::super) fn value(
    text: &str,
    own: &OwnUnits,
    place: &dyn Fn(&str) -> Option<Dynamic>,
) -> Result<Dynamic, String> {
    if text.trim().is_empty() {
        return Err("a value is missing, such as `5 h`".into());
    }
    let lexed = lex(text).map_err(|error| {
        let under = text.get(error.range).unwrap_or_default();
        format!("`{under}`: {}", error.message)
    })?;
    let words = |error: Error| {
        let range = |token: u32| lexed.ranges.get(token as usize);
        let ends = range(error.extent.first).zip(range(error.extent.last));
        let under = ends.and_then(|(first, last)| text.get(first.start..last.end));
        format!("`{}`: {}", under.unwrap_or(text), error.message)
    };
    let mut parser = Parser::with(&lexed.tokens, own);
    let expression = parser.expression().map_err(words)?;
    parser.finish().map_err(words)?;
    let rows = lower(&expression, &Scope::default()).map_err(words)?;
    match &*rows.rows {
        [row] => run(&row.steps, place),
        _ => Err(format!(
            "`{text}` is a list or a range: one value is needed"
        )),
    }
}

/// The value of a program; `place` gives those of names.
pub(in super::super) fn run(
    steps: &[Step],
    place: &dyn Fn(&str) -> Option<Dynamic>,
) -> Result<Dynamic, String> {
    let values = evaluate::run(steps, &Places(place)).map_err(|error| error.message)?;
    values
        .last()
        .copied()
        .ok_or_else(|| "a value is missing".into())
}

/// Constants by their names, and nothing that is computed.
struct Places<'a>(&'a dyn Fn(&str) -> Option<Dynamic>);

impl Places<'_> {
    fn known(&self, name: &str) -> Result<Dynamic, String> {
        (self.0)(name).ok_or_else(|| format!("`{name}` has no value here"))
    }
}

impl Names for Places<'_> {
    fn value(&self, place: &Place) -> Result<Dynamic, String> {
        self.known(&place.indexed())
    }

    fn call(&self, call: &Called, operands: &[Dynamic]) -> Result<Dynamic, Wrong> {
        if !operands.is_empty() {
            return Err(format!("`{}()` cannot be called here", call.callee.text).into());
        }
        let arguments = call.arguments.iter().map(|argument| match argument {
            Argument::Rust(_, text) => text.as_str(),
            Argument::Value(_) => "",
        });
        let arguments: Vec<&str> = arguments.collect();
        let written = format!("{}({})", call.callee.text, arguments.join(", "));
        Ok(self.known(&written)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::dynamic::of;
    use mlsysim_language::units::own::{NONE, OwnUnit};

    fn read(text: &str) -> Result<Dynamic, String> {
        value(text, &NONE, &|name| {
            (name == "GPU.mttf").then_some(of(crate::unit::h))
        })
    }

    #[test]
    fn a_value_is_read_as_in_a_claim() {
        for (text, expected) in [
            ("1.5 h", 5400.0),
            ("2 * GPU.mttf", 7200.0),
            ("max(1 h, 30 min) + sum([1, 2] s)", 3603.0),
            ("sqrt(4) * 1 s", 2.0),
        ] {
            assert_eq!(read(text).map(|it| it.value), Ok(expected), "{text}");
        }
        let mut own = OwnUnits::default();
        own.push(OwnUnit::noun("visits", "visit"));
        assert_eq!(
            value("3 visits", &own, &|_| None).map(|it| it.value),
            Ok(3.0)
        );
    }

    #[test]
    fn what_is_wrong_is_said_in_words() {
        for (text, words) in [
            ("", "a value is missing"),
            (" ", "a value is missing"),
            ("5 parsecz", "unknown unit `parsecz`"),
            ("5 h +", "expected a number"),
            ("(5 h", "not closed"),
            ("5 h + 3 GB", "unlike dimensions"),
            ("1 / 0", "zero"),
            ("NIC.mttf", "`NIC.mttf` has no value here"),
            ("f(3)", "`f()` cannot be called here"),
            ("{ 3.0 }", "plain Rust"),
            ("[1, 2] h", "one value is needed"),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.contains(words), "{text}: {error}");
        }
    }
}

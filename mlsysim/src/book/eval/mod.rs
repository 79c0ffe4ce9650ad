//! The language at the terminal: an expression with its derivation, or whether something holds.
//!
//! `read` takes a text apart, `known` says what its names mean, and `draft` makes of it what the
//! macro would have left of a napkin: so that derivation and report are those of any claim.

mod claim;
mod draft;
mod known;
mod mistake;
mod read;

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use mlsysim_language::kind::sure_noun;
use mlsysim_language::number::{Number, UnitText};
use mlsysim_language::operation::{Builtin, nearly_equal};
use mlsysim_language::parse::is_keyword;
use mlsysim_language::record::Shape;
use mlsysim_language::steps::{Rows, Scope, What, lower};
use mlsysim_language::token::{Error, Result as Read};
use mlsysim_language::units;

use self::claim::{Claim, counts, unlike};
use self::draft::{Draft, Evaluated};
pub(super) use self::known::Known;
pub(super) use self::mistake::Mistake;
use self::read::{Asked, InUnit, read};
use super::caught::caught;
use crate::claims::verify::holds;
use crate::units::dynamic::{Dynamic, ONE};
use crate::viz::derivation::Derivation;
use crate::viz::digits::{parse, significant};
use crate::viz::number::{best_unit, plural, with_unit};

/// Digits of a result: two more than of the operands in its derivation.
const DIGITS: u8 = 6;

/// The answer to an expression or a comparison.
pub(super) struct Answer {
    /// The values: one, or those of a list or a range.
    pub(super) rows: Vec<Outcome>,
    /// Of a comparison whether it holds; if not, why.
    pub(super) verdict: Option<Result<(), String>>,
    /// The constants that it names, as they are written.
    pub(super) constants: Vec<String>,
}

/// A value with how it comes about.
pub(super) struct Outcome {
    /// In the unit asked for, else in the one that reads best, with what it counts.
    pub(super) text: String,
    /// Whether the text says all of it.
    pub(super) is_exact: bool,
    pub(super) value: Dynamic,
    /// Its expression in names, in equations, in numbers: what of it differs from the result.
    pub(super) derivation: Vec<String>,
}

/// Evaluates an expression, or decides a comparison.
pub(super) fn evaluate(text: &str, known: &Known) -> Result<Answer, Mistake> {
    let (lexed, asked) = read(text, &known.own)?;
    let wrong = |error: Error| Mistake::of(error, &lexed.ranges, text);
    let scope = Scope::open();
    match asked {
        Asked::Value(expression, unit) => {
            let rows = lower(&expression, &scope).map_err(wrong)?;
            let shape = rows.shape;
            let rows = all_evaluated(rows, known).map_err(wrong)?;
            if let Some(unit) = &unit {
                rows.iter().try_for_each(|row| fits(row, unit))?;
            }
            Ok(Answer {
                constants: constants(&rows),
                rows: outcomes(&rows, shape, unit.as_ref().map(|unit| &unit.one), known),
                verdict: None,
            })
        }
        Asked::Claim(relation) => {
            let rows = claim::rows(&relation, &scope).map_err(wrong)?;
            let shape = rows.shape;
            let rows = all_evaluated(rows, known).map_err(wrong)?;
            let mut draft = Draft::new(known);
            rows.iter().for_each(|row| draft.add(row));
            let mut claim = Claim {
                draft: &mut draft,
                known,
                scope: &scope,
                shape,
                rows: &rows,
                rules: Vec::new(),
            };
            claim.add(&relation).map_err(wrong)?;
            let rules = claim.rules;
            let (napkin, _) = draft.finish(shape, String::new(), rules);
            let verdict = caught(|| holds(napkin, 0)).map_err(|report| {
                // The compiler says of which claim.
                let (_, report) = report.split_once("` ").unwrap_or(("", &report));
                report.to_string()
            });
            Ok(Answer {
                constants: constants(&rows),
                rows: outcomes(&rows, shape, None, known),
                verdict: Some(verdict),
            })
        }
    }
}

/// The same of a line: `let name = expression` names a value for the lines below.
pub(super) fn evaluate_line(text: &str, known: &mut Known) -> Result<Answer, Mistake> {
    let Some((name, start)) = binding(text) else {
        return evaluate(text, known);
    };
    let answer = evaluate(&text[start..], known).map_err(|mistake| Mistake {
        range: mistake.range.start + start..mistake.range.end + start,
        ..mistake
    })?;
    match (&*answer.rows, &answer.verdict) {
        ([only], None) => {
            known.bind(name, only.value);
            Ok(answer)
        }
        _ => Err(Mistake {
            message: "a `let` of a line names one value".to_string(),
            range: start..text.len(),
        }),
    }
}

/// What a `let` names, and where its expression begins.
fn binding(text: &str) -> Option<(&str, usize)> {
    let (name, _) = text.strip_prefix("let ")?.split_once('=')?;
    let start = text.find('=')? + 1;
    let name = name.trim();
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let is_one = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(is_name);
    let is_free = !is_keyword(name) && Builtin::from_name(name).is_none();
    (is_one && is_free && !text[start..].starts_with('=')).then_some((name, start))
}

fn all_evaluated(rows: Rows, known: &Known) -> Read<Vec<Evaluated>> {
    let rows = rows.rows.into_iter();
    rows.map(|row| Evaluated::of(row, known)).collect()
}

/// A unit on request must be one of the value.
fn fits(row: &Evaluated, unit: &InUnit) -> Result<(), Mistake> {
    let at_unit = |message: String| Mistake {
        message,
        range: unit.range.clone(),
    };
    let one = Dynamic {
        value: 1.0,
        dimension: unit.one.unit.dimension,
    };
    if row.value().dimension != one.dimension {
        return Err(at_unit(unlike(
            "the unit is one of another dimension",
            ("value:", row.value()),
            ("unit: ", one),
        )));
    }
    let UnitText { nouns, text, .. } = &unit.one.unit;
    counts(row, nouns, text).map_err(at_unit)
}

/// Each value with its derivation.
fn outcomes(
    rows: &[Evaluated],
    shape: Shape,
    unit: Option<&Number>,
    known: &Known,
) -> Vec<Outcome> {
    let mut draft = Draft::new(known);
    rows.iter().for_each(|row| draft.add(row));
    let kinds: Vec<_> = rows.iter().map(|row| row.row.kind.clone()).collect();
    let noun = sure_noun(&kinds);
    let (_, statements) = draft.finish(shape, noun.clone(), Vec::new());
    let derivation = Derivation::new(&statements, 0);
    let steps = derivation.map_or(Vec::new(), |it| it.plain_steps());
    let rows = rows.iter().enumerate().map(|(index, row)| {
        let value = row.value();
        let (text, is_exact) = result(value, unit, &noun);
        let steps = steps.get(index).map_or(&[][..], |steps| &steps[..]);
        // The name stands first, and the result in few digits last.
        let inner = steps.get(1..steps.len().saturating_sub(1));
        let inner = inner.unwrap_or_default().iter();
        let inner = inner.filter(|step| step.trim_start_matches(['=', '≈', ' ']) != text);
        Outcome {
            derivation: inner.map(|step| step.trim().to_string()).collect(),
            text,
            is_exact,
            value,
        }
    });
    rows.collect()
}

/// A value as it is shown, and whether that says all of it.
fn result(value: Dynamic, unit: Option<&Number>, noun: &str) -> (String, bool) {
    let is_rate = value.dimension == RATE && !noun.is_empty();
    let (symbol, factor) = match unit {
        Some(one) => (one.unit.text.clone(), one.base_value()),
        None if is_rate => rate(value.value, noun),
        None => best_unit(value),
    };
    let number = significant(value.value / factor, DIGITS);
    let is_exact = parse(&number).is_some_and(|shown| nearly_equal(shown * factor, value.value));
    let symbol = match unit {
        Some(_) => symbol,
        None if symbol.is_empty() && value.dimension == ONE && number != "1" => noun.to_string(),
        None => plural(&number, symbol),
    };
    (with_unit(&number, &symbol), is_exact)
}

/// The dimension of a frequency.
const RATE: i64 = -units::pack(&[0, 0, 1, 0, 0, 0, 0, 0]);

/// So many of a noun in the shortest time that has at least one: `tokens/s`, and its size.
fn rate(value: f64, noun: &str) -> (String, f64) {
    let times = ["s", "h", "day", "year"].into_iter();
    let times = times.filter_map(|time| Some((time, units::find(time)?.unit.factor)));
    let mut times = times.filter(|(_, seconds)| value.abs() * seconds >= 1.0);
    let (time, seconds) = times.next().unwrap_or(("s", 1.0));
    (format!("{noun}/{time}"), 1.0 / seconds)
}

/// What the steps name outside of them, each once.
fn constants(rows: &[Evaluated]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for step in rows.iter().flat_map(|row| &row.row.steps) {
        let name = match &step.what {
            What::Outer(place) => place.indexed(),
            What::Call(call) if !call.is_formula() => known::written(call),
            What::Call(_)
            | What::Number(_)
            | What::Local { .. }
            | What::Rust(_)
            | What::Negate
            | What::Binary(_)
            | What::Builtin(..)
            | What::If(_) => continue,
        };
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

//! `claims.json`: all that the book says, and what it rests on.

use std::format;
use std::path::Path;
use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::{Value as Json, json};

use super::super::chapter::{Chapter, Claim, Working};
use super::super::constant_json::place_json;
use super::super::edition::{Book, shown};
use super::super::errata::figures;
use super::super::error::Error;
use super::super::plain::plain;
use super::super::text::{one_line, sentence};
use super::quantity::Quantity;
use super::uses::{Figures, Names};
use super::values::{id, interval, relation};
use crate::claims::formula::Formula;
use crate::claims::napkin::{ClaimRecord, Row, Rule, Shape, Statement};
use crate::claims::slack::slacks;
use crate::viz::derivation::{Derivation, Forms};
use crate::viz::equation;

/// The version of the form: it grows when a field is removed or means something else.
const VERSION: u32 = 1;

/// The whole file.
pub(super) fn text(
    book: &Book,
    chapters: &[Chapter],
    figures: &Figures,
    with_slack: bool,
) -> Result<String, Error> {
    let all = chapters.iter().map(|chapter| {
        let napkins = chapter
            .napkins
            .iter()
            .map(|it| napkin(chapter, it, with_slack));
        let napkins = napkins.collect::<Result<Vec<_>, Error>>()?;
        Ok(json!({
            "id": chapter.path.join("."),
            "title": chapter.title(),
            "napkins": napkins,
        }))
    });
    let constants: Vec<Json> = figures.all().iter().map(place_json).collect();
    let formulas: Vec<Json> = formulas(chapters).into_iter().map(formula_json).collect();
    let json = json!({
        "generator": format!("mlsysim {}", env!("CARGO_PKG_VERSION")),
        "version": VERSION,
        "book": { "name": book.package, "version": book.version },
        "chapters": all.collect::<Result<Vec<_>, Error>>()?,
        "constants": constants,
        "formulas": formulas,
    });
    Ok(format!("{json:#}\n"))
}

fn napkin(chapter: &Chapter, working: &Working, with_slack: bool) -> Result<Json, Error> {
    let statements = working.statements.iter().enumerate();
    let statements = statements.map(|(index, statement)| {
        let mut json = statement_json(chapter, working, index);
        if let Some(record) = &statement.claim {
            let claim = Claim {
                working,
                index,
                statement,
                record,
            };
            add_claim(&mut json, &claim, record, with_slack)?;
        }
        Ok(json)
    });
    let file = shown(Path::new(working.napkin.file));
    Ok(json!({
        "file": file.display().to_string(),
        "statements": statements.collect::<Result<Vec<_>, Error>>()?,
    }))
}

/// What a `let` and a claim have in common.
fn statement_json(chapter: &Chapter, working: &Working, index: usize) -> Json {
    let statement = &working.statements[index];
    let names = Names::of(statement);
    let others = names.statements.iter();
    let others = others.filter_map(|index| working.statements.get(*index));
    let others: Vec<String> = others.map(|it| id(chapter, it)).collect();
    let formulas: Vec<String> = names.formulas.iter().map(|it| it.path()).collect();
    let derivation = Derivation::new(&working.statements, index);
    let forms = derivation.as_ref().map_or(&[][..], Derivation::forms);
    let rows = statement.rows.iter().zip(forms);
    let rows = rows.map(|(row, forms)| row_json(statement, row, forms));
    json!({
        "id": id(chapter, statement),
        "kind": if statement.claim.is_some() { "claim" } else { "let" },
        "line": statement.line,
        "shape": match statement.shape {
            Shape::One => "one",
            Shape::List => "list",
            Shape::Range => "range",
        },
        "counts": statement.noun,
        "rows": rows.collect::<Vec<_>>(),
        "latex": derivation.map(|it| it.latex()),
        "uses": { "constants": names.constants, "statements": others, "formulas": formulas },
    })
}

fn row_json(statement: &Statement, row: &Row, forms: &Forms) -> Json {
    let is_name = matches!(row.rules.first(), Some(Rule::Is { .. }));
    let computed = match row.rules.is_empty() {
        true => Quantity::of_program(&row.program, statement.noun),
        false => Quantity::computed(row),
    };
    let value = row.program.value().value;
    let rules = row.rules.iter().map(|rule| rule_json(rule, row, value));
    json!({
        "expression": equation::as_written(&row.program),
        "symbolic": forms.symbolic,
        "substituted": forms.substituted,
        "computed": if is_name { Json::Null } else { computed.json() },
        "rules": rules.collect::<Vec<_>>(),
    })
}

fn rule_json(rule: &Rule, row: &Row, value: f64) -> Json {
    let (low, high) = interval(rule).unzip();
    let name = match rule {
        Rule::Is { stated, .. } => Some(*stated),
        Rule::Prints { .. } | Rule::Compares { .. } => None,
    };
    json!({
        "relation": relation(rule),
        "stated": Quantity::stated(rule, row).map(|it| it.json()),
        "name": name,
        "low": low,
        "high": high,
        "holds": rule.accepts(value),
    })
}

fn add_claim(
    json: &mut Json,
    claim: &Claim,
    record: &ClaimRecord,
    with_slack: bool,
) -> Result<(), Error> {
    let mut rows = claim.statement.rows.iter();
    let holds = rows.all(|row| {
        let value = row.program.value().value;
        row.rules.iter().all(|rule| rule.accepts(value))
    });
    json["sentence"] = plain(&sentence(claim)?).into();
    json["holds"] = holds.into();
    json["loose"] = record.loose.into();
    json["published"] = published(claim).into();
    json["slack"] = match holds && with_slack {
        true => slack(claim),
        false => Json::Null,
    };
    Ok(())
}

/// What printed editions say wrongly, figure by figure.
fn published(claim: &Claim) -> Vec<Json> {
    let all = claim.record.published.iter();
    let all = all.flat_map(|published| {
        let note = plain(&one_line(published.note));
        let figures = figures(claim, published).into_iter();
        figures.map(move |figure| {
            let (printed, right) = figure.values.unzip();
            json!({
                "printed": { "text": plain(&figure.printed), "base": printed },
                "right": { "text": plain(&figure.right), "base": right },
                "class": figure.class.word(),
                "note": note,
            })
        })
    });
    all.collect()
}

/// By which factor each input may fall and rise before the claim breaks.
fn slack(claim: &Claim) -> Json {
    let slacks = slacks(&claim.working.statements, claim.index);
    let known = slacks.known.into_iter();
    let known = known.map(|it| json!({ "input": it.name, "down": it.down, "up": it.up }));
    json!({ "inputs": known.collect::<Vec<_>>(), "not_followed": slacks.unknown })
}

/// The formulas that statements call, and those that these call.
fn formulas(chapters: &[Chapter]) -> Vec<&'static Formula> {
    let statements = chapters.iter().flat_map(Chapter::statements);
    let mut waiting: Vec<&Formula> = statements.flat_map(|it| Names::of(it).formulas).collect();
    let mut all: Vec<(String, &'static Formula)> = Vec::new();
    while let Some(formula) = waiting.pop() {
        let path = formula.path();
        if all.iter().all(|(known, _)| *known != path) {
            all.push((path, formula));
            waiting.extend(formula.formulas);
        }
    }
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all.into_iter().map(|(_, formula)| formula).collect()
}

fn formula_json(formula: &'static Formula) -> Json {
    let (symbol, symbols) = equation::symbols_latex(formula);
    let arguments = formula.arguments.iter().zip(symbols);
    let arguments = arguments.map(|(argument, symbol)| {
        json!({
            "name": argument.name,
            "symbol": symbol,
            "quantity": argument.quantity,
            "domain": argument.domain,
        })
    });
    json!({
        "path": formula.path(),
        "name": formula.name,
        "summary": formula.summary(),
        "source": formula.source(),
        "symbol": symbol,
        // Plain Rust has no equation.
        "latex": (!formula.program.is_empty()).then(|| equation::latex(formula)),
        "arguments": arguments.collect::<Vec<_>>(),
        "result": formula.result,
    })
}

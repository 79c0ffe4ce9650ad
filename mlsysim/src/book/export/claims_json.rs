//! `claims.json`: all that the book says, and what it rests on.

use std::format;
use std::path::Path;
use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::Value as Json;

use super::super::chapter::{Chapter, Claim, Working};
use super::super::constant_json::place_json;
use super::super::edition::{Book, shown};
use super::super::errata::figures;
use super::super::error::Error;
use super::super::object::{array, object};
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
        Ok(object([
            ("id", chapter.path.join(".").into()),
            ("title", chapter.title().into()),
            ("napkins", napkins.into()),
        ]))
    });
    let constants: Vec<Json> = figures.all().iter().map(place_json).collect();
    let formulas: Vec<Json> = formulas(chapters).into_iter().map(formula_json).collect();
    let all = all.collect::<Result<Vec<Json>, Error>>()?;
    let json = object([
        (
            "generator",
            format!("mlsysim {}", env!("CARGO_PKG_VERSION")).into(),
        ),
        ("version", VERSION.into()),
        (
            "book",
            object([
                ("name", book.package.into()),
                ("version", book.version.into()),
            ]),
        ),
        ("chapters", all.into()),
        ("constants", constants.into()),
        ("formulas", formulas.into()),
    ]);
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
    let statements = statements.collect::<Result<Vec<Json>, Error>>()?;
    let file = shown(Path::new(working.napkin.file));
    Ok(object([
        ("file", file.display().to_string().into()),
        ("statements", statements.into()),
    ]))
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
    let kind = match statement.claim {
        Some(_) => "claim",
        None => "let",
    };
    let shape = match statement.shape {
        Shape::One => "one",
        Shape::List => "list",
        Shape::Range => "range",
    };
    object([
        ("id", id(chapter, statement).into()),
        ("kind", kind.into()),
        ("line", statement.line.into()),
        ("shape", shape.into()),
        ("counts", statement.noun.into()),
        ("rows", array(rows)),
        ("latex", derivation.map(|it| it.latex()).into()),
        (
            "uses",
            object([
                ("constants", names.constants.into()),
                ("statements", others.into()),
                ("formulas", formulas.into()),
            ]),
        ),
    ])
}

fn row_json(statement: &Statement, row: &Row, forms: &Forms) -> Json {
    let is_name = matches!(row.rules.first(), Some(Rule::Is { .. }));
    let computed = match (row.rules.is_empty(), is_name) {
        (_, true) => None,
        (true, false) => Some(Quantity::of_program(&row.program, statement.noun).json()),
        (false, false) => Some(Quantity::computed(row).json()),
    };
    let value = row.program.value().value;
    let rules = row.rules.iter().map(|rule| rule_json(rule, row, value));
    object([
        ("expression", equation::as_written(&row.program).into()),
        ("symbolic", forms.symbolic.as_str().into()),
        ("substituted", forms.substituted.as_str().into()),
        ("computed", computed.into()),
        ("rules", array(rules)),
    ])
}

fn rule_json(rule: &Rule, row: &Row, value: f64) -> Json {
    let (low, high) = interval(rule).unzip();
    let name = match rule {
        Rule::Is { stated, .. } => Some(*stated),
        Rule::Prints { .. } | Rule::Compares { .. } => None,
    };
    object([
        ("relation", relation(rule).into()),
        (
            "stated",
            Quantity::stated(rule, row).map(|it| it.json()).into(),
        ),
        ("name", name.into()),
        ("low", low.into()),
        ("high", high.into()),
        ("holds", rule.accepts(value).into()),
    ])
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
            object([
                (
                    "printed",
                    object([
                        ("text", plain(&figure.printed).into()),
                        ("base", printed.into()),
                    ]),
                ),
                (
                    "right",
                    object([
                        ("text", plain(&figure.right).into()),
                        ("base", right.into()),
                    ]),
                ),
                ("class", figure.class.word().into()),
                ("note", note.as_str().into()),
            ])
        })
    });
    all.collect()
}

/// By which factor each input may fall and rise before the claim breaks.
fn slack(claim: &Claim) -> Json {
    let slacks = slacks(&claim.working.statements, claim.index);
    let known = slacks.known.into_iter();
    let known = known.map(|it| {
        object([
            ("input", it.name.into()),
            ("down", it.down.into()),
            ("up", it.up.into()),
        ])
    });
    object([
        ("inputs", array(known)),
        ("not_followed", slacks.unknown.into()),
    ])
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
        object([
            ("name", argument.name.into()),
            ("symbol", symbol.into()),
            ("quantity", argument.quantity.into()),
            ("domain", argument.domain.into()),
        ])
    });
    // Plain Rust has no equation.
    let latex = (!formula.program.is_empty()).then(|| equation::latex(formula));
    object([
        ("path", formula.path().into()),
        ("name", formula.name.into()),
        ("summary", formula.summary().into()),
        ("source", formula.source().into()),
        ("symbol", symbol.into()),
        // Plain Rust has no equation.
        ("latex", latex.into()),
        ("arguments", array(arguments)),
        ("result", formula.result.into()),
    ])
}

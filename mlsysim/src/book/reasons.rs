//! Why a claim says what it says: its figures, how far its inputs may move, what it rests on.

use std::collections::BTreeSet;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::chapter::{Claim, Working};
use super::plain::plain;
use super::printed::Printed;
use super::registry::{Place, Registry, source};
use super::text::one_line;
use crate::claims::formula::Formula;
use crate::claims::inputs::name;
use crate::claims::napkin::{Row, Rule, Statement};
use crate::claims::slack::{Slack, slacks};
use crate::claims::trace::{Program, Step};
use crate::viz::digits::{ALL_DIGITS, significant};
use crate::viz::markdown::{escape, quantity};
use crate::viz::stated;

/// What is stated and what was computed, row by row: a word, and the text as Markdown.
pub(super) fn figures(claim: &Claim) -> Vec<(&'static str, String)> {
    let rows = claim.statement.rows.iter().map(|row| {
        let stated: Vec<String> = row
            .rules
            .iter()
            .map(|rule| stated_text(rule, row))
            .collect();
        let computed = match row.rules.first() {
            Some(Rule::Is { computed, .. }) => escape(computed),
            _ => {
                let (number, unit) = stated::computed(row);
                quantity(&number, &unit)
            }
        };
        [("stated", stated.join(", ")), ("computed", computed)]
    });
    let mut rows: Vec<(&'static str, String)> = rows.flatten().collect();
    if let Some(why) = claim.record.loose {
        rows.push(("loose", one_line(why)));
    }
    for published in &claim.record.published {
        let note = match published.note {
            "" => String::new(),
            note => format!(" ({})", one_line(note)),
        };
        rows.push(("published", escape(&published.text()) + &note));
    }
    rows
}

fn stated_text(rule: &Rule, row: &Row) -> String {
    let figure = Printed::rule(rule, row).text;
    match rule {
        Rule::Prints {
            low,
            high,
            unit_text,
            ..
        } => {
            let end = |number: f64| quantity(&significant(number, END_DIGITS), unit_text);
            format!("{figure}, as {} to {} print", end(*low), end(*high))
        }
        Rule::Compares { comparison, .. } => format!("{} {figure}", escape(comparison.sign())),
        Rule::Is { .. } => figure,
    }
}

/// All of a half unit, and none of what a sum of floats adds to it.
const END_DIGITS: u8 = ALL_DIGITS - 3;

/// By how much an input may move, in words.
pub(super) struct Leeway {
    pub(super) name: String,
    pub(super) fall: String,
    pub(super) rise: String,
}

/// By how much each input may move before the claim breaks; none where it is broken.
pub(super) fn leeway(claim: &Claim) -> Option<Vec<Leeway>> {
    let mut rows = claim.statement.rows.iter();
    let holds = rows.all(|row| {
        let value = row.program.value().value;
        row.rules.iter().all(|rule| rule.accepts(value))
    });
    if !holds {
        return None;
    }
    let slacks = slacks(&claim.working.statements, claim.index);
    let mut rows = Vec::new();
    for Slack { name, down, up } in slacks.known {
        let fall = match down {
            None => "any".into(),
            Some(factor) if is_exact(factor) => "exact".into(),
            Some(factor) => format!("-{}", percent(1.0 - factor)),
        };
        let rise = match up {
            None => "any".into(),
            Some(factor) if is_exact(factor) => "exact".into(),
            Some(factor @ ..2.0) => format!("+{}", percent(factor - 1.0)),
            Some(factor) => format!("×{}", significant(round(factor), 3)),
        };
        rows.push(Leeway { name, fall, rise });
    }
    for name in slacks.unknown {
        rows.push(Leeway {
            name,
            fall: "goes into plain Rust".into(),
            rise: String::new(),
        });
    }
    Some(rows)
}

/// Whether it is no more than what `==` leaves to floats.
fn is_exact(factor: f64) -> bool {
    (factor - 1.0).abs() < 1e-9
}

/// Three digits of a share, as many zeros as it takes before them.
fn percent(share: f64) -> String {
    format!("{}%", significant(round(100.0 * share), 3))
}

fn round(value: f64) -> f64 {
    crate::units::text::round_significant(value, 3)
}

/// A constant or a formula that a value rests on.
pub(super) struct Ground<'a> {
    pub(super) name: String,
    pub(super) what: What<'a>,
}

/// What is known of it.
pub(super) enum What<'a> {
    Constant(Place<'a>),
    Formula(&'static Formula),
    /// It stands in no `constants!`.
    Unknown,
}

impl Ground<'_> {
    /// Where it comes from, in plain text.
    pub(super) fn words(&self) -> String {
        match self.what {
            What::Constant(place) => {
                source(place.constant).unwrap_or("no source of its own".into())
            }
            What::Formula(formula) => {
                let words = formula.source().unwrap_or("no source");
                plain(&words.replace('\n', " "))
            }
            What::Unknown => "stands in no `constants!`".into(),
        }
    }
}

/// What a value rests on, by way of other values of its napkin: constants, then formulas.
pub(super) fn grounds<'a>(
    working: &Working,
    statement: &Statement,
    registry: &'a Registry,
) -> Vec<Ground<'a>> {
    let mut below = Below {
        working,
        constants: Vec::new(),
        formulas: Vec::new(),
        seen: BTreeSet::new(),
    };
    for program in statement.programs() {
        below.collect(program);
    }
    let mut grounds = Vec::new();
    for written in &below.constants {
        let meant = registry.meant(written, None);
        grounds.extend(meant.figures.into_iter().map(|place| Ground {
            name: place.figure.path.to_string(),
            what: What::Constant(place),
        }));
        grounds.extend(meant.unknown.into_iter().map(|name| Ground {
            name,
            what: What::Unknown,
        }));
    }
    grounds.extend(below.formulas.into_iter().map(|formula| Ground {
        name: format!("{}()", formula.name),
        what: What::Formula(formula),
    }));
    let mut seen = BTreeSet::new();
    grounds.retain(|ground| seen.insert((ground.name.clone(), ground.words())));
    grounds
}

/// The constants and formulas below a value.
struct Below<'a> {
    working: &'a Working,
    constants: Vec<String>,
    formulas: Vec<&'static Formula>,
    seen: BTreeSet<(usize, usize)>,
}

impl Below<'_> {
    fn collect(&mut self, program: &Program) {
        for (step, _) in &program.steps {
            match step {
                Step::Local { statement, row, .. } => {
                    let statements = &self.working.statements;
                    let named = statements.get(*statement).and_then(|it| it.rows.get(*row));
                    if self.seen.insert((*statement, *row))
                        && let Some(row) = named
                    {
                        self.collect(&row.program);
                    }
                }
                Step::Call {
                    formula: Some(formula),
                    ..
                } => {
                    let mut known = self.formulas.iter();
                    if known.all(|known| known.path() != formula.path()) {
                        self.formulas.push(formula);
                    }
                }
                Step::Outer(_) | Step::Rust(_) | Step::Call { .. } => {
                    self.constants.push(name(step));
                }
                Step::Number { .. }
                | Step::Negate
                | Step::Binary(_)
                | Step::Builtin(..)
                | Step::If(_) => {}
            }
        }
    }
}

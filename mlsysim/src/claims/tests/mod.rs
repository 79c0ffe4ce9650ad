//! Napkins built by hand: what the compiler and the tests of a book do with a record.

mod guards;
mod messages;
mod movement;
mod napkins;
mod verdicts;

use std::boxed::Box;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::string::{String, ToString};
use std::vec::Vec;

use mlsysim_language::operation::{Comparison, Operator};
use mlsysim_language::record::{Claim, Published, Row, Rule, Shape, Statement, Step, Writer};

use super::guard::StatedRule;
use super::napkin::Napkin;
use crate::units::dynamic::{Dynamic, divide, multiply};

type WrittenStep = Step<String, usize>;
type WrittenRow = Row<String, usize>;
type WrittenRule = Rule<String, usize>;

const fn plain(value: f64) -> Dynamic {
    Dynamic {
        value,
        dimension: 0,
    }
}

fn times(factor: f64, unit: Dynamic) -> Dynamic {
    multiply(plain(factor), unit).unwrap()
}

/// A napkin while it is written: statements, and the values in the order of their slots.
struct Draft {
    statements: Vec<Statement<String, usize>>,
    values: Vec<Dynamic>,
    names: Vec<&'static str>,
}

impl Draft {
    fn new() -> Draft {
        Draft {
            statements: Vec::new(),
            // The status.
            values: [Dynamic::UNKNOWN].into(),
            names: Vec::new(),
        }
    }

    fn slot(&mut self, value: Dynamic) -> usize {
        self.values.push(value);
        self.values.len() - 1
    }

    /// A row that is a number as written.
    fn number(&mut self, text: &str, unit: &str, value: Dynamic) -> WrittenRow {
        let step = Step::Number {
            text: text.to_string(),
            unit: unit.to_string(),
        };
        Row {
            slot: self.slot(value),
            steps: [step].into(),
        }
    }

    /// A row that is a constant of some value.
    fn outer(&mut self, path: &str, value: Dynamic) -> WrittenRow {
        Row {
            slot: self.slot(value),
            steps: [Step::Outer(path.to_string())].into(),
        }
    }

    /// A row that divides one row above by another.
    fn quotient(&mut self, a: (usize, usize), b: (usize, usize)) -> WrittenRow {
        let operands = [a, b].map(|(statement, row)| {
            let slot = self.value_of(statement, row);
            (statement, row, self.values[slot])
        });
        let [(.., first), (.., second)] = operands;
        let slot = self.slot(first);
        self.slot(second);
        self.slot(divide(first, second).unwrap_or(Dynamic::UNKNOWN));
        let mut steps: Vec<WrittenStep> = operands
            .into_iter()
            .map(|(statement, row, _)| Step::Local {
                statement,
                row,
                name: self.statements[statement].name.clone(),
            })
            .collect();
        steps.push(Step::Binary(Operator::Divide));
        Row { slot, steps }
    }

    /// A row that divides by zero, and so has no result.
    fn three_by_zero(&mut self) -> WrittenRow {
        let three = self.number("3", "", plain(3.0));
        let three = self.add("three", Shape::One, [three].into());
        let zero = self.number("0", "", plain(0.0));
        let zero = self.add("zero", Shape::One, [zero].into());
        self.quotient((three, 0), (zero, 0))
    }

    /// The slot of a row's value.
    fn value_of(&self, statement: usize, row: usize) -> usize {
        let row = &self.statements[statement].rows[row];
        row.slot + row.steps.len() - 1
    }

    /// One of the unit, and the ends.
    fn prints(&mut self, text: &str, unit: &str, one: Dynamic, ends: (f64, f64)) -> WrittenRule {
        let slot = self.slot(one);
        self.slot(plain(ends.0));
        self.slot(plain(ends.1));
        Rule::Prints {
            text: text.to_string(),
            unit: unit.to_string(),
            slot,
        }
    }

    fn compares(
        &mut self,
        comparison: Comparison,
        text: &str,
        unit: &str,
        one: Dynamic,
        bound: f64,
    ) -> WrittenRule {
        let bound = self.number(text, unit, times(bound, one));
        let slot = self.slot(plain(one.value));
        Rule::Compares {
            comparison,
            text: text.to_string(),
            unit: unit.to_string(),
            slot,
            bound,
        }
    }

    fn add(&mut self, name: &str, shape: Shape, rows: Vec<WrittenRow>) -> usize {
        self.statements.push(Statement {
            name: name.to_string(),
            line: 7,
            noun: String::new(),
            shape,
            rows,
            claim: None,
            accepted: Vec::new(),
        });
        self.statements.len() - 1
    }

    /// A claim of one row after the other, each with its rule.
    fn claim(
        &mut self,
        name: &str,
        shape: Shape,
        rows: Vec<WrittenRow>,
        rules: Vec<(usize, WrittenRule)>,
    ) -> usize {
        let index = self.add(name, shape, rows);
        self.statements[index].claim = Some(Claim {
            sentence: "It is {}.".to_string(),
            loose: None,
            published: Vec::new(),
            named: Vec::new(),
            rules,
        });
        index
    }

    fn said(&mut self, claim: usize) -> &mut Claim<String, usize> {
        self.statements[claim].claim.as_mut().unwrap()
    }

    fn publish(&mut self, claim: usize, shape: Shape, rules: Vec<(usize, WrittenRule)>) {
        self.said(claim).published.push(Published {
            shape,
            note: "page 7".to_string(),
            rules,
        });
    }

    fn finish(&self) -> Napkin {
        let mut writer = Writer::default();
        for statement in &self.statements {
            statement.write(&mut writer);
        }
        Napkin {
            module: "book::vol1::scratch",
            file: "src/vol1/scratch.rs",
            known: "",
            record: Box::leak(writer.finish().into_boxed_str()),
            values: Box::leak(self.values.clone().into_boxed_slice()),
            names: Box::leak(self.names.clone().into_boxed_slice()),
            formulas: &[],
        }
    }
}

/// What the panic says, if there is one.
fn report<T>(work: impl FnOnce() -> T) -> Option<String> {
    let payload = catch_unwind(AssertUnwindSafe(work)).err()?;
    let owned = payload.downcast_ref::<String>().cloned();
    owned.or_else(|| payload.downcast_ref::<&str>().map(ToString::to_string))
}

/// A claim of one value, which is a constant, with its `~=`: the napkin, and the slots of the two.
fn printed(
    value: Dynamic,
    text: &str,
    unit: &str,
    one: Dynamic,
    ends: (f64, f64),
) -> (Napkin, usize, usize) {
    let mut draft = Draft::new();
    let row = draft.outer("X", value);
    let rule = draft.prints(text, unit, one, ends);
    let Rule::Prints { slot, .. } = rule else {
        panic!("it prints");
    };
    let claim = draft.claim("share", Shape::One, [row].into(), [(0, rule)].into());
    let value = draft.value_of(claim, 0);
    (draft.finish(), value, slot)
}

/// The first rule of a claim, as it is written.
fn written<'a>(text: &'a str, unit: &'a str) -> StatedRule<'a> {
    StatedRule { row: 0, text, unit }
}

/// What the guard of such a claim says.
fn printed_report(
    value: Dynamic,
    text: &str,
    unit: &str,
    one: Dynamic,
    ends: (f64, f64),
) -> Option<String> {
    let (napkin, value, rule) = printed(value, text, unit, one, ends);
    report(|| super::guard::prints(&napkin, value, rule, 0, written(text, unit), false))
}

/// A claim of one value with a comparison: the napkin, and the slots of value, bound and factor.
fn compared(
    value: Dynamic,
    comparison: Comparison,
    text: &str,
    unit: &str,
    one: Dynamic,
    bound: f64,
) -> (Napkin, [usize; 3]) {
    let mut draft = Draft::new();
    let row = draft.outer("X", value);
    let rule = draft.compares(comparison, text, unit, one, bound);
    let Rule::Compares {
        slot,
        bound: ref bound_row,
        ..
    } = rule
    else {
        panic!("it compares");
    };
    let bound = bound_row.slot;
    let claim = draft.claim("reserve", Shape::One, [row].into(), [(0, rule)].into());
    let value = draft.value_of(claim, 0);
    (draft.finish(), [value, bound, slot])
}

//! A napkin that is made at run time, so that its text and its report are those of any other.

use std::boxed::Box;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::record::{self, Shape, Writer};
use mlsysim_language::steps::{Row, What};
use mlsysim_language::token::Result;

use super::super::evaluate::run;
use super::known::Known;
use crate::claims::formula::Formula;
use crate::claims::napkin::{Napkin, Statement};
use crate::units::dynamic::Dynamic;

/// What the only statement of the napkin is called.
pub(super) const NAME: &str = "result";

/// A row with the value of each of its steps.
pub(super) struct Evaluated {
    pub(super) row: Row,
    pub(super) values: Vec<Dynamic>,
}

impl Evaluated {
    /// Evaluates a row.
    pub(super) fn of(row: Row, known: &Known) -> Result<Evaluated> {
        let values = run(&row.steps, known)?;
        Ok(Evaluated { row, values })
    }

    /// The value of the row.
    pub(super) fn value(&self) -> Dynamic {
        self.values.last().copied().unwrap_or(Dynamic::UNKNOWN)
    }
}

/// A napkin while its values are put together.
pub(super) struct Draft<'k> {
    known: &'k Known<'k>,
    /// The first is the status: every step has a value.
    values: Vec<Dynamic>,
    formulas: Vec<&'static Formula>,
    rows: Vec<record::Row<String, usize>>,
}

impl<'k> Draft<'k> {
    pub(super) fn new(known: &'k Known<'k>) -> Draft<'k> {
        Draft {
            known,
            values: [Dynamic::UNKNOWN].into(),
            formulas: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Adds a row of the statement.
    pub(super) fn add(&mut self, evaluated: &Evaluated) {
        let row = self.row(evaluated);
        self.rows.push(row);
    }

    /// A row of the record, with its values.
    pub(super) fn row(&mut self, evaluated: &Evaluated) -> record::Row<String, usize> {
        let slot = self.values.len();
        self.values.extend(&evaluated.values);
        let steps = evaluated.row.steps.iter().map(|step| {
            let formula = match &step.what {
                What::Call(call) => self.known.formula(call),
                What::Number(_)
                | What::Outer(_)
                | What::Local { .. }
                | What::Rust(_)
                | What::Negate
                | What::Binary(_)
                | What::Builtin(..)
                | What::If(_) => None,
            };
            let number = formula.map(|formula| {
                self.formulas.push(formula);
                self.formulas.len() - 1
            });
            step.recorded(number)
        });
        let steps = steps.collect();
        record::Row { slot, steps }
    }

    /// Adds values that a rule needs; gives the slot of the first.
    pub(super) fn slots(&mut self, values: &[Dynamic]) -> usize {
        self.values.extend(values);
        self.values.len() - values.len()
    }

    /// The napkin and its statement. Its texts stay for as long as the program runs, as those of
    /// every napkin do: it is made once for each expression.
    pub(super) fn finish(
        self,
        shape: Shape,
        noun: String,
        rules: Vec<(usize, record::Rule<String, usize>)>,
    ) -> (&'static Napkin, Vec<Statement>) {
        let claim = (!rules.is_empty()).then(|| record::Claim {
            sentence: String::new(),
            loose: None,
            published: Vec::new(),
            named: Vec::new(),
            rules,
        });
        let statement = record::Statement {
            name: NAME.into(),
            accepted: Vec::new(),
            line: 1,
            noun,
            shape,
            rows: self.rows,
            claim,
        };
        let mut record = Writer::default();
        statement.write(&mut record);
        let napkin = Box::leak(Box::new(Napkin {
            module: "eval",
            file: "",
            record: record.finish().leak(),
            known: "",
            values: self.values.leak(),
            names: &[],
            formulas: self.formulas.leak(),
        }));
        (napkin, napkin.statements())
    }
}

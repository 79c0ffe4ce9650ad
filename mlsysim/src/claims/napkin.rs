//! A `check!` block at run time: its statements, decoded from what the macro stored.
//!
//! The macro keeps its output small, because the compiler's time for a static
//! grows with every field of it. So a napkin is one text, written by
//! `mlsysim-macros` and read here, beside one array with every value.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use linkme::distributed_slice;

use super::formula::Formula;
use super::trace::{Node, Program};
use crate::units::dynamic::Dynamic;

/// Every `check!` block of the program, in link order.
#[distributed_slice]
pub static NAPKINS: [Napkin];

/// A `check!` block as the macro stores it.
#[derive(Clone, Copy, Debug)]
pub struct Napkin {
    /// The module that it stands in.
    pub module: &'static str,
    /// The file that it stands in.
    pub file: &'static str,
    /// Its statements, encoded.
    pub record: &'static str,
    /// The value of every step, computed by the compiler.
    pub values: &'static [Dynamic],
    /// The names of the enums that `is` claims state.
    pub names: &'static [&'static str],
    /// The records of the formulas called.
    pub formulas: &'static [&'static Formula],
}

/// A `let` or a claim.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What the value is called.
    pub name: &'static str,
    /// The line in the napkin's file.
    pub line: u32,
    /// One value, a list or a range.
    pub shape: Shape,
    /// One row for each value.
    pub rows: Vec<Row>,
    /// What a claim has and a `let` has not.
    pub claim: Option<ClaimRecord>,
}

/// What a claim says beside its value.
#[derive(Clone, Debug)]
pub struct ClaimRecord {
    /// The sentence, with `{}` and `{name}` in it.
    pub sentence: &'static str,
    /// Why it need not bite.
    pub loose: Option<&'static str>,
    /// What the printed edition says, and a note on it.
    pub published: Option<(&'static str, &'static str)>,
    /// Constants that the sentence names.
    pub named: Vec<(&'static str, Program)>,
}

/// How many values a statement has, and how they read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A single value.
    One,
    /// Values in a row: a column of a table.
    List,
    /// From a low end to a high end.
    Range,
}

/// One value with the program that computes it and the rules it is held to.
#[derive(Clone, Debug)]
pub struct Row {
    /// How it is computed.
    pub program: Program,
    /// What it must satisfy; empty for a `let`.
    pub rules: Vec<Rule>,
}

/// What a claim states about a value.
#[derive(Clone, Debug)]
pub enum Rule {
    /// `~=`
    Prints {
        /// The number as printed.
        text: &'static str,
        /// Its unit as printed, `$` first where the number has one before it.
        unit_text: &'static str,
        /// The smallest value that prints so, in the unit.
        low: f64,
        /// The largest.
        high: f64,
        /// One of the unit.
        unit: Dynamic,
    },
    /// `<`, `<=`, `>`, `>=` and `==`
    Compares {
        /// The relation's sign.
        relation: &'static str,
        /// The bound as stated, empty if it is an expression.
        text: &'static str,
        /// How the bound is computed.
        bound: Program,
        /// Base units in one of the stated unit, zero if it is an expression.
        factor: f64,
    },
    /// `is`
    Is {
        /// The name that is stated.
        stated: &'static str,
        /// The name that was computed.
        computed: &'static str,
    },
}

impl Napkin {
    /// The chapter: the module's path without the crate, such as `vol2::fault_tolerance`.
    pub fn chapter(&self) -> &'static str {
        self.module
            .split_once("::")
            .map_or(self.module, |(_, rest)| rest)
    }

    /// The statements in the order they are written.
    pub fn statements(&self) -> Vec<Statement> {
        self.record
            .split('\u{1e}')
            .map(|record| self.decode(record))
            .collect()
    }

    fn decode(&self, record: &'static str) -> Statement {
        let mut fields = record.split('\u{1f}');
        let mut field = || fields.next().unwrap_or_default();
        let is_claim = field() == "claim";
        let name = field();
        let line = field().parse().unwrap_or_default();
        let mut slots = Slots {
            napkin: self,
            next: field().parse().unwrap_or_default(),
        };
        let sentence = field();
        let shape = match field() {
            "list" => Shape::List,
            "range" => Shape::Range,
            _ => Shape::One,
        };
        let mut rows: Vec<Row> = field()
            .split('\u{1d}')
            .map(|text| Row {
                program: slots.program(text),
                rules: Vec::new(),
            })
            .collect();
        let count = rows.len();
        for (index, text) in field()
            .split('\u{1d}')
            .filter(|text| !text.is_empty())
            .enumerate()
        {
            rows[index % count].rules.push(slots.rule(text));
        }
        let loose = Some(field()).filter(|why| !why.is_empty());
        let published = field().split_once('\u{1b}');
        let named = field()
            .split('\u{1d}')
            .filter_map(|text| text.split_once('\u{1b}'))
            .map(|(name, program)| (name, slots.program(program)))
            .collect();
        let claim = is_claim.then_some(ClaimRecord {
            sentence,
            loose,
            published,
            named,
        });
        Statement {
            name,
            line,
            shape,
            rows,
            claim,
        }
    }
}

impl Statement {
    /// The value of each row, as the compiler computed it.
    pub fn values(&self) -> impl Iterator<Item = Dynamic> + '_ {
        self.rows.iter().map(|row| row.program.value())
    }

    /// The path of a claim, such as `vol2::fault_tolerance::failure_interval`.
    pub fn path(&self, napkin: &Napkin) -> String {
        [napkin.chapter(), "::", self.name].concat().to_string()
    }
}

/// Hands out the napkin's values in the order that the macro filled them.
struct Slots<'a> {
    napkin: &'a Napkin,
    next: usize,
}

impl Slots<'_> {
    fn take(&mut self) -> Dynamic {
        let value = self.napkin.values.get(self.next).copied();
        self.next += 1;
        value.unwrap_or(Dynamic {
            value: f64::NAN,
            dimension: 0,
        })
    }

    fn program(&mut self, text: &'static str) -> Program {
        let formulas = self.napkin.formulas;
        let steps = text
            .split('\u{1c}')
            .map(|token| (Node::decode(token, formulas), self.take()));
        Program {
            steps: steps.collect(),
        }
    }

    fn rule(&mut self, text: &'static str) -> Rule {
        let mut parts = text.splitn(4, '\u{1b}');
        let mut part = || parts.next().unwrap_or_default();
        let (relation, text, unit_text, rest) = (part(), part(), part(), part());
        match relation {
            "~" => {
                let unit = self.take();
                let (low, high) = (self.take().value, self.take().value);
                Rule::Prints {
                    text,
                    unit_text,
                    low,
                    high,
                    unit,
                }
            }
            "is" => {
                let index = unit_text.parse().unwrap_or(usize::MAX);
                let computed = self.napkin.names.get(index).copied();
                Rule::Is {
                    stated: text,
                    computed: computed.unwrap_or_default(),
                }
            }
            _ => {
                let bound = self.program(rest);
                let factor = self.take().value;
                Rule::Compares {
                    relation,
                    text,
                    bound,
                    factor,
                }
            }
        }
    }
}

//! A `check!` block at run time: its statements, read from what the macro stored.
//!
//! The macro keeps its output small, because the compiler's time for a static
//! grows with every field of it. So a napkin is one record, the text that
//! `mlsysim_language::record` writes and reads, beside one array with every value.
//! Here they are joined.

use alloc::string::String;
use alloc::vec::Vec;

use linkme::distributed_slice;
use mlsysim_language::audit::Kind;
use mlsysim_language::operation::{Comparison, within};
use mlsysim_language::record::{self, FIRST_KNOWN, Malformed};

pub use mlsysim_language::record::Shape;

use super::formula::Formula;
use super::message::push_joined;
use super::trace::{Program, checked};
use crate::units::dynamic::Dynamic;
use crate::units::text::Text;

/// Every `check!` block of the program, in link order.
#[distributed_slice]
pub static NAPKINS: [&'static Napkin];

/// A `check!` block as the macro stores it.
#[derive(Clone, Copy, Debug)]
pub struct Napkin {
    /// The module that it stands in.
    pub module: &'static str,
    /// The file that it stands in.
    pub file: &'static str,
    /// Its statements, as a record.
    pub record: &'static str,
    /// Values and dimensions of the steps that follow from numbers alone, as text: the macro has
    /// computed them, and the compiler is spared them.
    pub known: &'static str,
    /// The value of every other step, computed by the compiler. The first is the status: the place of
    /// the step without a finite result, if there is one.
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
    pub line: usize,
    /// What it counts, such as `tokens`; empty for other quantities.
    pub noun: &'static str,
    /// One value, a list or a range.
    pub shape: Shape,
    /// One row for each value.
    pub rows: Vec<Row>,
    /// What a claim has and a `let` has not.
    pub claim: Option<ClaimRecord>,
    /// Findings of an audit that its author accepts, each with the reason.
    pub accepted: Vec<(Kind, &'static str)>,
}

/// What a claim says beside its value.
#[derive(Clone, Debug)]
pub struct ClaimRecord {
    /// The sentence, with `{}` and `{name}` in it.
    pub sentence: &'static str,
    /// Why it need not bite.
    pub loose: Option<&'static str>,
    /// What printed editions say.
    pub published: Vec<Published>,
    /// Constants that the sentence names.
    pub named: Vec<(&'static str, Program)>,
}

/// What a printed edition says instead; it must be wrong.
#[derive(Clone, Debug)]
pub struct Published {
    /// How the figure is written: bounds and single figures are one value.
    pub shape: Shape,
    /// What is to be said of it, or nothing.
    pub note: &'static str,
    /// The rules that would hold if it were right, each with its row.
    pub rules: Vec<(usize, Rule)>,
}

/// One value with the program that computes it and the rules it is held to.
#[derive(Clone, Debug)]
pub struct Row {
    /// How it is computed.
    pub program: Program,
    /// What it must satisfy; empty for a `let`.
    pub rules: Vec<Rule>,
}

/// What a claim states about a value: a rule of the record with its values.
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
        /// Which of them.
        comparison: Comparison,
        /// The bound as stated, empty if it is an expression.
        text: &'static str,
        /// The bound's unit as stated, empty if it is an expression.
        unit_text: &'static str,
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
    ///
    /// # Panics
    /// If the record is damaged, which no macro of this version leaves behind; see
    /// [`read`](Napkin::read).
    pub fn statements(&self) -> Vec<Statement> {
        match self.read() {
            Ok(statements) => statements,
            Err(error) => panic!(
                "the napkin of `{}` in {}: {error}; build it and `mlsysim` in the same version",
                self.module, self.file
            ),
        }
    }

    /// The statements in the order they are written.
    ///
    /// # Errors
    /// If the record is damaged: a field is missing, left over or unknown; a value, name, formula
    /// or statement that it points at does not exist; or a step lacks its operands.
    pub fn read(&self) -> Result<Vec<Statement>, Malformed> {
        let written = record::read(self.record, &self.formulas)?;
        let known = known(self.known)?;
        let mut statements: Vec<Statement> = Vec::with_capacity(written.len());
        for statement in written {
            let joined = Join {
                napkin: self,
                known: &known,
                before: &statements,
            }
            .statement(statement)?;
            statements.push(joined);
        }
        Ok(statements)
    }
}

impl Statement {
    /// The value of each row, as the compiler computed it.
    pub fn values(&self) -> impl Iterator<Item = Dynamic> + '_ {
        self.rows.iter().map(|row| row.program.value())
    }

    /// The path of a claim, such as `vol2::fault_tolerance::failure_interval`.
    pub fn path(&self, napkin: &Napkin) -> String {
        [napkin.chapter(), "::", self.name].concat()
    }
}

impl Statement {
    /// Its programs: the values of its rows, then the bounds of their rules.
    pub(crate) fn programs(&self) -> impl Iterator<Item = &Program> {
        let rules = self.rows.iter().flat_map(|row| &row.rules);
        let bounds = rules.filter_map(Rule::bound);
        self.rows.iter().map(|row| &row.program).chain(bounds)
    }
}

impl Published {
    /// The figure in words: "45 h", "< 4 h", "10 h to 100 h", "6,250 h, 781 h".
    pub fn text(&self) -> String {
        // A single figure or its bounds hold every row alike, and are said once.
        let first = self.rules.first().map(|(row, _)| *row);
        let said = self
            .rules
            .iter()
            .filter(|(row, _)| self.shape != Shape::One || Some(*row) == first);
        let mut text = String::new();
        for (index, (_, rule)) in said.enumerate() {
            if index > 0 {
                let is_range = self.shape == Shape::Range;
                text.push_str(if is_range { " to " } else { ", " });
            }
            text.push_str(rule.stated(self.shape != Shape::Range).as_str());
        }
        text
    }
}

impl Rule {
    /// Whether a value, evaluated anew, satisfies it; `bound` is what a comparison holds it to.
    pub fn is_satisfied(&self, value: f64, bound: f64) -> bool {
        match self {
            Rule::Prints {
                low, high, unit, ..
            } => within(value / unit.value, *low, *high),
            Rule::Compares { comparison, .. } => comparison.holds(value, bound),
            Rule::Is { stated, computed } => stated == computed,
        }
    }

    /// The same with the bound that was computed.
    pub(crate) fn accepts(&self, value: f64) -> bool {
        let bound = self.bound().map_or(f64::NAN, |it| it.value().value);
        self.is_satisfied(value, bound)
    }

    /// How the bound of a comparison is computed.
    pub fn bound(&self) -> Option<&Program> {
        match self {
            Rule::Compares { bound, .. } => Some(bound),
            Rule::Prints { .. } | Rule::Is { .. } => None,
        }
    }

    /// The comparison, if it is one.
    pub fn comparison(&self) -> Option<Comparison> {
        match self {
            Rule::Compares { comparison, .. } => Some(*comparison),
            Rule::Prints { .. } | Rule::Is { .. } => None,
        }
    }

    /// What it states, as its author wrote it.
    fn stated(&self, with_sign: bool) -> Text {
        let mut stated = Text::new();
        match self {
            Rule::Prints {
                text, unit_text, ..
            } => push_joined(&mut stated, text, unit_text),
            Rule::Compares {
                comparison,
                text,
                unit_text,
                ..
            } => {
                if with_sign {
                    stated.push(comparison.sign());
                    stated.push(" ");
                }
                push_joined(&mut stated, text, unit_text);
            }
            Rule::Is { stated: name, .. } => stated.push(name),
        }
        stated
    }
}

/// `5e4 0,3.6e3 65536` as values with their dimensions.
fn known(list: &str) -> Result<Vec<Dynamic>, Malformed> {
    let values = list.split(',').filter(|_| !list.is_empty());
    values
        .map(|item| {
            let (value, dimension) = item.split_once(' ').unzip();
            match (value.map(str::parse), dimension.map(str::parse)) {
                (Some(Ok(value)), Some(Ok(dimension))) => Ok(Dynamic { value, dimension }),
                _ => damaged("a value and its dimension"),
            }
        })
        .collect()
}

fn damaged<T>(expected: &'static str) -> Result<T, Malformed> {
    Err(Malformed { expected })
}

type WrittenRow = record::Row<&'static str, &'static Formula>;
type WrittenRule = record::Rule<&'static str, &'static Formula>;
type WrittenStatement = record::Statement<&'static str, &'static Formula>;

/// Puts the values beside the steps.
struct Join<'a> {
    napkin: &'a Napkin,
    known: &'a [Dynamic],
    /// The statements above, which a step may name.
    before: &'a [Statement],
}

impl Join<'_> {
    fn statement(&self, written: WrittenStatement) -> Result<Statement, Malformed> {
        let is_shape_of_its_rows = match written.shape {
            Shape::One => written.rows.len() == 1,
            Shape::Range => written.rows.len() == 2,
            Shape::List => !written.rows.is_empty(),
        };
        if !is_shape_of_its_rows {
            return damaged("as many rows as the shape has");
        }
        let rows = written.rows.into_iter().map(|row| {
            Ok(Row {
                program: self.program(row)?,
                rules: Vec::new(),
            })
        });
        let mut rows: Vec<Row> = rows.collect::<Result<_, Malformed>>()?;
        let claim = match written.claim {
            None => None,
            Some(claim) => {
                for (row, rule) in claim.rules {
                    rows[row].rules.push(self.rule(rule)?);
                }
                if rows.iter().any(|row| row.rules.is_empty()) {
                    return damaged("a rule for each row of a claim");
                }
                let published = claim.published.into_iter().map(|published| {
                    let rules = published.rules.into_iter();
                    let rules = rules.map(|(row, rule)| Ok((row, self.rule(rule)?)));
                    let rules: Vec<_> = rules.collect::<Result<_, Malformed>>()?;
                    match rules.is_empty() {
                        true => damaged("a rule of what is published"),
                        false => Ok(Published {
                            shape: published.shape,
                            note: published.note,
                            rules,
                        }),
                    }
                });
                let named = claim.named.into_iter();
                let named = named.map(|(name, row)| Ok((name, self.program(row)?)));
                Some(ClaimRecord {
                    sentence: claim.sentence,
                    loose: claim.loose,
                    published: published.collect::<Result<_, Malformed>>()?,
                    named: named.collect::<Result<_, Malformed>>()?,
                })
            }
        };
        Ok(Statement {
            name: written.name,
            line: written.line,
            noun: written.noun,
            shape: written.shape,
            rows,
            claim,
            accepted: written.accepted,
        })
    }

    fn value(&self, slot: usize) -> Result<Dynamic, Malformed> {
        let value = match slot.checked_sub(FIRST_KNOWN) {
            Some(known) => self.known.get(known),
            None => self.napkin.values.get(slot),
        };
        match value {
            Some(value) => Ok(*value),
            None => damaged("a place among the values"),
        }
    }

    fn program(&self, row: WrittenRow) -> Result<Program, Malformed> {
        let mut steps = Vec::with_capacity(row.steps.len());
        for (index, step) in row.steps.into_iter().enumerate() {
            let Some(slot) = row.slot.checked_add(index) else {
                return damaged("a place among the values");
            };
            if let record::Step::Local { statement, row, .. } = &step {
                let named = self.before.get(*statement);
                if named.is_none_or(|named| *row >= named.rows.len()) {
                    return damaged("a row of a statement above");
                }
            }
            steps.push((step, self.value(slot)?));
        }
        checked(Program { steps })
    }

    fn rule(&self, written: WrittenRule) -> Result<Rule, Malformed> {
        Ok(match written {
            WrittenRule::Prints { text, unit, slot } => {
                let end = |offset: usize| match slot.checked_add(offset) {
                    Some(slot) => self.value(slot),
                    None => damaged("a place among the values"),
                };
                Rule::Prints {
                    text,
                    unit_text: unit,
                    low: end(1)?.value,
                    high: end(2)?.value,
                    unit: end(0)?,
                }
            }
            WrittenRule::Compares {
                comparison,
                text,
                unit,
                slot,
                bound,
            } => Rule::Compares {
                comparison,
                text,
                unit_text: unit,
                bound: self.program(bound)?,
                factor: self.value(slot)?.value,
            },
            WrittenRule::Is { stated, computed } => match self.napkin.names.get(computed) {
                Some(computed) => Rule::Is { stated, computed },
                None => return damaged("one of the napkin's names"),
            },
        })
    }
}

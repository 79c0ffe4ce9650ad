//! `let`s and claims, with what is said of them.

use alloc::string::String;
use alloc::vec::Vec;

use super::field::{Malformed, Reader, Writer, expected};
use super::step::{Formulas, Row, read_row};
use crate::audit::Kind;
use crate::operation::Comparison;

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

impl Shape {
    const fn word(self) -> &'static str {
        match self {
            Shape::One => "one",
            Shape::List => "list",
            Shape::Range => "range",
        }
    }

    fn from_word(word: &str) -> Result<Shape, Malformed> {
        match word {
            "one" => Ok(Shape::One),
            "list" => Ok(Shape::List),
            "range" => Ok(Shape::Range),
            _ => expected("a shape"),
        }
    }
}

/// What a claim states of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule<Text, Formula> {
    /// `~=`
    Prints {
        /// The number as printed.
        text: Text,
        /// Its unit as printed, `$` first where the number has one before it.
        unit: Text,
        /// Where one of the unit stands, and the two ends after it.
        slot: usize,
    },
    /// `<`, `<=`, `>`, `>=` and `==`
    Compares {
        /// Which of them.
        comparison: Comparison,
        /// The bound as stated, empty if it is an expression.
        text: Text,
        /// The bound's unit as stated, empty if it is an expression.
        unit: Text,
        /// Where the size of the stated unit stands.
        slot: usize,
        /// How the bound is computed.
        bound: Row<Text, Formula>,
    },
    /// `is`
    Is {
        /// The name that is stated.
        stated: Text,
        /// Which of the napkin's names was computed.
        computed: usize,
    },
}

/// A `let` or a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement<Text, Formula> {
    /// What the value is called.
    pub name: Text,
    /// The line in its file.
    pub line: usize,
    /// What it counts, such as `tokens`; empty for other quantities.
    pub noun: Text,
    /// One value, a list or a range.
    pub shape: Shape,
    /// One row for each value.
    pub rows: Vec<Row<Text, Formula>>,
    /// What a claim has and a `let` has not.
    pub claim: Option<Claim<Text, Formula>>,
    /// Findings of an audit that its author accepts, each with the reason.
    pub accepted: Vec<(Kind, Text)>,
}

/// What a claim says beside its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim<Text, Formula> {
    /// The sentence, with `{}` and `{name}` in it.
    pub sentence: Text,
    /// Why it need not bite.
    pub loose: Option<Text>,
    /// What printed editions say.
    pub published: Vec<Published<Text, Formula>>,
    /// Constants that the sentence names.
    pub named: Vec<(Text, Row<Text, Formula>)>,
    /// The rules, each with the row that it holds.
    pub rules: Vec<(usize, Rule<Text, Formula>)>,
}

/// What a printed edition says instead; it must be wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Published<Text, Formula> {
    /// How the figure is written: bounds and single figures are one value.
    pub shape: Shape,
    /// What is to be said of it, or nothing.
    pub note: Text,
    /// The rules that would hold if it were right, each with its row.
    pub rules: Vec<(usize, Rule<Text, Formula>)>,
}

impl Rule<String, usize> {
    fn write(&self, to: &mut Writer) {
        match self {
            Rule::Prints { text, unit, slot } => {
                to.field("~=").field(text).field(unit).number(*slot);
            }
            Rule::Compares {
                comparison,
                text,
                unit,
                slot,
                bound,
            } => {
                to.field(comparison.sign()).field(text).field(unit);
                to.number(*slot);
                bound.write(to);
            }
            Rule::Is { stated, computed } => {
                to.field("is").field(stated).number(*computed);
            }
        }
    }
}

impl Statement<String, usize> {
    /// Appends the statement as one field.
    pub fn write(&self, to: &mut Writer) {
        to.record(|to| {
            let kind = if self.claim.is_some() { "claim" } else { "let" };
            to.field(kind).field(&self.name).number(self.line);
            to.field(&self.noun).field(self.shape.word());
            to.record(|to| self.rows.iter().for_each(|row| write_row(row, to)));
            if let Some(claim) = &self.claim {
                claim.write(to);
            }
            write_accepted(&self.accepted, to);
        });
    }
}

impl Claim<String, usize> {
    fn write(&self, to: &mut Writer) {
        to.field(&self.sentence);
        to.optional(self.loose.as_deref());
        to.record(|to| {
            for published in &self.published {
                to.field(published.shape.word()).field(&published.note);
                write_rules(&published.rules, to);
            }
        });
        to.record(|to| {
            for (name, row) in &self.named {
                to.field(name).record(|to| row.write(to));
            }
        });
        write_rules(&self.rules, to);
    }
}

/// Appends the findings that an author accepts, as one field.
pub fn write_accepted(accepted: &[(Kind, String)], to: &mut Writer) {
    to.list(accepted, |to, (kind, why)| {
        to.field(kind.word()).field(why);
    });
}

/// Reads what [`write_accepted`] wrote.
///
/// # Errors
/// If a kind is unknown or a reason is missing.
pub fn read_accepted<'a>(from: &mut Reader<'a>) -> Result<Vec<(Kind, &'a str)>, Malformed> {
    from.list(|from| match Kind::from_word(from.field()?) {
        Some(kind) => Ok((kind, from.field()?)),
        None => expected("a kind of finding"),
    })
}

fn write_row(row: &Row<String, usize>, to: &mut Writer) {
    to.record(|to| row.write(to));
}

/// At which byte of a statement's rows each of them will stand.
pub fn row_positions<'a>(rows: impl IntoIterator<Item = &'a Row<String, usize>>) -> Vec<usize> {
    let mut written = Writer::default();
    let positions = rows.into_iter().map(|row| {
        let position = written.position();
        write_row(row, &mut written);
        position
    });
    positions.collect()
}

fn write_rules(rules: &[(usize, Rule<String, usize>)], to: &mut Writer) {
    to.record(|to| {
        for (row, rule) in rules {
            to.number(*row).record(|to| rule.write(to));
        }
    });
}

fn whole<'a, T>(
    mut from: Reader<'a>,
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, Malformed>,
) -> Result<T, Malformed> {
    let item = read(&mut from)?;
    from.end()?;
    Ok(item)
}

fn read_rule<'a, F>(
    from: &mut Reader<'a>,
    formulas: &impl Formulas<F>,
) -> Result<Rule<&'a str, F>, Malformed> {
    Ok(match from.field()? {
        "~=" => Rule::Prints {
            text: from.field()?,
            unit: from.field()?,
            slot: from.number()?,
        },
        "is" => Rule::Is {
            stated: from.field()?,
            computed: from.number()?,
        },
        sign => match Comparison::from_sign(sign) {
            Some(comparison) => Rule::Compares {
                comparison,
                text: from.field()?,
                unit: from.field()?,
                slot: from.number()?,
                bound: read_row(from, formulas)?,
            },
            None => return expected("a rule"),
        },
    })
}

#[allow(clippy::type_complexity)]
fn read_rules<'a, F>(
    from: &mut Reader<'a>,
    rows: usize,
    formulas: &impl Formulas<F>,
) -> Result<Vec<(usize, Rule<&'a str, F>)>, Malformed> {
    from.record()?.all(|from| {
        let row = from.number()?;
        if row >= rows {
            return expected("a row of the statement");
        }
        let rule = whole(from.record()?, |from| read_rule(from, formulas))?;
        Ok((row, rule))
    })
}

fn read_statement<'a, F>(
    from: &mut Reader<'a>,
    formulas: &impl Formulas<F>,
) -> Result<Statement<&'a str, F>, Malformed> {
    let kind = from.field()?;
    let (name, line, noun) = (from.field()?, from.number()?, from.field()?);
    let shape = Shape::from_word(from.field()?)?;
    let rows = from
        .record()?
        .all(|from| whole(from.record()?, |from| read_row(from, formulas)))?;
    let claim = match kind {
        "let" => None,
        "claim" => Some(Claim {
            sentence: from.field()?,
            loose: from.optional()?,
            published: from.record()?.all(|from| {
                Ok(Published {
                    shape: Shape::from_word(from.field()?)?,
                    note: from.field()?,
                    rules: read_rules(from, rows.len(), formulas)?,
                })
            })?,
            named: from.record()?.all(|from| {
                let name = from.field()?;
                let row = whole(from.record()?, |from| read_row(from, formulas))?;
                Ok((name, row))
            })?,
            rules: read_rules(from, rows.len(), formulas)?,
        }),
        _ => return expected("`let` or `claim`"),
    };
    Ok(Statement {
        name,
        line,
        noun,
        shape,
        rows,
        claim,
        accepted: read_accepted(from)?,
    })
}

/// Reads the statements of a napkin.
///
/// # Errors
/// If a field is missing, left over or unknown.
pub fn read<'a, F>(
    record: &'a str,
    formulas: &impl Formulas<F>,
) -> Result<Vec<Statement<&'a str, F>>, Malformed> {
    Reader::new(record).all(|from| whole(from.record()?, |from| read_statement(from, formulas)))
}

//! The claim under report, read from the record in const: only the fields that a report needs.

use mlsysim_language::record::{Malformed, Reader, pass_step};

use crate::claims::napkin::Napkin;
use crate::units::dynamic::{Dynamic, ONE, exponent};
use crate::units::text::Text;

/// A claim under report: which rule of which statement.
pub(in crate::claims) struct Claim<'a> {
    pub(in crate::claims) napkin: &'a Napkin,
    /// At which byte of the record the statement stands.
    statement: usize,
    pub(in crate::claims) rule: StatedRule<'a>,
}

/// A rule as it is written. The guard has it, because in a list of 300 wrong figures each report
/// would pass over the rules and the rows before its own.
#[derive(Clone, Copy, Debug)]
pub struct StatedRule<'a> {
    /// At which byte of the statement's rows the one stands that it holds.
    pub row: usize,
    /// The number without its unit, or the name after `is`.
    pub text: &'a str,
    /// The text of the unit.
    pub unit: &'a str,
}

impl StatedRule<'_> {
    /// Of a report about the whole claim.
    pub(in crate::claims) const NONE: StatedRule<'static> = StatedRule {
        row: 0,
        text: "",
        unit: "",
    };
}

/// Places of a statement's fields.
const NAME: usize = 1;
const ROWS: usize = 5;
const PUBLISHED: usize = 8;

/// Base quantities that a hint depends on, by their place.
const TIME: usize = 2;
const INFORMATION: usize = 5;
const OPERATION: usize = 6;

/// What a value follows from: a time or a count may come from bits or FLOP that its own
/// dimension no longer shows.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    pub(super) time: bool,
    pub(super) information: bool,
    pub(super) operation: bool,
}

/// How many of the rows that a row follows from a hint looks at.
const MOST_ROWS: usize = 64;

/// The content of a record that a macro wrote.
#[track_caller]
const fn known<T: Copy>(read: Result<T, Malformed>) -> T {
    match read {
        Ok(item) => item,
        Err(_) => panic!(
            "the record of this napkin is damaged: build it and `mlsysim` in the same version"
        ),
    }
}

impl<'a> Claim<'a> {
    pub(in crate::claims) const fn new(
        napkin: &'a Napkin,
        statement: usize,
        rule: StatedRule<'a>,
    ) -> Claim<'a> {
        Claim {
            napkin,
            statement,
            rule,
        }
    }

    /// A rule of a row of a statement, which are found by their numbers.
    pub(in crate::claims) fn find(
        napkin: &'a Napkin,
        (statement, row): (usize, usize),
        (text, unit): (&'a str, &'a str),
    ) -> Claim<'a> {
        let mut statements = Reader::new(napkin.record);
        known(statements.skip(statement));
        let mut rows = Reader::new(field(statements, ROWS));
        known(rows.skip(row));
        let row = rows.position();
        Claim::new(
            napkin,
            statements.position(),
            StatedRule { row, text, unit },
        )
    }

    /// A field of the statement's record.
    const fn field(&self, place: usize) -> &'static str {
        field(Reader::at(self.napkin.record, self.statement), place)
    }

    /// The rows of a statement that a step names by its number.
    const fn rows_above(&self, statement: usize) -> &'static str {
        let mut statements = Reader::new(self.napkin.record);
        known(statements.skip(statement));
        field(statements, ROWS)
    }

    /// How a published figure reads: one value, a list or a range; and its rules.
    pub(super) const fn published(&self, wanted: usize) -> (&'static str, Reader<'static>) {
        let mut published = Reader::new(self.field(PUBLISHED));
        known(published.skip(3 * wanted));
        let shape = known(published.field());
        known(published.skip(1));
        (shape, known(published.record()))
    }

    /// "claim `vol2::fault_tolerance::failure_interval`": the path without the crate.
    pub(super) const fn push_to(&self, text: &mut Text) {
        text.push("claim `");
        let bytes = self.napkin.module.as_bytes();
        let mut index = 0;
        while index + 1 < bytes.len() {
            if bytes[index] == b':' && bytes[index + 1] == b':' {
                let (_, rest) = self.napkin.module.split_at(index + 2);
                text.push(rest);
                text.push("::");
                break;
            }
            index += 1;
        }
        text.push(self.field(NAME));
        text.push("`");
    }

    /// What the row under report follows from: its own steps, and the rows that they name.
    pub(super) const fn reach(&self) -> Reach {
        let mut reach = Reach {
            time: false,
            information: false,
            operation: false,
        };
        let mut rows = [(0, 0); MOST_ROWS];
        let (mut known_rows, mut next) = (0, 0);
        let mut records = Reader::at(self.field(ROWS), self.rule.row);
        loop {
            let mut record = known(records.record());
            let mut slot = known(record.number());
            let mut steps = known(record.record());
            while !steps.is_at_end() {
                if slot < self.napkin.values.len() {
                    reach.add(self.napkin.values[slot]);
                }
                slot += 1;
                if let Some(named) = known(pass_step(&mut steps)) {
                    known_rows = insert(&mut rows, known_rows, named);
                }
            }
            if next == known_rows {
                return reach;
            }
            let (statement, row) = rows[next];
            next += 1;
            records = Reader::new(self.rows_above(statement));
            known(records.skip(row));
        }
    }
}

/// A field of the next statement.
const fn field(statements: Reader<'static>, place: usize) -> &'static str {
    let mut statements = statements;
    let mut fields = known(statements.record());
    known(fields.skip(place));
    known(fields.field())
}

impl Reach {
    const fn add(&mut self, value: Dynamic) {
        if value.dimension != ONE {
            self.time = self.time || exponent(value.dimension, TIME) != 0;
            self.information = self.information || exponent(value.dimension, INFORMATION) != 0;
            self.operation = self.operation || exponent(value.dimension, OPERATION) != 0;
        }
    }
}

/// Adds a row if it is new and there is room; gives how many there are then.
const fn insert(
    rows: &mut [(usize, usize); MOST_ROWS],
    count: usize,
    row: (usize, usize),
) -> usize {
    let mut index = 0;
    while index < count {
        if rows[index].0 == row.0 && rows[index].1 == row.1 {
            return count;
        }
        index += 1;
    }
    if count == MOST_ROWS {
        return count;
    }
    rows[count] = row;
    count + 1
}

/// The first fields of a rule: its sign, the stated text and the unit's.
pub(super) const fn rule_texts(rule: Reader<'static>) -> [&'static str; 3] {
    let mut rule = rule;
    [
        known(rule.field()),
        known(rule.field()),
        known(rule.field()),
    ]
}

/// The next rule of a list and its row, if one is left.
pub(super) const fn next_rule(rules: &mut Reader<'static>) -> Option<(usize, Reader<'static>)> {
    if rules.is_at_end() {
        return None;
    }
    Some((known(rules.number()), known(rules.record())))
}

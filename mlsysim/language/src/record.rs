//! The record: what a macro leaves of a napkin, as one text.
//!
//! A static of many fields is slow to compile, so a napkin is one text beside one array of values.
//! The text is a row of fields; a field is its length in bytes, a colon and its content, so any
//! text may stand in it. A field may hold a record itself. A reader never guesses: a field that is
//! missing, left over or unknown is an error.
//!
//! ```text
//! napkin    = { statement }
//! statement = kind name line noun shape rows [ sentence loose published named rules ]
//! rows      = { row }               row       = slot program
//! program   = { step }              step      = sign { field }
//! loose     = [ why ]               published = { shape note rules }
//! named     = { name row }          rules     = { index rule }
//! rule      = "~=" number unit slot
//!           | comparison number unit slot row
//!           | "is" name index
//! ```
//!
//! `kind` is `let` or `claim`, which alone has the second half; `shape` is `one`, `list` or
//! `range`; `slot` is where the row's first value stands among the napkin's values, which follow
//! in the order of the steps. A rule's slot holds what it needs beside: after `~=` one of the unit,
//! the least and the greatest value that print so; after a comparison the size of the stated unit,
//! zero where none is stated.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::operation::{Builtin, Comparison, Operator, Order, Takes};

/// Why a record cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// What was expected.
    pub expected: &'static str,
}

impl fmt::Display for Malformed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a record is damaged: expected {}", self.expected)
    }
}

impl core::error::Error for Malformed {}

const fn expected<T>(expected: &'static str) -> Result<T, Malformed> {
    Err(Malformed { expected })
}

/// Writes fields one after the other.
#[derive(Clone, Debug, Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// Appends a field.
    pub fn field(&mut self, content: &str) -> &mut Writer {
        self.text.push_str(&content.len().to_string());
        self.text.push(':');
        self.text.push_str(content);
        self
    }

    /// Appends a number.
    pub fn number(&mut self, number: usize) -> &mut Writer {
        self.field(&number.to_string())
    }

    /// Appends a record as one field.
    pub fn record(&mut self, write: impl FnOnce(&mut Writer)) -> &mut Writer {
        let mut inner = Writer::default();
        write(&mut inner);
        self.field(&inner.text)
    }

    /// How many bytes there are so far: where the next field will stand.
    pub fn position(&self) -> usize {
        self.text.len()
    }

    /// All of it.
    pub fn finish(self) -> String {
        self.text
    }
}

/// Reads fields one after the other, in const and at run time.
///
/// ```
/// use mlsysim_language::record::Reader;
/// const HOUR: &str = {
///     let mut reader = Reader::new("1:51:h");
///     match (reader.field(), reader.field()) {
///         (Ok(_), Ok(unit)) => unit,
///         _ => panic!("a record of two fields"),
///     }
/// };
/// assert_eq!(HOUR, "h");
/// assert!(Reader::new("9:short").field().is_err());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    text: &'a str,
    position: usize,
}

impl<'a> Reader<'a> {
    /// From the start of a record.
    pub const fn new(text: &'a str) -> Reader<'a> {
        Reader { text, position: 0 }
    }

    /// From a field that stands at a byte of a record.
    pub const fn at(text: &'a str, position: usize) -> Reader<'a> {
        Reader { text, position }
    }

    /// Whether every field is read.
    pub const fn is_at_end(&self) -> bool {
        self.position >= self.text.len()
    }

    /// Where the content of the field at a byte starts and ends.
    const fn extent(bytes: &[u8], position: usize) -> Result<(usize, usize), Malformed> {
        let (mut length, mut index) = (0_usize, position);
        while index < bytes.len() && bytes[index] >= b'0' && bytes[index] <= b'9' {
            if length > bytes.len() {
                return expected("a length that fits");
            }
            length = 10 * length + (bytes[index] - b'0') as usize;
            index += 1;
        }
        if index == position || index >= bytes.len() || bytes[index] != b':' {
            return expected("a length and a colon");
        }
        let start = index + 1;
        if length > bytes.len() - start {
            return expected("a field of the length that is said");
        }
        Ok((start, start + length))
    }

    /// The next field.
    pub const fn field(&mut self) -> Result<&'a str, Malformed> {
        let (start, end) = match Reader::extent(self.text.as_bytes(), self.position) {
            Ok(extent) => extent,
            Err(error) => return Err(error),
        };
        if !self.text.is_char_boundary(start) || !self.text.is_char_boundary(end) {
            return expected("whole characters");
        }
        let (before, _) = self.text.split_at(end);
        let (_, field) = before.split_at(start);
        self.position = end;
        Ok(field)
    }

    /// Passes over so many fields.
    pub const fn skip(&mut self, fields: usize) -> Result<(), Malformed> {
        let bytes = self.text.as_bytes();
        let (mut passed, mut position) = (0, self.position);
        while passed < fields {
            let (start, mut length) = (position, 0);
            // As `extent`, without its result: a list of 300 wrong figures passes over 100,000.
            let found = loop {
                if position >= bytes.len() || length > bytes.len() {
                    break b'-';
                }
                let byte = bytes[position];
                position += 1;
                if byte < b'0' || byte > b'9' {
                    break byte;
                }
                length = 10 * length + (byte - b'0') as usize;
            };
            if found != b':' || position == start + 1 || length > bytes.len() - position {
                return expected("a field of the length that is said");
            }
            position += length;
            passed += 1;
        }
        self.position = position;
        Ok(())
    }

    /// The next field, as a number.
    pub const fn number(&mut self) -> Result<usize, Malformed> {
        match self.field() {
            // `from_str_radix` would take a sign.
            Ok(text) => match (text.as_bytes(), usize::from_str_radix(text, 10)) {
                ([b'0'..=b'9', ..], Ok(number)) => Ok(number),
                _ => expected("a number"),
            },
            Err(error) => Err(error),
        }
    }

    /// The next field, as a record of its own.
    pub const fn record(&mut self) -> Result<Reader<'a>, Malformed> {
        match self.field() {
            Ok(text) => Ok(Reader::new(text)),
            Err(error) => Err(error),
        }
    }

    /// Fails if a field is left over.
    pub const fn end(&self) -> Result<(), Malformed> {
        match self.is_at_end() {
            true => Ok(()),
            false => expected("the end"),
        }
    }

    /// Every item that is left.
    pub fn all<T>(
        mut self,
        read: impl Fn(&mut Reader<'a>) -> Result<T, Malformed>,
    ) -> Result<Vec<T>, Malformed> {
        let mut items = Vec::new();
        while !self.is_at_end() {
            items.push(read(&mut self)?);
        }
        Ok(items)
    }
}

/// One step of a program in postfix notation.
///
/// `Text` is `String` where it is written and `&str` where it is read; `Formula` tells which
/// formula is called: the place in the napkin's list of them, or the formula itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Step<Text, Formula> {
    /// A number as written, with its unit.
    Number {
        /// The number's text.
        text: Text,
        /// The unit's text, `$` first where the number has one before it.
        unit: Text,
    },
    /// A `let` or a claim of the same napkin; in a formula, an argument.
    Local {
        /// The statement, counted from zero.
        statement: usize,
        /// The row of a list.
        row: usize,
        /// Its name.
        name: Text,
    },
    /// A constant from outside of the napkin.
    Outer(Text),
    /// A quantity that Rust computes.
    Rust(Text),
    /// Unary minus.
    Negate,
    /// `+ - * / ^`
    Binary(Operator),
    /// `sqrt`, `min` and the like, and how many values it takes.
    Builtin(Builtin, usize),
    /// A call of a formula or of another function.
    Call {
        /// The formula; none for other Rust code.
        formula: Option<Formula>,
        /// The call as written, without its arguments.
        text: Text,
        /// Each argument: `None` for a value of the steps before, else its text.
        arguments: Vec<Option<Text>>,
    },
    /// `if a < b { x } else { y }`: the four are values of the steps before.
    If(Order),
}

impl<Text, Formula> Step<Text, Formula> {
    /// How many values of the steps before it takes.
    pub fn arity(&self) -> usize {
        match self {
            Step::Number { .. } | Step::Local { .. } | Step::Outer(_) | Step::Rust(_) => 0,
            Step::Negate => 1,
            Step::Binary(_) => 2,
            Step::Builtin(_, arity) => *arity,
            Step::If(_) => 4,
            Step::Call { arguments, .. } => arguments.iter().filter(|it| it.is_none()).count(),
        }
    }
}

/// A row: a value with the program that computes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<Text, Formula> {
    /// Where the value of its first step stands.
    pub slot: usize,
    /// Its steps; the last one's value is the row's.
    pub steps: Vec<Step<Text, Formula>>,
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

type WrittenStep = Step<String, usize>;
type WrittenRow = Row<String, usize>;

impl WrittenStep {
    fn write(&self, to: &mut Writer) {
        match self {
            Step::Number { text, unit } => {
                to.field("#").field(text).field(unit);
            }
            Step::Local {
                statement,
                row,
                name,
            } => {
                to.field("$").number(*statement).number(*row).field(name);
            }
            Step::Outer(path) => {
                to.field("@").field(path);
            }
            Step::Rust(text) => {
                to.field("%").field(text);
            }
            Step::Negate => {
                to.field("~");
            }
            Step::Binary(operator) => {
                to.field(operator.sign());
            }
            Step::Builtin(builtin, arity) => {
                to.field("!").field(builtin.name()).number(*arity);
            }
            Step::If(order) => {
                to.field("?").field(order.sign());
            }
            Step::Call {
                formula,
                text,
                arguments,
            } => {
                to.field("()").record(|to| {
                    if let Some(formula) = formula {
                        to.number(*formula);
                    }
                });
                to.field(text).record(|to| {
                    for argument in arguments {
                        to.record(|to| {
                            if let Some(text) = argument {
                                to.field(text);
                            }
                        });
                    }
                });
            }
        }
    }
}

impl WrittenRow {
    fn write(&self, to: &mut Writer) {
        to.number(self.slot)
            .record(|to| write_program(&self.steps, to));
    }
}

fn write_program(steps: &[WrittenStep], to: &mut Writer) {
    for step in steps {
        step.write(to);
    }
}

/// A program as the record of a formula has it.
pub fn program(steps: &[Step<String, usize>]) -> String {
    let mut writer = Writer::default();
    write_program(steps, &mut writer);
    writer.finish()
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
            to.field(&self.noun).field(self.shape.word()).record(|to| {
                for row in &self.rows {
                    to.record(|to| row.write(to));
                }
            });
            let Some(claim) = &self.claim else {
                return;
            };
            to.field(&claim.sentence);
            to.record(|to| {
                if let Some(why) = &claim.loose {
                    to.field(why);
                }
            });
            to.record(|to| {
                for published in &claim.published {
                    to.field(published.shape.word()).field(&published.note);
                    write_rules(&published.rules, to);
                }
            });
            to.record(|to| {
                for (name, row) in &claim.named {
                    to.field(name).record(|to| row.write(to));
                }
            });
            write_rules(&claim.rules, to);
        });
    }
}

fn write_rules(rules: &[(usize, Rule<String, usize>)], to: &mut Writer) {
    to.record(|to| {
        for (row, rule) in rules {
            to.number(*row).record(|to| rule.write(to));
        }
    });
}

/// Finds the formula that a number of the record stands for.
pub trait Formulas<Formula> {
    /// The formula, if there is one of that number.
    fn find(&self, number: usize) -> Option<Formula>;
}

impl<F: Copy> Formulas<F> for &[F] {
    fn find(&self, number: usize) -> Option<F> {
        self.get(number).copied()
    }
}

fn read_step<'a, F>(
    from: &mut Reader<'a>,
    formulas: &impl Formulas<F>,
) -> Result<Step<&'a str, F>, Malformed> {
    Ok(match from.field()? {
        "#" => Step::Number {
            text: from.field()?,
            unit: from.field()?,
        },
        "$" => Step::Local {
            statement: from.number()?,
            row: from.number()?,
            name: from.field()?,
        },
        "@" => Step::Outer(from.field()?),
        "%" => Step::Rust(from.field()?),
        "~" => Step::Negate,
        "!" => {
            let Some(builtin) = Builtin::from_name(from.field()?) else {
                return expected("a builtin");
            };
            let arity = from.number()?;
            let fits = match builtin.takes() {
                Takes::One => arity == 1,
                Takes::TwoOrList | Takes::List => arity >= 1,
            };
            if !fits {
                return expected("as many values as the builtin takes");
            }
            Step::Builtin(builtin, arity)
        }
        "?" => match Order::from_sign(from.field()?) {
            Some(order) => Step::If(order),
            None => return expected("an order"),
        },
        "()" => {
            let mut formula = from.record()?;
            let formula = match formula.is_at_end() {
                true => None,
                false => {
                    let number = formula.number()?;
                    formula.end()?;
                    match formulas.find(number) {
                        Some(formula) => Some(formula),
                        None => return expected("a formula of the list"),
                    }
                }
            };
            Step::Call {
                formula,
                text: from.field()?,
                arguments: from.record()?.all(|from| optional(from.record()?))?,
            }
        }
        sign => match Operator::from_sign(sign) {
            Some(operator) => Step::Binary(operator),
            None => return expected("a step"),
        },
    })
}

/// Passes over a step; of a [`Step::Local`] it gives the statement and the row.
///
/// For reports in const, which need no more of a step than what it leads to.
pub const fn pass_step(from: &mut Reader<'_>) -> Result<Option<(usize, usize)>, Malformed> {
    let sign = match from.field() {
        Ok(sign) => sign,
        Err(error) => return Err(error),
    };
    let passed = match sign.as_bytes() {
        b"$" => {
            return match (from.number(), from.number(), from.skip(1)) {
                (Ok(statement), Ok(row), Ok(())) => Ok(Some((statement, row))),
                _ => expected("a statement, a row and a name"),
            };
        }
        b"#" | b"!" => from.skip(2),
        b"@" | b"%" | b"?" => from.skip(1),
        b"()" => from.skip(3),
        b"~" | b"+" | b"-" | b"*" | b"/" | b"^" => Ok(()),
        _ => expected("a step"),
    };
    match passed {
        Ok(()) => Ok(None),
        Err(error) => Err(error),
    }
}

fn optional<'a>(mut from: Reader<'a>) -> Result<Option<&'a str>, Malformed> {
    if from.is_at_end() {
        return Ok(None);
    }
    let text = from.field()?;
    from.end()?;
    Ok(Some(text))
}

/// Reads a program: the steps of a formula's body.
pub fn read_program<'a, F>(
    program: &'a str,
    formulas: &impl Formulas<F>,
) -> Result<Vec<Step<&'a str, F>>, Malformed> {
    Reader::new(program).all(|from| read_step(from, formulas))
}

fn read_row<'a, F>(
    from: &mut Reader<'a>,
    formulas: &impl Formulas<F>,
) -> Result<Row<&'a str, F>, Malformed> {
    let slot = from.number()?;
    let steps = from.record()?.all(|from| read_step(from, formulas))?;
    if steps.is_empty() {
        return expected("a program of at least one step");
    }
    Ok(Row { slot, steps })
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
            loose: optional(from.record()?)?,
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

//! Programs in postfix notation: steps, and rows of them.

use alloc::string::String;
use alloc::vec::Vec;

use super::field::{Malformed, Reader, Writer, expected};
use crate::operation::{Builtin, Operator, Order, Takes};

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

impl Step<String, usize> {
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
                to.field(text).list(arguments, |to, argument| {
                    to.optional(argument.as_deref());
                });
            }
        }
    }
}

impl Row<String, usize> {
    pub(super) fn write(&self, to: &mut Writer) {
        to.number(self.slot)
            .record(|to| write_program(&self.steps, to));
    }
}

fn write_program(steps: &[Step<String, usize>], to: &mut Writer) {
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
                arguments: from.list(Reader::optional)?,
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
    let sign = match from.sign() {
        Ok(sign) => sign,
        Err(error) => return Err(error),
    };
    let passed = match sign {
        (b'$', 1) => {
            return match (from.number(), from.number(), from.skip(1)) {
                (Ok(statement), Ok(row), Ok(())) => Ok(Some((statement, row))),
                _ => expected("a statement, a row and a name"),
            };
        }
        (b'#' | b'!', 1) => from.skip(2),
        (b'@' | b'%' | b'?', 1) => from.skip(1),
        (b'(', 2) => from.skip(3),
        (b'~' | b'+' | b'-' | b'*' | b'/' | b'^', 1) => Ok(()),
        _ => expected("a step"),
    };
    match passed {
        Ok(()) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads a program: the steps of a formula's body.
pub fn read_program<'a, F>(
    program: &'a str,
    formulas: &impl Formulas<F>,
) -> Result<Vec<Step<&'a str, F>>, Malformed> {
    Reader::new(program).all(|from| read_step(from, formulas))
}

pub(super) fn read_row<'a, F>(
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

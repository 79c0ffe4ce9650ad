//! A value as a number times powers of what is named in it, so that what cancels is seen through
//! the lines of a block.

use std::collections::BTreeMap;

use mlsysim_language::operation::{Builtin, Operator};
use mlsysim_language::steps::{Row, Step, What};

/// A number times powers of names and of what is no product.
#[derive(Clone, Debug, Default)]
pub(super) struct Normal {
    pub(super) coefficient: f64,
    pub(super) powers: BTreeMap<String, i32>,
    /// A name that stood above and below the bar, or before a zero, and is gone.
    pub(super) canceled: Option<String>,
    /// Whether it is nothing but a number as it is written.
    pub(super) is_literal: bool,
    /// The unit that it is written in, if it is a number or the name of one.
    pub(super) unit: Option<(u64, i64)>,
}

impl Normal {
    pub(super) fn named(name: String) -> Normal {
        Normal {
            coefficient: 1.0,
            powers: BTreeMap::from([(name, 1)]),
            ..Normal::default()
        }
    }

    fn text(&self) -> String {
        let powers = self.powers.iter();
        let powers = powers.map(|(name, power)| format!(" {name}^{power}"));
        format!("{:e}{}", self.coefficient, powers.collect::<String>())
    }

    fn times(mut self, right: Normal, sign: i32) -> Normal {
        self.coefficient *= right.coefficient.powi(sign);
        (self.is_literal, self.unit) = (false, None);
        self.canceled = self.canceled.or(right.canceled);
        for (name, power) in right.powers {
            let sum = self.powers.remove(&name).unwrap_or(0) + sign * power;
            match sum {
                0 => self.canceled = Some(name),
                sum => {
                    self.powers.insert(name, sum);
                }
            }
        }
        self.without_zero()
    }

    /// Zero times something is zero.
    fn without_zero(mut self) -> Normal {
        if self.coefficient == 0.0
            && let Some((name, _)) = self.powers.pop_first()
        {
            self.canceled = Some(name);
            self.powers.clear();
        }
        self
    }

    fn raised(self, power: i32) -> Normal {
        let whole = Normal {
            coefficient: 1.0,
            ..Normal::default()
        };
        let mut all =
            (0..power.unsigned_abs()).fold(whole, |all, _| all.times(self.clone(), power.signum()));
        if power == 0 {
            all.canceled = self.powers.into_keys().next();
        }
        all
    }

    /// The terms of a sum, if they are the same but for a number.
    fn plus(&self, right: &Normal, sign: f64) -> Option<Normal> {
        if right.is_literal && right.coefficient == 0.0 {
            return Some(self.clone());
        }
        (self.powers == right.powers).then(|| {
            let sum = Normal {
                coefficient: self.coefficient + sign * right.coefficient,
                is_literal: false,
                unit: None,
                canceled: self.canceled.clone().or(right.canceled.clone()),
                powers: self.powers.clone(),
            };
            sum.without_zero()
        })
    }

    fn root(&self) -> Option<Normal> {
        let is_even = self.powers.values().all(|power| power % 2 == 0);
        (is_even && self.coefficient > 0.0).then(|| Normal {
            coefficient: self.coefficient.sqrt(),
            powers: self
                .powers
                .iter()
                .map(|(name, power)| (name.clone(), power / 2))
                .collect(),
            canceled: self.canceled.clone(),
            is_literal: false,
            unit: None,
        })
    }
}

/// Between a name of the block and its row, where no path has it.
const INPUT: char = '\0';

fn input(name: &str, row: usize) -> String {
    format!("{name}{INPUT}{row}")
}

/// As an author writes it: the first value of a list reads as the list.
pub(super) fn shown(name: &str) -> String {
    match name.split_once(INPUT) {
        Some((name, "0")) => name.to_owned(),
        Some((name, row)) if row.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{name}[{row}]")
        }
        Some((function, _)) => format!("{}(…)", function.split('(').next().unwrap_or_default()),
        None => name.to_owned(),
    }
}

/// The value of a row; `statements` are the values of the lines above.
pub(super) fn normal(row: &Row, statements: &[Vec<Normal>]) -> Normal {
    let mut stack: Vec<Normal> = Vec::new();
    for step in &row.steps {
        let start = stack.len().saturating_sub(step.arity());
        let operands = stack.split_off(start);
        stack.push(applied(step, operands, statements));
    }
    stack.pop().unwrap_or_default()
}

fn applied(step: &Step, operands: Vec<Normal>, statements: &[Vec<Normal>]) -> Normal {
    let known = match (&step.what, &*operands) {
        (What::Number(number), _) => Some(Normal {
            coefficient: number.base_value(),
            is_literal: true,
            unit: Some((number.unit.factor.value().to_bits(), number.unit.dimension)),
            ..Normal::default()
        }),
        (
            What::Local {
                name,
                statement,
                row,
                ..
            },
            _,
        ) => {
            let rows = statements.get(*statement);
            match rows.and_then(|rows| rows.get(*row)) {
                Some(value) if !value.is_literal => Some(value.clone()),
                // A number that is given a name is an input.
                literal => Some(Normal {
                    unit: literal.and_then(|it| it.unit),
                    ..Normal::named(input(name, *row))
                }),
            }
        }
        (What::Negate, [value]) => Some(Normal {
            coefficient: -value.coefficient,
            ..value.clone()
        }),
        (What::Binary(operator), [left, right]) => match operator {
            Operator::Multiply => Some(left.clone().times(right.clone(), 1)),
            Operator::Divide => Some(left.clone().times(right.clone(), -1)),
            Operator::Add => left.plus(right, 1.0),
            Operator::Subtract => left.plus(right, -1.0),
            Operator::Power => exponent(right).map(|power| left.clone().raised(power)),
        },
        (What::Builtin(Builtin::SquareRoot, _), [value]) => value.root(),
        (What::Builtin(Builtin::Minimum | Builtin::Maximum, _), [left, right])
            if left.text() == right.text() =>
        {
            Some(left.clone())
        }
        _ => None,
    };
    known.unwrap_or_else(|| Normal::named(text(step, &operands)))
}

/// A small whole number.
fn exponent(right: &Normal) -> Option<i32> {
    let value = right.coefficient;
    let is_whole = right.powers.is_empty() && value.fract() == 0.0 && value.abs() <= 15.0;
    is_whole.then_some(value as i32)
}

fn text(step: &Step, operands: &[Normal]) -> String {
    let own = match &step.what {
        What::Number(number) => number.full_text(),
        What::Outer(place) => place.indexed(),
        What::Rust(text) => text.clone(),
        What::Local { name, .. } => name.clone(),
        What::Negate => "-".to_owned(),
        What::Binary(operator) => operator.sign().to_owned(),
        What::Builtin(builtin, _) => builtin.name().to_owned(),
        What::If(order) => format!("if {}", order.sign()),
        What::Call(call) => format!("{}{}", call.callee.text, call.fields_text),
    };
    if operands.is_empty() && !matches!(step.what, What::Call(_)) {
        return own;
    }
    let operands: Vec<String> = operands.iter().map(Normal::text).collect();
    format!("{own}({})", operands.join(", "))
}

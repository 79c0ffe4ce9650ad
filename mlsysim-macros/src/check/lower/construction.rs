//! Claims that are true by construction: they could not fail.

use std::collections::BTreeMap;

use mlsysim_language::operation::Operator;
use mlsysim_language::steps::{Row, Rows, Step, What};
use mlsysim_language::token::Extent;

use super::normal::{Normal, normal, shown};

/// Why a claim cannot be wrong, and where that is seen; `statements` are the values of the lines
/// above.
pub(super) fn fault(
    value: &Rows,
    stated: &[Row],
    statements: &[Vec<Normal>],
) -> Option<(Extent, String)> {
    for (number, row) in value.rows.iter().enumerate() {
        let bound = stated.get(number).or(stated.last());
        if let Some(fault) = cancels(row) {
            return Some(fault);
        }
        let may_be_same = |bound: &&Row| bound.steps.len() == row.steps.len();
        let is_same = bound
            .filter(may_be_same)
            .is_some_and(|bound| text(&bound.steps) == text(&row.steps));
        let normal_bound = bound.map(|bound| normal(bound, statements));
        let why = without_input(&normal(row, statements), normal_bound, is_same);
        if let Some(why) = why {
            return Some((row.extent, why));
        }
    }
    None
}

/// Whether a row depends on what is defined elsewhere.
pub(super) fn has_names(row: &Row) -> bool {
    row.steps.iter().any(|step| match step.what {
        What::Outer(_) | What::Local { .. } | What::Rust(_) | What::Call(_) => true,
        What::Number(_) | What::Negate | What::Binary(_) | What::Builtin(..) | What::If(_) => false,
    })
}

/// Why nothing that is named decides whether the claim holds.
fn without_input(value: &Normal, bound: Option<Normal>, is_same: bool) -> Option<String> {
    if let (Some(name), true) = (&value.canceled, value.powers.is_empty()) {
        let name = shown(name);
        return Some(format!(
            "`{name}` cancels, and nothing that is named is left"
        ));
    }
    let bound = bound?;
    if is_same && !bound.is_literal {
        return Some("both sides are the same expression".to_owned());
    }
    if value.powers == bound.powers && !value.powers.is_empty() {
        let name = shown(value.powers.keys().next()?);
        return Some(format!(
            "both sides are the same but for a number: `{name}` cancels"
        ));
    }
    // In another unit it is a conversion, which can be wrong.
    if !bound.is_literal || value.unit.is_none() || value.unit != bound.unit {
        return None;
    }
    Some(match value.powers.keys().next() {
        Some(name) => format!(
            "`{}` is a number of this block, and nothing is computed from it",
            shown(name)
        ),
        None => "a number is compared with a number, and nothing is computed".to_owned(),
    })
}

/// A product as powers of what stands in it.
#[derive(Clone)]
struct Product {
    powers: BTreeMap<String, i32>,
    text: String,
}

impl Product {
    fn of(text: String) -> Product {
        Product {
            powers: BTreeMap::from([(text.clone(), 1)]),
            text,
        }
    }
}

/// Something named that is multiplied and divided away again.
fn cancels(row: &Row) -> Option<(Extent, String)> {
    let takes_away = |step: &Step| {
        let minus_or_bar = [Operator::Subtract, Operator::Divide, Operator::Power];
        matches!(step.what, What::Binary(operator) if minus_or_bar.contains(&operator))
    };
    if !row.steps.iter().any(takes_away) {
        return None;
    }
    let mut stack: Vec<Product> = Vec::new();
    for step in &row.steps {
        let operands = stack.split_off(stack.len().checked_sub(step.arity())?);
        let text = step_text(step, &operands);
        let product = match (&step.what, &*operands) {
            (What::Number(_), _) => Product {
                powers: BTreeMap::new(),
                text,
            },
            (What::Binary(operator @ (Operator::Multiply | Operator::Divide)), [left, right]) => {
                let mut product = left.clone();
                product.text = text;
                let sign = if *operator == Operator::Multiply {
                    1
                } else {
                    -1
                };
                for (factor, power) in &right.powers {
                    let sum = product.powers.get(factor).copied().unwrap_or(0) + sign * power;
                    if sum == 0 {
                        let why = format!("`{factor}` cancels, and says nothing about the result");
                        return Some((step.extent, why));
                    }
                    product.powers.insert(factor.clone(), sum);
                }
                product
            }
            (What::Binary(Operator::Subtract), [left, right]) if left.text == right.text => {
                let why = format!("`{}` is subtracted from itself", left.text);
                return Some((step.extent, why));
            }
            (What::Binary(Operator::Power), [base, _]) => match whole(&row.steps, step) {
                Some(exponent) => Product {
                    powers: base
                        .powers
                        .iter()
                        .map(|(it, power)| (it.clone(), power * exponent))
                        .collect(),
                    text,
                },
                None => Product::of(text),
            },
            (What::Negate, [operand]) => Product {
                powers: operand.powers.clone(),
                text,
            },
            _ => Product::of(text),
        };
        stack.push(product);
    }
    None
}

/// The exponent before a power, if it is a small whole number.
fn whole(steps: &[Step], power: &Step) -> Option<i32> {
    let at = steps.iter().position(|step| std::ptr::eq(step, power))?;
    match &steps[at.checked_sub(1)?].what {
        What::Number(number) if number.exponent == 0 => {
            let digits = i32::try_from(number.digits)
                .ok()
                .filter(|it| (1..16).contains(it))?;
            Some(if number.negative { -digits } else { digits })
        }
        _ => None,
    }
}

fn step_text(step: &Step, operands: &[Product]) -> String {
    let joined: Vec<&str> = operands
        .iter()
        .map(|operand| operand.text.as_str())
        .collect();
    match &step.what {
        What::Number(number) => number.full_text(),
        What::Outer(place) => place.indexed(),
        What::Local { name, row, .. } => match row {
            0 => name.clone(),
            row => format!("{name}[{row}]"),
        },
        What::Rust(text) => text.clone(),
        What::Negate => format!("-{}", joined.join("")),
        What::Binary(operator) => format!("({})", joined.join(&format!(" {} ", operator.sign()))),
        What::Builtin(builtin, _) => format!("{}({})", builtin.name(), joined.join(", ")),
        What::If(order) => format!("if {} ({})", order.sign(), joined.join(", ")),
        What::Call(call) => format!(
            "{}({}){}",
            call.callee.text,
            joined.join(", "),
            call.fields_text
        ),
    }
}

/// A program as one text, to compare it.
fn text(steps: &[Step]) -> String {
    let mut stack: Vec<Product> = Vec::new();
    for step in steps {
        let start = stack.len().saturating_sub(step.arity());
        let operands = stack.split_off(start);
        let text = step_text(step, &operands);
        stack.push(Product::of(text));
    }
    stack.pop().map_or_else(String::new, |product| product.text)
}

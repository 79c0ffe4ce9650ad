//! An expression as a reader sees it, in LaTeX and in plain text.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::number::{self, with_unit, with_unit_latex};
use crate::claims::trace;
use mlsysim_language::operation::{Builtin, Operator, Order};

/// An expression whose leaves are as displayed.
#[derive(Clone, Debug)]
pub enum Shown {
    /// A symbol.
    Name {
        /// In math mode.
        latex: String,
        /// In plain text.
        plain: String,
        /// What it stands for in base units, `NaN` where that is not known.
        value: f64,
    },
    /// A number with its unit.
    Value {
        /// The number's text.
        number: String,
        /// The unit's text, `$` first where the number has one before it.
        unit: String,
        /// What the text says, in base units.
        value: f64,
        /// Whether the text says the value in full.
        exact: bool,
    },
    /// Unary minus.
    Negate(Box<Shown>),
    /// `+ - * / ^`
    Binary(Operator, Box<Shown>, Box<Shown>),
    /// `sqrt`, `min` and the like.
    Builtin(Builtin, Vec<Shown>),
    /// A function that is shown by name.
    Call {
        /// In math mode.
        latex: String,
        /// In plain text.
        plain: String,
        /// Its arguments.
        arguments: Vec<Shown>,
        /// What it gave, in base units.
        value: f64,
    },
    /// `if a < b { x } else { y }`: the relation, then a, b, x and y.
    If(Order, Box<[Shown; 4]>),
}

/// How tightly a piece binds, loosest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Choice,
    Sum,
    Negative,
    Product,
    Quotient,
    Power,
    Whole,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Latex,
    Plain,
}

impl Shown {
    /// A symbol that is a word of the code.
    pub fn word(path: &str, value: f64) -> Shown {
        let plain = super::name::readable(path);
        Shown::Name {
            latex: number::escape(&plain),
            plain,
            value,
        }
    }

    /// A sum, product or the like; a minus before a quotient stands before all of it.
    pub fn binary(operator: Operator, left: Shown, right: Shown) -> Shown {
        match left {
            Shown::Negate(inner) if matches!(operator, Operator::Multiply | Operator::Divide) => {
                Shown::Negate(Box::new(Shown::Binary(operator, inner, Box::new(right))))
            }
            left => Shown::Binary(operator, Box::new(left), Box::new(right)),
        }
    }

    /// LaTeX for math mode.
    pub fn latex(&self) -> String {
        self.text(Style::Latex)
    }

    /// Plain text.
    pub fn plain(&self) -> String {
        self.text(Style::Plain)
    }

    /// What a reader gets who computes it from the numbers as displayed, in base units.
    pub fn value(&self) -> f64 {
        match self {
            Shown::Name { value, .. } | Shown::Value { value, .. } | Shown::Call { value, .. } => {
                *value
            }
            Shown::Negate(operand) => -operand.value(),
            Shown::Binary(operator, left, right) => {
                trace::binary(*operator, left.value(), right.value())
            }
            Shown::Builtin(builtin, arguments) => {
                let values: Vec<f64> = arguments.iter().map(Shown::value).collect();
                trace::builtin(*builtin, &values)
            }
            Shown::If(order, operands) => {
                let [left, right, then, otherwise] = &**operands;
                let chosen = order.holds(left.value(), right.value());
                if chosen { then } else { otherwise }.value()
            }
        }
    }

    /// Whether every number in it says its value in full.
    pub fn is_exact(&self) -> bool {
        match self {
            Shown::Value { exact, .. } => *exact,
            other => other.children().all(Shown::is_exact),
        }
    }

    /// How many characters wide it is typeset, roughly.
    pub fn width(&self) -> usize {
        match self {
            Shown::Name { latex, plain, .. } => {
                // A symbol's LaTeX says more about its width than the name in words.
                if latex.starts_with(r"\text") {
                    plain.chars().count()
                } else {
                    plain.chars().count().min(5)
                }
            }
            Shown::Value { .. } => self.plain().chars().count(),
            Shown::Binary(Operator::Divide, left, right) => left.width().max(right.width()),
            Shown::Binary(Operator::Add | Operator::Subtract | Operator::Multiply, left, right) => {
                left.width() + right.width() + 3
            }
            other => 3 + other.children().map(Shown::width).sum::<usize>(),
        }
    }

    fn children(&self) -> Box<dyn Iterator<Item = &Shown> + '_> {
        match self {
            Shown::Name { .. } | Shown::Value { .. } => Box::new([].iter()),
            Shown::Negate(operand) => Box::new(::core::iter::once(&**operand)),
            Shown::Binary(_, left, right) => Box::new([&**left, &**right].into_iter()),
            Shown::Builtin(_, arguments) | Shown::Call { arguments, .. } => {
                Box::new(arguments.iter())
            }
            Shown::If(_, operands) => Box::new(operands.iter()),
        }
    }

    fn binding(&self, style: Style) -> Binding {
        match self {
            // `M/B` squared is no `M/B^2`.
            Shown::Name { latex, .. } if style == Style::Latex && has_slash(latex) => {
                Binding::Product
            }
            Shown::Name { .. } | Shown::Call { .. } => Binding::Whole,
            Shown::Value { number, .. } if number.starts_with('-') => Binding::Negative,
            // `6 MB / 2 GB/s` reads as if it were divided by 2 GB.
            Shown::Value { unit, .. } if style == Style::Plain && unit.contains('/') => {
                Binding::Product
            }
            Shown::Value { number, unit, .. } if unit.is_empty() && !number.contains('e') => {
                Binding::Whole
            }
            Shown::Value { .. } => Binding::Power,
            Shown::Negate(_) => Binding::Negative,
            Shown::Binary(Operator::Add | Operator::Subtract, ..) => Binding::Sum,
            Shown::Binary(Operator::Multiply, ..) => Binding::Product,
            Shown::Binary(Operator::Divide, ..) => match style {
                Style::Latex => Binding::Quotient,
                Style::Plain => Binding::Product,
            },
            Shown::Binary(..) => Binding::Power,
            Shown::Builtin(Builtin::Exponential, _) if style == Style::Latex => Binding::Power,
            Shown::Builtin(..) => Binding::Whole,
            Shown::If(..) => Binding::Choice,
        }
    }

    fn text(&self, style: Style) -> String {
        match (self, style) {
            (Shown::Name { latex, .. }, Style::Latex) => latex.clone(),
            (Shown::Name { plain, .. }, Style::Plain) => plain.clone(),
            (Shown::Value { number, unit, .. }, Style::Latex) => with_unit_latex(number, unit),
            (Shown::Value { number, unit, .. }, Style::Plain) => with_unit(number, unit),
            (Shown::Negate(operand), _) => {
                format!("-{}", operand.after_sign(Binding::Product, style))
            }
            (Shown::Binary(operator, left, right), _) => binary(*operator, left, right, style),
            (Shown::Builtin(name, arguments), Style::Latex) => builtin_latex(*name, arguments),
            (Shown::Builtin(name, arguments), Style::Plain) => {
                format!("{}({})", name.name(), list(arguments, style))
            }
            (
                Shown::Call {
                    latex, arguments, ..
                },
                Style::Latex,
            ) => {
                format!(r"{latex}\left({}\right)", list(arguments, style))
            }
            (
                Shown::Call {
                    plain, arguments, ..
                },
                Style::Plain,
            ) => {
                format!("{plain}({})", list(arguments, style))
            }
            (Shown::If(relation, operands), _) => {
                let [left, right, then, otherwise] = operands.each_ref().map(|o| o.text(style));
                let sign = relation_sign(relation.sign(), style == Style::Latex);
                match style {
                    Style::Latex => format!(
                        r"\begin{{cases}} {then} & \text{{if }} {left} {sign} {right} \\ {otherwise} & \text{{otherwise}} \end{{cases}}"
                    ),
                    Style::Plain => {
                        format!("if {left} {sign} {right} then {then} else {otherwise}")
                    }
                }
            }
        }
    }

    /// In parentheses if it binds looser than its place needs.
    fn at_least(&self, needed: Binding, style: Style) -> String {
        let text = self.text(style);
        match self.binding(style) >= needed {
            true => text,
            false => in_parentheses(&text, style),
        }
    }

    /// The same where an operator stands before it: a sign never follows a sign.
    fn after_sign(&self, needed: Binding, style: Style) -> String {
        let text = self.at_least(needed, style);
        match text.starts_with('-') {
            true => in_parentheses(&text, style),
            false => text,
        }
    }
}

fn in_parentheses(text: &str, style: Style) -> String {
    match style {
        Style::Latex => format!(r"\left({text}\right)"),
        Style::Plain => format!("({text})"),
    }
}

fn binary(operator: Operator, left: &Shown, right: &Shown, style: Style) -> String {
    match (operator, style) {
        (Operator::Add, _) => {
            let right = right.after_sign(Binding::Sum, style);
            format!("{} + {right}", left.at_least(Binding::Sum, style))
        }
        (Operator::Subtract, _) => {
            let right = right.after_sign(Binding::Product, style);
            format!("{} - {right}", left.at_least(Binding::Sum, style))
        }
        (Operator::Multiply, _) => {
            let (left, right) = (
                left.at_least(Binding::Negative, style),
                right.after_sign(Binding::Product, style),
            );
            match style {
                Style::Latex => format!(r"{left} \cdot {right}"),
                Style::Plain => format!("{left} × {right}"),
            }
        }
        (Operator::Divide, Style::Latex) => {
            format!(r"\frac{{{}}}{{{}}}", left.latex(), right.latex())
        }
        (Operator::Divide, Style::Plain) => format!(
            "{} / {}",
            left.at_least(Binding::Negative, style),
            right.after_sign(Binding::Quotient, style)
        ),
        (Operator::Power, Style::Latex) => format!(
            "{}^{{{}}}",
            left.at_least(Binding::Whole, style),
            right.latex()
        ),
        (Operator::Power, Style::Plain) => format!(
            "{}^{}",
            left.at_least(Binding::Whole, style),
            right.at_least(Binding::Whole, style)
        ),
    }
}

/// Whether a symbol divides, outside of every brace: `M/B`, and not `\text{in/out}`.
fn has_slash(latex: &str) -> bool {
    let mut depth = 0;
    latex.chars().any(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        c == '/' && depth == 0
    })
}

fn builtin_latex(builtin: Builtin, arguments: &[Shown]) -> String {
    let inner = list(arguments, Style::Latex);
    match builtin {
        Builtin::SquareRoot => format!(r"\sqrt{{{inner}}}"),
        Builtin::Exponential => format!("e^{{{inner}}}"),
        Builtin::Absolute => format!(r"\left|{inner}\right|"),
        Builtin::Floor => format!(r"\left\lfloor {inner} \right\rfloor"),
        Builtin::Ceiling => format!(r"\left\lceil {inner} \right\rceil"),
        Builtin::BinaryLogarithm => format!(r"\log_{{2}}\left({inner}\right)"),
        Builtin::DecimalLogarithm => format!(r"\log_{{10}}\left({inner}\right)"),
        Builtin::NaturalLogarithm | Builtin::Minimum | Builtin::Maximum => {
            format!(r"\{}\left({inner}\right)", builtin.name())
        }
        Builtin::Round | Builtin::Sum | Builtin::Mean | Builtin::Count => {
            format!(r"\operatorname{{{}}}\left({inner}\right)", builtin.name())
        }
    }
}

fn list(arguments: &[Shown], style: Style) -> String {
    let texts: Vec<String> = arguments.iter().map(|a| a.text(style)).collect();
    texts.join(", ")
}

/// `<=` as it is printed.
pub fn relation_sign(relation: &str, is_latex: bool) -> String {
    match (relation, is_latex) {
        ("<=", true) => r"\le",
        (">=", true) => r"\ge",
        ("~=", true) => r"\approx",
        ("<=", false) => "≤",
        (">=", false) => "≥",
        ("~=", false) => "≈",
        ("==", _) => "=",
        (other, _) => other,
    }
    .to_string()
}

#[cfg(test)]
mod tests;

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
            Shown::Name { .. } | Shown::Call { .. } => Binding::Whole,
            Shown::Value { number, .. } if number.starts_with('-') => Binding::Negative,
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
                format!("-{}", operand.at_least(Binding::Product, style))
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
        match style {
            _ if self.binding(style) >= needed => text,
            Style::Latex => format!(r"\left({text}\right)"),
            Style::Plain => format!("({text})"),
        }
    }
}

fn binary(operator: Operator, left: &Shown, right: &Shown, style: Style) -> String {
    match (operator, style) {
        (Operator::Add, _) => {
            let right = after_plus(right, Binding::Sum, style);
            format!("{} + {right}", left.at_least(Binding::Sum, style))
        }
        (Operator::Subtract, _) => {
            let right = after_plus(right, Binding::Product, style);
            format!("{} - {right}", left.at_least(Binding::Sum, style))
        }
        (Operator::Multiply, _) => {
            let (left, right) = (
                left.at_least(Binding::Negative, style),
                right.at_least(Binding::Product, style),
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
            right.at_least(Binding::Quotient, style)
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

/// A sign never follows a sign.
fn after_plus(right: &Shown, needed: Binding, style: Style) -> String {
    let is_negative = right.binding(style) == Binding::Negative;
    right.at_least(
        if is_negative {
            Binding::Product
        } else {
            needed
        },
        style,
    )
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
mod tests {
    use super::*;

    fn name(text: &str) -> Shown {
        Shown::Name {
            latex: text.into(),
            plain: text.into(),
            value: f64::NAN,
        }
    }

    fn number(text: &str, unit: &str) -> Shown {
        Shown::Value {
            number: text.into(),
            unit: unit.into(),
            value: number::parse(text).unwrap(),
            exact: true,
        }
    }

    fn both(shown: &Shown) -> (String, String) {
        (shown.latex(), shown.plain())
    }

    #[test]
    fn parentheses_stand_only_where_they_are_needed() {
        let sum = || Shown::binary(Operator::Add, name("a"), name("b"));
        let product = Shown::binary(Operator::Multiply, sum(), name("c"));
        assert_eq!(
            both(&product),
            (r"\left(a + b\right) \cdot c".into(), "(a + b) × c".into())
        );
        let difference = Shown::binary(Operator::Subtract, name("c"), sum());
        assert_eq!(
            both(&difference),
            (r"c - \left(a + b\right)".into(), "c - (a + b)".into())
        );
        let quotient = Shown::binary(
            Operator::Divide,
            name("c"),
            Shown::binary(Operator::Multiply, name("a"), name("b")),
        );
        assert_eq!(
            both(&quotient),
            (r"\frac{c}{a \cdot b}".into(), "c / (a × b)".into())
        );
        let power = Shown::binary(Operator::Power, quotient, sum());
        assert_eq!(
            both(&power),
            (
                r"\left(\frac{c}{a \cdot b}\right)^{a + b}".into(),
                "(c / (a × b))^(a + b)".into()
            )
        );
    }

    #[test]
    fn a_sign_never_follows_a_sign() {
        let negative = Shown::Negate(Box::new(name("a")));
        let sum = Shown::binary(Operator::Subtract, name("b"), negative.clone());
        assert_eq!(sum.plain(), "b - (-a)");
        let product = Shown::binary(Operator::Multiply, number("2", ""), number("-3", "m"));
        assert_eq!(product.latex(), r"2 \cdot \left(-3\,\text{m}\right)");
        let quotient = Shown::binary(Operator::Divide, negative, name("b"));
        assert_eq!(both(&quotient), (r"-\frac{a}{b}".into(), "-a / b".into()));
    }

    #[test]
    fn units_and_powers_of_ten_are_held_together() {
        let square = Shown::binary(Operator::Power, number("3", "m"), number("2", ""));
        assert_eq!(
            both(&square),
            (r"\left(3\,\text{m}\right)^{2}".into(), "(3 m)^2".into())
        );
        assert_eq!(
            Shown::binary(Operator::Power, number("2", ""), number("1e3", "")).latex(),
            "2^{10^{3}}"
        );
    }

    #[test]
    fn functions_have_their_own_signs() {
        let a = || Box::new([name("a"), name("b"), name("c"), name("d")]);
        assert_eq!(
            Shown::If(Order::AtMost, a()).latex(),
            r"\begin{cases} c & \text{if } a \le b \\ d & \text{otherwise} \end{cases}"
        );
        assert_eq!(
            Shown::If(Order::AtMost, a()).plain(),
            "if a ≤ b then c else d"
        );
        let root = Shown::Builtin(Builtin::SquareRoot, [name("a")].into());
        assert_eq!(both(&root), (r"\sqrt{a}".into(), "sqrt(a)".into()));
        let power = Shown::binary(
            Operator::Power,
            Shown::Builtin(Builtin::Exponential, [name("a")].into()),
            name("b"),
        );
        assert_eq!(
            both(&power),
            (r"\left(e^{a}\right)^{b}".into(), "exp(a)^b".into())
        );
        let least = Shown::Builtin(Builtin::Minimum, [name("a"), name("b")].into());
        assert_eq!(least.latex(), r"\min\left(a, b\right)");
    }

    #[test]
    fn displayed_numbers_are_what_is_computed_with() {
        let sum = Shown::binary(Operator::Add, number("2", ""), number("3", ""));
        assert_eq!(
            Shown::binary(Operator::Power, sum, number("2", "")).value(),
            25.0
        );
    }
}

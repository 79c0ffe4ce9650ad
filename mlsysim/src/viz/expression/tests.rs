use mlsysim_language::operation::{Builtin, Operator, Order};

use super::*;
use crate::viz::digits;

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
        value: digits::parse(text).unwrap(),
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
fn nor_does_one_that_begins_a_product() {
    let product = || Shown::binary(Operator::Multiply, number("-3", ""), name("x"));
    let minus = Shown::Negate(Box::new(product()));
    assert_eq!(
        both(&minus),
        (r"-\left(-3 \cdot x\right)".into(), "-(-3 × x)".into())
    );
    let difference = Shown::binary(Operator::Subtract, name("b"), product());
    assert_eq!(difference.plain(), "b - (-3 × x)");
    let sum = Shown::binary(Operator::Add, name("b"), product());
    assert_eq!(sum.latex(), r"b + \left(-3 \cdot x\right)");
    let longer = Shown::binary(Operator::Multiply, name("b"), product());
    assert_eq!(longer.plain(), "b × (-3 × x)");
    let twice = Shown::Negate(Box::new(Shown::Negate(Box::new(name("a")))));
    assert_eq!(both(&twice), (r"-\left(-a\right)".into(), "-(-a)".into()));
    let minus = Shown::Negate(Box::new(number("-3", "m")));
    assert_eq!(minus.plain(), "-(-3 m)");
    let below = Shown::binary(Operator::Divide, name("a"), product());
    assert_eq!(
        both(&below),
        (r"\frac{a}{-3 \cdot x}".into(), "a / (-3 × x)".into())
    );
}

#[test]
fn what_divides_within_is_held_together() {
    let rate = Shown::binary(Operator::Divide, number("6", "MB"), number("2", "GB/s"));
    assert_eq!(
        both(&rate),
        (
            r"\frac{6\,\text{MB}}{2\,\text{GB/s}}".into(),
            "6 MB / (2 GB/s)".into()
        )
    );
    let product = Shown::binary(Operator::Multiply, number("6", "s"), number("2", "GB/s"));
    assert_eq!(product.plain(), "6 s × 2 GB/s");
    let per = || Shown::Name {
        latex: "M/B".into(),
        plain: "size per bandwidth".into(),
        value: f64::NAN,
    };
    let square = Shown::binary(Operator::Power, per(), number("2", ""));
    assert_eq!(square.latex(), r"\left(M/B\right)^{2}");
    let below = Shown::binary(Operator::Divide, name("a"), per());
    assert_eq!(below.latex(), r"\frac{a}{M/B}");
    let word = Shown::Name {
        latex: r"\text{in/out}".into(),
        plain: "in/out".into(),
        value: f64::NAN,
    };
    assert_eq!(
        Shown::binary(Operator::Power, word, number("2", "")).latex(),
        r"\text{in/out}^{2}"
    );
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

//! The language as a whole: what is read means what it says, and no text stops the reader.

#[path = "language/fuzz.rs"]
mod fuzz;

use mlsysim_language::expression::{Expression, Relation};
use mlsysim_language::lex::lex;
use mlsysim_language::number::{Number, join};
use mlsysim_language::operation::Operator;
use mlsysim_language::parse::Parser;
use mlsysim_language::steps::{Scope, What, lower};
use proptest::prelude::*;

/// Arithmetic over whole numbers.
#[derive(Clone, Debug)]
enum Tree {
    Leaf(u8),
    Negate(Box<Tree>),
    Binary(Operator, Box<Tree>, Box<Tree>),
}

fn arithmetic() -> impl Strategy<Value = Tree> {
    let leaf = (1..10_u8).prop_map(Tree::Leaf);
    leaf.prop_recursive(5, 40, 2, |inner| {
        let operators = [
            Operator::Add,
            Operator::Subtract,
            Operator::Multiply,
            Operator::Divide,
        ];
        prop_oneof![
            inner.clone().prop_map(|it| Tree::Negate(Box::new(it))),
            (inner.clone(), 1..4_u8).prop_map(|(base, power)| Tree::Binary(
                Operator::Power,
                Box::new(base),
                Box::new(Tree::Leaf(power))
            )),
            (
                proptest::sample::select(operators.to_vec()),
                inner.clone(),
                inner
            )
                .prop_map(|(operator, left, right)| Tree::Binary(
                    operator,
                    Box::new(left),
                    Box::new(right)
                )),
        ]
    })
}

/// How tightly it binds; the right operand of `-` and `/` and the base of `^` bind tighter.
fn strength(tree: &Tree) -> u8 {
    match tree {
        Tree::Binary(Operator::Add | Operator::Subtract, ..) => 1,
        Tree::Binary(Operator::Multiply | Operator::Divide, ..) => 2,
        Tree::Negate(_) => 3,
        Tree::Binary(Operator::Power, ..) => 4,
        Tree::Leaf(_) => 5,
    }
}

/// With as few parentheses as mathematics needs.
fn written(tree: &Tree) -> String {
    let inner = |tree: &Tree, least: u8| match strength(tree) >= least {
        true => written(tree),
        false => format!("({})", written(tree)),
    };
    match tree {
        Tree::Leaf(number) => number.to_string(),
        Tree::Negate(operand) => format!("-{}", inner(operand, 3)),
        Tree::Binary(Operator::Power, base, power) => {
            format!("{} ^ {}", inner(base, 5), inner(power, 4))
        }
        Tree::Binary(operator, left, right) => {
            let own = strength(tree);
            let sign = operator.sign();
            format!("{} {sign} {}", inner(left, own), inner(right, own + 1))
        }
    }
}

fn apply(operator: Operator, left: f64, right: f64) -> f64 {
    match operator {
        Operator::Add => left + right,
        Operator::Subtract => left - right,
        Operator::Multiply => left * right,
        Operator::Divide => left / right,
        Operator::Power => left.powf(right),
    }
}

fn value(tree: &Tree) -> f64 {
    match tree {
        Tree::Leaf(number) => f64::from(*number),
        Tree::Negate(operand) => -value(operand),
        Tree::Binary(operator, left, right) => apply(*operator, value(left), value(right)),
    }
}

fn expression(text: &str) -> Expression {
    let lexed = lex(text).expect("tokens");
    let mut parser = Parser::new(&lexed.tokens);
    let expression = parser.expression().expect("an expression");
    parser.finish().expect("nothing after it");
    expression
}

/// What the steps of an expression compute.
fn computed(text: &str) -> f64 {
    let rows = lower(&expression(text), &Scope::default()).expect("steps");
    let mut stack = Vec::new();
    for step in &rows.rows[0].steps {
        let operands = stack.split_off(stack.len() - step.arity());
        stack.push(match (&step.what, &*operands) {
            (What::Number(number), []) => number.value(),
            (What::Negate, [operand]) => -operand,
            (What::Binary(operator), [left, right]) => apply(*operator, *left, *right),
            (other, _) => panic!("{other:?} is no arithmetic"),
        });
    }
    assert_eq!(stack.len(), 1, "one value is left");
    stack[0]
}

fn number(text: &str) -> Number {
    match expression(text) {
        Expression::Number(number) => number,
        other => panic!("{text} is {other:?}"),
    }
}

fn same(left: f64, right: f64) -> bool {
    left == right || left.is_nan() && right.is_nan()
}

proptest! {
    #[test]
    fn arithmetic_means_what_it_means_in_mathematics(tree in arithmetic()) {
        let text = written(&tree);
        prop_assert!(same(computed(&text), value(&tree)), "{}", text);
        // Typographic signs and missing spaces change nothing.
        let dense = text.replace(" * ", "×").replace(" - ", "−").replace(' ', "");
        prop_assert!(same(computed(&dense), value(&tree)), "{}", dense);
    }

    #[test]
    fn what_prints_as_stated_lies_in_the_interval(
        whole in 0..1_000_000_u32,
        fraction in 0..1_000_u32,
        decimals in 0..4_usize,
        share in 0.001..0.999_f64,
        negative: bool,
    ) {
        let decimal = f64::from(whole) + f64::from(fraction) / 1e3;
        let sign = if negative { "-" } else { "" };
        let text = format!("{sign}{decimal:.decimals$}");
        let interval = number(&text).interval();
        let inside = interval.low + share * (interval.high - interval.low);
        let printed = format!("{inside:.decimals$}");
        let is_zero = number(&text).value() == 0.0;
        prop_assert!(printed == text || is_zero, "{inside} is printed {printed}, not {text}");
        let width = interval.high - interval.low;
        for outside in [interval.low - 0.01 * width, interval.high + 0.01 * width] {
            let printed = format!("{outside:.decimals$}");
            prop_assert!(printed != text, "{outside} is printed {text} too");
        }
    }

    #[test]
    fn what_rounds_to_the_digits_lies_in_the_interval(
        mantissa in 1..1_000_000_u64,
        exponent in -20..20_i32,
        digits in 1..9_u32,
        share in 0.001..0.999_f64,
    ) {
        let figure = number(&format!("{mantissa}e{exponent}"));
        let Some(interval) = figure.rounded_to(digits) else {
            prop_assert!(figure.digits_without_zeros() > digits);
            return Ok(());
        };
        let places = digits as usize - 1;
        let stated = format!("{:.places$e}", figure.value());
        let inside = interval.low + share * (interval.high - interval.low);
        prop_assert_eq!(format!("{inside:.places$e}"), stated.clone());
        let width = interval.high - interval.low;
        for outside in [interval.low - 0.001 * width, interval.high + 0.001 * width] {
            prop_assert!(format!("{outside:.places$e}") != stated, "{} prints so too", outside);
        }
    }

    #[test]
    fn a_number_reads_back_as_it_is_printed(
        digits in 0..1_000_000_000_u64,
        decimals in 0..6_usize,
        unit in proptest::sample::select(&["", " h", " GB/s", "%", "x", " million USD", "/year"][..]),
        dollar: bool,
        negative: bool,
    ) {
        let dollar = dollar && !matches!(unit, "%" | "x");
        let amount = format!("{:.decimals$}", digits as f64 / 1e3);
        let text = format!(
            "{}{}{amount}{unit}",
            if negative { "-" } else { "" },
            if dollar { "$" } else { "" },
        );
        let read = number(&text);
        let printed = read.full_text();
        prop_assert_eq!(&printed, &join(&read.text, &read.unit.text));
        // `×` stands for `x` in print.
        let again = number(&printed.replace('×', "x"));
        prop_assert_eq!(again.value(), read.value());
        prop_assert_eq!(again.unit.dimension, read.unit.dimension);
        prop_assert_eq!(again.unit.factor.value(), read.unit.factor.value());
        prop_assert_eq!(again.full_text(), printed);
    }

    #[test]
    fn a_chain_is_read_in_its_order(terms in proptest::collection::vec(1..100_u32, 2..7)) {
        let text = terms.iter().map(u32::to_string).collect::<Vec<_>>().join(" < ");
        let lexed = lex(&text).expect("tokens");
        let relation = Parser::new(&lexed.tokens).relation().expect("a relation");
        let count = match relation {
            Relation::Compares { bounds, .. } => bounds.len() + 1,
            Relation::Chain { terms, .. } => terms.len(),
            other => panic!("{other:?}"),
        };
        prop_assert_eq!(count, terms.len());
    }
}

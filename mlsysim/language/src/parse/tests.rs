use alloc::format;
use alloc::string::String;

use super::Parser;
use crate::expression::{Precision, PublishedFigure, Relation};
use crate::operation::{Comparison, Order, nearly_equal};
use crate::reading::{
    error, expression, number, program, read_with, relation, rows_of_a_clinic, tree,
};
use crate::steps::What;

/// Each text is read as the tree beside it.
fn are_read(pairs: &[(&str, &str)]) {
    for (text, expected) in pairs {
        assert_eq!(tree(&expression(text)), *expected, "{text}");
    }
}

/// Each text is refused: with these words, under this piece of it.
fn are_refused(refused: &[(&str, &str, &str)]) {
    for (text, words, under) in refused {
        let (message, place) = error(text);
        assert!(message.contains(words), "{text}: {message}");
        assert_eq!(place, *under, "{text}: {message}");
    }
}

#[test]
fn operators_bind_as_in_mathematics() {
    are_read(&[
        ("a + b * c", "(a + (b * c))"),
        ("a - b - c", "((a - b) - c)"),
        ("a / b / c", "((a / b) / c)"),
        ("a / b * c", "((a / b) * c)"),
        ("a ^ b ^ c", "(a ^ (b ^ c))"),
        ("-a ^ b", "(-(a ^ b))"),
        ("a ^ -b ^ c", "(a ^ (-(b ^ c)))"),
        ("a * -b", "(a * (-b))"),
        ("a - -5", "(a - -5)"),
        ("- - 5", "(--5)"),
        ("-2 ^ 2", "(-(2 ^ 2))"),
        ("(-2) ^ 2", "(-2 ^ 2)"),
        ("(a + b) * c", "((a + b) * c)"),
        ("a * 2..3 * b", "((a * (2..3)) * b)"),
        ("-5..5 K", "(-5 K..5 K)"),
        ("a − b × c ÷ d", "(a - ((b * c) / d))"),
    ]);
}

#[test]
fn a_unit_goes_on_over_signs_that_touch_both_sides() {
    are_read(&[
        ("3 USD/GPU/h", "3 USD/GPU/h"),
        ("3 USD / GPU", "(3 USD / GPU)"),
        ("3 USD/ GPU", "(3 USD / GPU)"),
        ("3 USD /GPU", "(3 USD / GPU)"),
        ("5 kg*m/s^2", "5 kg·m/s²"),
        ("5 kg * m", "(5 kg * m)"),
        ("-0.51/year", "-0.51/year"),
        ("3 h/RATE", "(3 h / RATE)"),
        ("5 h/x.y", "(5 h / x.y)"),
        ("8 h/min(a, b)", "(8 h / min(a, b))"),
        ("[1, 2] GB/s", "[1 GB/s, 2 GB/s]"),
        ("[1, 2..3]/h", "[1/h, (2/h..3/h)]"),
    ]);
}

#[test]
fn a_bare_number_is_a_factor_of_what_is_named_like_a_unit() {
    are_read(&[
        ("2*GPU", "(2 * GPU)"),
        ("[1, 2]*GPU", "([1, 2] * GPU)"),
        ("$3*GPU", "($3 * GPU)"),
    ]);
}

#[test]
fn a_power_after_a_unit_is_one_of_the_unit() {
    are_read(&[
        ("5 m^2", "5 m²"),
        ("1 / 5 s^2*m", "(1 / 5 s²·m)"),
        ("(5 m)^2", "(5 m ^ 2)"),
        ("45% ^ 2", "(45% ^ 2)"),
    ]);
    let words = "a unit takes a power from 1 to 3";
    are_refused(&[
        ("5 m^-1", words, "-"),
        ("5 m^x", words, "x"),
        ("5 m^(2)", words, "("),
        ("5 m^0", words, "0"),
        ("5 m^7", words, "7"),
        ("5 m^0.5", words, "0.5"),
        ("5/s^-1", words, "-"),
        ("[1, 2] m^-1", words, "-"),
    ]);
}

#[test]
fn words_for_numbers_count_the_unit_after_them() {
    are_read(&[
        ("3 million USD", "3 million USD"),
        ("$5.56/million tokens", "$5.56/million tokens"),
        ("$3 million", "$3 million"),
        ("1.5 billion params/GPU", "1.5 billion params/GPU"),
    ]);
    let price = number("$5.56/million tokens");
    assert!(nearly_equal(price.base_value(), 5.56e-6));
    assert_eq!(price.unit.nouns.below[0].singular, "token");
    assert_eq!(price.unit.dimension, number("1 USD").unit.dimension);
    assert_eq!(number("3 million USD").base_value(), 3e6);
}

#[test]
fn money_stands_before_the_number() {
    are_read(&[
        ("$0.12/kWh", "$0.12/kWh"),
        ("-$5", "-$5"),
        ("$10..20/h", "($10/h..$20/h)"),
        ("$10..$20/h", "($10/h..$20/h)"),
        ("10..$20", "($10..$20)"),
        ("$1..3 million", "($1 million..$3 million)"),
    ]);
    for text in ["$10..20/h", "$10..$20/h", "10..$20/h"] {
        let crate::expression::Expression::Range { low, high } = expression(text) else {
            panic!("{text} is a range");
        };
        for end in [low, high] {
            let crate::expression::Expression::Number(end) = *end else {
                panic!("{text} ends in numbers");
            };
            assert_eq!(
                end.unit.dimension,
                number("1 USD/h").unit.dimension,
                "{text}"
            );
        }
    }
    are_refused(&[
        ("$", "after `$` stands a number", "$"),
        ("$x", "after `$` stands a number", "x"),
        ("$5%", "no percentage", "%"),
        ("$5..10%", "no percentage", "10%"),
        ("$1..2x", "no percentage", "2x"),
    ]);
}

#[test]
fn shares_and_multiples_are_numbers() {
    are_read(&[("45%", "45%"), ("1.5x", "1.5×"), ("30..50%", "(30%..50%)")]);
    assert_eq!(number("45%").base_value(), 0.45);
    assert_eq!(number("1.5x").base_value(), 1.5);
    are_refused(&[
        ("5%%", "an operator is missing", "%"),
        ("1.5x h", "an operator is missing", "h"),
        (
            "$1.5x",
            "a unit stands apart from its number: `1.5 x`",
            "1.5x",
        ),
    ]);
}

#[test]
fn a_number_is_decimal_and_says_what_it_is() {
    for (text, value, printed) in [
        ("0", 0.0, "0"),
        ("0.5", 0.5, "0.5"),
        ("10_000", 1e4, "10,000"),
        ("10,000", 1e4, "10,000"),
        ("2.50e-5", 2.5e-5, "2.50e-5"),
        ("1E+3", 1e3, "1E+3"),
        ("1e300", 1e300, "1e300"),
    ] {
        let number = number(text);
        assert_eq!((number.value(), &*number.text), (value, printed), "{text}");
    }
    are_refused(&[
        ("007", "does not begin with a zero", "007"),
        ("0_5", "does not begin with a zero", "0_5"),
        ("0,123", "does not begin with a zero", "0,123"),
        ("0x1f", "numbers are decimal", "0x1f"),
        ("5._", "a digit is missing after the point", "5._"),
        ("5.", "an operator is missing", "."),
        ("1e301", "an exponent lies", "1e301"),
        ("1e99999999999", "an exponent lies", "1e99999999999"),
        ("9999999999e299", "a number lies between", "9999999999e299"),
        ("0.001e-299", "a number lies between", "0.001e-299"),
        (
            "1.00000000000000000000000001",
            "at most 25 digits",
            "1.00000000000000000000000001",
        ),
        ("5h", "a unit stands apart from its number: `5 h`", "5h"),
        ("5f64", "has no Rust type: `5`", "5f64"),
        ("5eV", "a unit stands apart from its number: `5 eV`", "5eV"),
    ]);
}

#[test]
fn a_comma_between_digits_is_asked_about() {
    are_refused(&[
        ("max(1,024)", "write `1_024`", "1,024"),
        ("max(1,500,000)", "write `1_500_000`", "1,500,000"),
        ("[8, 1,024.5]", "write `1_024.5`", "1,024.5"),
    ]);
    are_read(&[("max(1,24)", "max(1, 24)"), ("[64, 512]", "[64, 512]")]);
}

#[test]
fn a_unit_that_nobody_knows_is_a_slip_or_a_let() {
    let unknown = number("5 widgets").unit.unknown;
    assert_eq!(unknown.map(|name| name.text).as_deref(), Some("widgets"));
    are_refused(&[
        ("5 houres", "the nearest is `hours`", "houres"),
        ("5 gb", "unknown unit `gb`", "gb"),
        ("5 h/fn", "`fn` is a keyword", "fn"),
        ("5 fn", "an operator is missing", "fn"),
    ]);
    are_refused(&[("5 m*m*m*m*m*m*m*m*m", "at most eight names", "*")]);
    // A letter is not near to every other letter.
    assert!(number("5 Q").unit.unknown.is_some());
}

#[test]
fn a_unit_of_a_book_stands_where_one_of_the_table_does() {
    let read = |text: &str| match rows_of_a_clinic(text) {
        Ok(rows) => program(&rows, 0),
        Err((message, under)) => [&*message, " at ", &*under].concat(),
    };
    for (text, expected) in [
        ("3 visits", "3 visits"),
        ("1 night_shift", "1 night shift"),
        ("120 visits/day", "120 visits/day"),
        ("8 USD/visit/h", "8 USD/visit/h"),
        ("$8/visit", "$8/visit"),
        ("3 million visits", "3 million visits"),
        ("3 visits * 2", "3 visits|2|*"),
        ("6 USD / 2 visits", "6 USD|2 visits|/"),
        ("3 GPX", "3 GPX"),
        (
            "3 vists",
            "unknown unit `vists`: the nearest is `visits` at vists",
        ),
        (
            "3 GPV",
            "unknown unit `GPV`: did you mean `GPU` or `GPX`? at GPV",
        ),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
    let rows = rows_of_a_clinic("1.5 bed_days").expect("a quantity");
    match &rows.rows[0].steps[0].what {
        What::Number(number) => assert_eq!(number.base_value(), 129_600.0),
        other => panic!("{other:?}"),
    }
}

#[test]
fn places_calls_and_indexes() {
    are_read(&[
        ("a::B::C.d.e", "a::B::C.d.e"),
        ("::a::B", "::a::B"),
        ("crate::A", "crate::A"),
        ("a[1]", "a[1]"),
        ("f(x, 2 h).a.b", "f(x, 2 h).a.b"),
        ("x.f(3)", "x.f(3)"),
        ("f(x,)", "f(x)"),
        ("f(&A, B::Cd)", "f(Reference &A, Variant B::Cd)"),
        ("{ any * rust }", "Value { any * rust }"),
        ("q!(1 + 2)", "(1 + 2)"),
        ("other!(1 + 2)", "Value other!(1 + 2)"),
        ("printed(a) + printed(b[1])", "(printed(a) + printed(b[1]))"),
        ("sqrt(a) + sum([1, 2] h)", "(sqrt(a) + sum([1 h, 2 h]))"),
    ]);
    are_refused(&[
        ("a[-1]", "an index is a whole number", "-"),
        ("a[1.0]", "an index is a whole number", "1.0"),
        ("a[1 + 1]", "an index is a whole number", "1"),
        ("a[]", "an index is a whole number", "]"),
        ("a::", "expected a name", "::"),
        ("match + 1", "`match` is a keyword", "match"),
        ("a.fn", "`fn` is a keyword", "fn"),
        ("f(x).g(y)", "one call at a time", "g"),
        ("printed(a.b)", "takes the name of a claim", "printed(a.b)"),
        (
            "printed(a, b)",
            "takes the name of a claim",
            "printed(a, b)",
        ),
        ("()", "expected a number", ")"),
        ("[]", "a list needs at least one item", "[]"),
        ("[1 h, 2] h", "each item is a bare number", "1 h"),
        ("[1, 2 3]", "an operator is missing", "3"),
        ("(1 < 2)", "a relation belongs in a claim", "<"),
        ("\"5\"", "without quotes", "\"5\""),
        ("a b", "an operator is missing", "b"),
        ("a +", "expected a number", "+"),
    ]);
}

#[test]
fn a_body_binds_names_and_chooses() {
    let read = |text| read_with(text, |parser| parser.body()).map(|it| tree(&it));
    assert_eq!(
        read("let a = 1 h; let b = 2 * a; if a < b { a } else if a >= 3 h { b } else { 0 h }"),
        Ok(String::from(
            "let a = 1 h; let b = (2 * a); if a < b {a} else {if a >= 3 h {b} else {0 h}}"
        ))
    );
    let refused = |text, words: &str, under| {
        let (message, place) = read(text).expect_err(text);
        assert!(message.contains(words), "{text}: {message}");
        assert_eq!(place, under, "{text}: {message}");
    };
    refused("let mut a = 1; a", "leave out `mut`", "mut");
    refused("let a: Time = 1; a", "takes no type", ":");
    refused("let fn = 1; a", "keyword", "fn");
    refused("let a 1; a", "`let name = expression;`", "1");
    refused("let a = 1", "missing after this", "1");
    refused("let a = 1 let b = 2; b", "missing after this", "1");
    refused("let a ~= 1; a", "`let name = expression;`", "~=");
    refused("let a = b < 1; a", "a `let` has no relation", "<");
    refused("if a { 1 } else { 2 }", "expected one of", "{");
    refused("if a < b { 1 }", "an `if` needs its `else`", "}");
    refused("if a < b 1 else 2", "expected a `{", "1");
}

/// Value, sign and bound of each comparison.
fn compared(text: &str) -> String {
    match relation(text) {
        Relation::Compares { value, bounds } => {
            let bounds = bounds
                .iter()
                .map(|(comparison, bound)| format!(" {} {}", comparison.sign(), tree(bound)));
            tree(&value) + &bounds.collect::<String>()
        }
        other => panic!("{text} is {other:?}"),
    }
}

#[test]
fn relations_are_seen_from_the_value() {
    assert_eq!(compared("a == 5 h"), "a == 5 h");
    assert_eq!(compared("a > b"), "a > b");
    assert_eq!(compared("1 h < a <= 2 h"), "a > 1 h <= 2 h");
    assert_eq!(compared("2 h >= a > 1 h"), "a <= 2 h > 1 h");
    assert_eq!(compared("a in 1 h ..= 2 h"), "a >= 1 h <= 2 h");
    let Relation::Chain { terms, orders } = relation("1 < a <= b < 9") else {
        panic!("a chain of four");
    };
    assert_eq!(terms.len(), 4);
    assert_eq!(orders, [Order::Less, Order::AtMost, Order::Less]);
    let Relation::Is { variant, .. } = relation("f(x) is Memory") else {
        panic!("a variant");
    };
    assert_eq!(variant.text, "Memory");
}

#[test]
fn a_precision_is_part_of_the_figure() {
    let precision = |text| match relation(text) {
        Relation::Prints {
            stated, precision, ..
        } => (tree(&stated), precision),
        other => panic!("{text} is {other:?}"),
    };
    let (stated, read) = precision("a ~= 5 h");
    assert!(matches!(read, Precision::Printed));
    assert_eq!(stated, "5 h");
    let (stated, read) = precision("a ≈ 3 million to 2 digits");
    assert!(matches!(read, Precision::Digits(2, _)));
    assert_eq!(stated, "3 million");
    let (stated, read) = precision("a ~= 80 GB to 1 digit");
    assert!(matches!(read, Precision::Digits(1, _)));
    assert_eq!(stated, "80 GB");
    let (stated, read) = precision("a ~= 5 h within 5%");
    assert!(matches!(read, Precision::Within(_)));
    assert_eq!(stated, "5 h");
}

#[test]
fn a_relation_that_is_none_says_so() {
    for (text, words, under) in [
        ("a", "expected an operator or a relation", "a"),
        ("a b", "expected an operator or a relation", "b"),
        ("a = 5", "write `~=` for a number as it is printed", "="),
        ("a ~ 5", "write `~=` for a number as it is printed", "~"),
        ("a < b > c", "a chain goes one way", "a < b > c"),
        ("a < b == c", "outside of any parenthesis", "=="),
        ("a in 1 .. 2", "written `in low ..= high`", "2"),
        ("a is 5", "the name of a variant", "5"),
        ("a ~= 5 to digits", "`to 2 digits`", "digits"),
        ("a ~= 5 to 2 h", "`to 2 digits`", "h"),
        ("a ~= 5 to 2.5 digits", "`to 2 digits`", "2.5"),
        ("a ~= 5 h about", "expected `;`", "about"),
    ] {
        let (message, place) =
            read_with(text, |parser| parser.relation().map(|_| ())).expect_err(text);
        assert!(message.contains(words), "{text}: {message}");
        assert_eq!(place, under, "{text}: {message}");
    }
}

#[test]
fn an_edition_prints_a_figure_or_bounds() {
    let read = |text| read_with(text, |parser| parser.published()).expect(text);
    let PublishedFigure::Bounds(bounds) = read("> 5 h, <= 8 h") else {
        panic!("bounds");
    };
    assert_eq!(bounds.len(), 2);
    assert_eq!((bounds[0].0, bounds[1].0), (Order::More, Order::AtMost));
    let PublishedFigure::Figure(figure, precision) = read("80 GB to 1 digit") else {
        panic!("a figure");
    };
    assert_eq!(tree(&figure), "80 GB");
    assert!(matches!(precision, Precision::Digits(1, _)));
    // A note follows after a comma, and is not read here.
    let lexed = crate::lex::lex("> 5 h, \"a note\"").expect("tokens");
    let mut parser = Parser::new(&lexed.tokens);
    assert!(matches!(parser.published(), Ok(PublishedFigure::Bounds(it)) if it.len() == 1));
    assert!(parser.take_sign(crate::token::Sign::Comma).is_some());
    assert!(
        parser
            .take_quoted()
            .is_some_and(|note| note.text == "a note")
    );
}

#[test]
fn depth_and_size_have_limits() {
    let nested = |count: usize| "(".repeat(count) + "1" + &")".repeat(count);
    assert_eq!(tree(&expression(&nested(60))), "1");
    assert!(error(&nested(70)).0.contains("nested too deeply"));
    let long = |count: usize| "1 + ".repeat(count) + "1";
    assert!(!tree(&expression(&long(400))).is_empty());
    for text in [long(600), "-".repeat(600) + "1", "2^".repeat(600) + "1"] {
        assert!(error(&text).0.contains("too long"), "{text}");
    }
    // A list is as long as the author needs it: its items do not stand inside each other.
    let list = format!("[{}1]", "1, ".repeat(2_000));
    assert!(!tree(&expression(&list)).is_empty());
}

#[test]
fn a_comparison_mirrored_twice_is_itself() {
    for order in Order::ALL {
        assert_eq!(order.mirrored().mirrored(), order);
        assert_eq!(
            Comparison::from_sign(order.sign()),
            Some(Comparison::Ordered(order))
        );
    }
}

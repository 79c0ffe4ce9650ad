use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Bound, Scope, Values};
use crate::kind::Kind;
use crate::number::Name;
use crate::reading::{expression, number, program, rows};
use crate::record::Shape;
use crate::token::Extent;

fn name(text: &str) -> Name {
    Name {
        text: text.to_string(),
        extent: Extent::at(0),
    }
}

/// A block with a scalar, a list of three, a range and a claim that prints.
fn scope() -> Scope {
    let mut scope = Scope::default();
    let values = |shape, slots: &[usize], statement, printed: &[&str]| {
        Bound::Statement(Values {
            shape,
            slots: slots.to_vec(),
            statement,
            kinds: slots.iter().map(|_| Kind::default()).collect(),
            printed: printed.iter().map(|text| number(text)).collect(),
        })
    };
    let mut bind = |text: &str, bound| scope.bind(&name(text), bound).expect("a new name");
    bind("life", values(Shape::One, &[0], 0, &[]));
    bind(
        "sizes",
        values(Shape::List, &[1, 3, 5], 1, &["1 h", "2 h", "3 h"]),
    );
    bind("span", values(Shape::Range, &[7, 8], 2, &["1 h", "9 h"]));
    bind("interval", values(Shape::One, &[9], 3, &["3.2 h"]));
    bind("broken", Bound::Broken);
    scope.expect(["later".to_string()].into_iter());
    scope
}

fn programs(text: &str) -> Vec<String> {
    match rows(text, &scope()) {
        Ok(rows) => (0..rows.rows.len())
            .map(|row| program(&rows, row))
            .collect(),
        Err(error) => panic!("{text}: {error:?}"),
    }
}

fn are_refused(refused: &[(&str, &str, &str)]) {
    for (text, words, under) in refused {
        let (message, place) = match rows(text, &scope()) {
            Ok(rows) => panic!("{text} is {}", program(&rows, 0)),
            Err(error) => error,
        };
        assert!(message.contains(words), "{text}: {message}");
        assert_eq!(place, *under, "{text}: {message}");
    }
}

#[test]
fn an_expression_is_a_program_in_postfix_notation() {
    for (text, expected) in [
        ("1 + 2 * 3", "1|2|3|*|+"),
        ("-life ^ 2", "life[0]|2|^|neg"),
        ("GPU.life / 8 GPUs", "GPU.life|8 GPUs|/"),
        ("max(1 h, life)", "1 h|life[0]|max/2"),
        ("f(1, 2 h)", "1|2 h|f/2"),
        ("f(&A, life, B)", "life[0]|f/1"),
        ("{ x }", "{ x }"),
        ("sizes[2]", "sizes[2]"),
        ("printed(interval) * 2", "3.2 h|2|*"),
        ("printed(sizes[1])", "2 h"),
    ] {
        assert_eq!(programs(text), [expected], "{text}");
    }
}

#[test]
fn a_scalar_goes_with_every_row() {
    assert_eq!(programs("[1, 2] h * 3"), ["1 h|3|*", "2 h|3|*"]);
    assert_eq!(
        programs("life / sizes"),
        [
            "life[0]|sizes[0]|/",
            "life[0]|sizes[1]|/",
            "life[0]|sizes[2]|/"
        ]
    );
    assert_eq!(programs("[1, 2] * [3, 4]"), ["1|3|*", "2|4|*"]);
    assert_eq!(programs("f([1, 2], 3)"), ["1|3|f/2", "2|3|f/2"]);
    assert_eq!(programs("-(1..2 h)"), ["1 h|neg", "2 h|neg"]);
    assert_eq!(programs("printed(sizes)"), ["1 h", "2 h", "3 h"]);
    let shape = |text: &str| rows(text, &scope()).expect(text).shape;
    assert_eq!(shape("[1, 2] * 3"), Shape::List);
    assert_eq!(shape("span * 3"), Shape::Range);
    assert_eq!(shape("[5]"), Shape::List);
    assert_eq!(shape("sizes[0]"), Shape::One);
    are_refused(&[
        (
            "[1, 2] * [3, 4, 5]",
            "different lengths: 2 and 3",
            "[1, 2] * [3, 4, 5]",
        ),
        (
            "sizes + [1, 2] h",
            "different lengths: 3 and 2",
            "sizes + [1, 2] h",
        ),
        ("[1, [2, 3]]", "a list cannot stand inside a list", "[2, 3]"),
        ("[1, sizes]", "a list cannot stand inside a list", "sizes"),
        ("[1, 2..3]", "a list cannot stand inside a list", "2..3"),
        (
            "sizes..5 h",
            "a list cannot stand inside a list or a range",
            "sizes",
        ),
    ]);
}

#[test]
fn a_range_and_a_list_do_not_go_together() {
    are_refused(&[
        ("[1, 2] * 1..2", "a list and a range", "[1, 2] * 1..2"),
        ("span * [1, 2]", "a list and a range", "span * [1, 2]"),
    ]);
    assert_eq!(programs("span * 1..2").len(), 2);
}

#[test]
fn builtins_go_over_lists() {
    for (text, expected) in [
        ("sum([1, 2, 3] h)", "1 h|2 h|+|3 h|+"),
        ("mean([1, 2] h)", "1 h|2 h|+|2|/"),
        ("min([3, 1, 2] h)", "3 h|1 h|min/2|2 h|min/2"),
        ("max(sizes)", "sizes[0]|sizes[1]|max/2|sizes[2]|max/2"),
        ("count(sizes)", "3"),
        ("count([5])", "1"),
        ("sum([5])", "5"),
        ("mean([5] h)", "5 h|1|/"),
        (
            "sum(sizes * 2)",
            "sizes[0]|2|*|sizes[1]|2|*|+|sizes[2]|2|*|+",
        ),
        ("sqrt(4)", "4|sqrt/1"),
    ] {
        assert_eq!(programs(text), [expected], "{text}");
    }
    assert_eq!(programs("sqrt([4, 9])"), ["4|sqrt/1", "9|sqrt/1"]);
    assert_eq!(programs("min([4, 9], 5)"), ["4|5|min/2", "9|5|min/2"]);
    are_refused(&[
        ("sum(5 h)", "`sum` goes over a list", "sum(5 h)"),
        ("mean(1..2 h)", "`mean` goes over a list", "mean(1..2 h)"),
        ("max(5 h)", "`max` takes two values", "max(5 h)"),
        (
            "sum(1, 2)",
            "`sum` takes one list, 2 arguments given",
            "sum(1, 2)",
        ),
        (
            "count()",
            "`count` takes one list, 0 arguments given",
            "count()",
        ),
        (
            "sqrt(1, 2)",
            "`sqrt` takes 1 argument, 2 given",
            "sqrt(1, 2)",
        ),
        (
            "min(1, 2, 3)",
            "`min` takes 2 arguments or one list, 3 given",
            "min(1, 2, 3)",
        ),
        ("log(2)", "write `ln`, `log2` or `log10`", "log"),
        ("average([1, 2])", "write `mean`", "average"),
        ("len([1, 2])", "write `count`", "len"),
    ]);
}

#[test]
fn names_are_of_this_block_or_of_outside() {
    are_refused(&[
        ("lif * 2", "the nearest is `life`", "lif"),
        (
            "something * 2",
            "a claim of another block is out of sight",
            "something",
        ),
        ("later + 1", "move it above this line", "later"),
        (
            "hours * 2",
            "is a unit, and stands after a number: `1 hours`",
            "hours",
        ),
        ("life.field", "has no fields", "life.field"),
        ("life(3)", "cannot be called", "life(3)"),
        (
            "sizes[3]",
            "`sizes` has 3 values, so there is no `[3]`",
            "3",
        ),
        ("life[1]", "`life` has 1 value, so there is no `[1]`", "1"),
        (
            "5 interval",
            "`interval` is a name bound here, not a unit: write `5 * interval`",
            "interval",
        ),
        (
            "printed(life)",
            "`life` is not printed as a number",
            "printed(life)",
        ),
        ("printed(sizes[3])", "there is no `[3]`", "3"),
        ("printed(later)", "move it above this line", "later"),
        (
            "printed(CONSTANT)",
            "takes the name of a claim",
            "printed(CONSTANT)",
        ),
        ("&A * 2", "can only be the argument of a call", "&A"),
        ("A::Bc * 2", "can only be the argument of a call", "A::Bc"),
        (
            "if life < 2 h { 1 } else { 2 }",
            "belongs in a `#[formula]`",
            "if life < 2 h { 1 } else { 2 }",
        ),
    ]);
    // What is reported already is not reported again.
    assert_eq!(programs("broken * 2"), ["broken|2|*"]);
}

#[test]
fn a_name_is_bound_once_and_is_no_reserved_one() {
    let mut scope = scope();
    for (text, words) in [
        ("life", "already the name of a value in this block"),
        ("self", "reserved"),
        ("__napkin", "reserved"),
    ] {
        let error = scope.bind(&name(text), Bound::Broken).expect_err(text);
        assert!(error.message.contains(words), "{text}: {}", error.message);
    }
}

#[test]
fn a_formula_chooses_and_inlines() {
    let mut scope = Scope::formula();
    let half = rows("X / 2", &scope).expect("an expression").rows.remove(0);
    scope
        .bind(&name("half"), Bound::Inlined(half.into()))
        .expect("a new name");
    let read = |text: &str| rows(text, &scope).map(|rows| program(&rows, 0));
    assert_eq!(read("half * half"), Ok("X|2|/|X|2|/|*".to_string()));
    assert_eq!(
        read("if half < 1 { X } else { half }"),
        Ok("X|2|/|1|X|X|2|/|if <".to_string())
    );
    let refused = read("half.field").expect_err("no fields");
    assert!(refused.0.contains("has no fields"));
    let refused = read("if X < 1 { let a = 1; a } else { 2 }").expect_err("no block");
    assert!(refused.0.contains("at the start of a formula's body"));
}

#[test]
fn doubling_ends() {
    let mut scope = Scope::formula();
    let mut text = "X".to_string();
    for round in 0..20 {
        let doubled = rows(&(text.clone() + " + " + &text), &scope);
        match doubled {
            Ok(mut doubled) => {
                text = alloc::format!("d{round}");
                let row = doubled.rows.remove(0);
                scope
                    .bind(&name(&text), Bound::Inlined(row.into()))
                    .expect("a new name");
            }
            Err((message, _)) => {
                assert!(message.contains("too many steps"));
                return;
            }
        }
    }
    panic!("a million steps");
}

#[test]
fn a_long_list_is_quickly_spread() {
    let list = alloc::format!("sum([{}1])", "1, ".repeat(3_000));
    assert_eq!(
        rows(&list, &Scope::default()).expect("a list").rows[0]
            .steps
            .len(),
        6_001
    );
    let _ = expression(&list);
}

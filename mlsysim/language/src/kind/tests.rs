use alloc::string::String;

use super::{Kind, Verdict, words};
use crate::reading::{number, rows, rows_of_a_clinic};
use crate::steps::{Scope, What};

fn kind(text: &str) -> Kind {
    match rows(text, &Scope::default()) {
        Ok(rows) => rows.rows[0].kind.clone(),
        Err(error) => panic!("{text}: {error:?}"),
    }
}

/// What an expression counts.
fn counts(text: &str) -> String {
    words(&kind(text).nouns)
}

fn verdict(text: &str, stated: &str) -> Verdict {
    let stated = number(stated);
    kind(text).stated(&stated.unit.nouns, &stated.full_text())
}

fn are_right(pairs: &[(&str, &str)]) {
    for (text, stated) in pairs {
        assert_eq!(verdict(text, stated), Verdict::Right, "{text} ~= {stated}");
    }
}

fn are_wrong(pairs: &[(&str, &str, &str)]) {
    for (text, stated, expected) in pairs {
        match verdict(text, stated) {
            Verdict::Wrong(message) => {
                assert!(message.contains(expected), "{text} ~= {stated}: {message}");
            }
            other => panic!("{text} ~= {stated}: {other:?}"),
        }
    }
}

#[test]
fn nouns_go_through_every_operation() {
    for (text, expected) in [
        ("8 GPUs", "GPUs"),
        ("-8 GPUs", "GPUs"),
        ("8 GPUs * 80 GB/GPU", "nothing"),
        ("3 USD/GPU/h * 2 h", "something for each GPU"),
        ("100 tokens / 4 requests", "tokens for each request"),
        ("1 / 4 requests", "something for each request"),
        ("1 / (3 USD/GPU)", "GPUs"),
        ("(2 tokens) ^ 2", "tokens times tokens"),
        ("(2 tokens) ^ -1", "something for each token"),
        ("(2 tokens) ^ 0", "nothing"),
        ("3 tokens + 4 tokens", "tokens"),
        ("3 tokens + 4", "tokens"),
        ("3 - 4 tokens", "tokens"),
        ("min(3 tokens, 4)", "tokens"),
        ("round(3.5 tokens)", "tokens"),
        ("abs(-3 tokens)", "tokens"),
        ("sum([1, 2] tokens)", "tokens"),
        ("mean([1, 2] tokens)", "tokens"),
        ("max([1, 2] tokens)", "tokens"),
        ("count([1, 2] tokens)", "nothing"),
        ("sqrt(4 tokens)", "nothing"),
        ("CONSTANT * 3 tokens", "tokens"),
        ("8 GPU_hours", "GPUs"),
    ] {
        assert_eq!(counts(text), expected, "{text}");
    }
}

#[test]
fn unlike_counts_are_not_added_nor_compared() {
    for (text, expected) in [
        (
            "3 GPUs + 4 tokens",
            "a sum of unlike counts: GPUs and tokens",
        ),
        (
            "3 GPUs - 4 tokens",
            "a difference of unlike counts: GPUs and tokens",
        ),
        (
            "min(3 GPUs, 4 tokens)",
            "a minimum of unlike counts: GPUs and tokens",
        ),
        (
            "max([3 GPUs, 4 tokens])",
            "a maximum of unlike counts: GPUs and tokens",
        ),
        (
            "3 tokens/s + 4 requests/s",
            "a sum of unlike counts: tokens and requests",
        ),
        (
            "3 USD/GPU + 4 USD/token",
            "something for each GPU and something for each token",
        ),
    ] {
        let (message, under) = rows(text, &Scope::default()).expect_err(text);
        assert!(message.contains(expected), "{text}: {message}");
        assert_eq!(under, text);
    }
}

#[test]
fn a_noun_above_the_bar_may_be_dropped_and_one_below_may_not() {
    are_right(&[
        ("8 GPUs * 80 GB", "640 GB"),
        ("8 GPUs", "8"),
        ("8", "8 GPUs"),
        ("3 USD/GPU/h * 2 h", "$6/GPU"),
        ("3 USD/GPU/h * 2 h * 8 GPUs", "$48"),
        ("8 * 3 USD/GPU/h * 2 h", "$48"),
        ("640 GB / 8 GPUs", "80 GB"),
        ("640 GB / 8 GPUs", "80 GB/GPU"),
        ("100 tokens/s", "100 tokens/s"),
    ]);
    are_wrong(&[
        (
            "3 USD/GPU/h * 2 h",
            "$6",
            "multiply by the GPUs, or state `$6/GPU`",
        ),
        (
            "100 tokens/s",
            "100 requests/s",
            "counts tokens, and `100 requests/s` counts requests",
        ),
        ("8 GPUs", "8/GPU", "counts GPUs"),
        ("50% * 3 USD/GPU/h * 2 h", "$3", "for each GPU"),
        ("1.5x * 3 USD/GPU/h * 2 h", "$9", "for each GPU"),
        ("2 USD/token", "$2/request", "for each token"),
    ]);
}

#[test]
fn one_division_excuses_one_count() {
    // The rate is for each GPU, and the share of the bill as well.
    are_wrong(&[
        ("3 USD/GPU/h * 2 h / 8 GPUs", "$0.75", "for each GPU"),
        ("3 USD/GPU/h * 2 h / 8 GPUs * 8 GPUs", "$6", "for each GPU"),
        ("48 USD / 8 GPUs + 3 USD/GPU", "$9", "for each GPU"),
    ]);
    are_right(&[
        ("3 USD/GPU/h * 2 h / 8 GPUs", "$0.75/GPU"),
        ("48 USD / 8 GPUs + 24 USD / 8 GPUs", "$9"),
    ]);
}

#[test]
fn a_plain_number_in_a_sum_counts_nothing() {
    are_wrong(&[
        ("3 tokens/request + 5", "8 tokens", "for each request"),
        ("8 * 3 USD/GPU + 3 USD/GPU", "$27", "for each GPU"),
        ("max(3 USD/GPU, 8 * 3 USD/GPU)", "$24", "for each GPU"),
    ]);
    are_right(&[
        ("(7 + 1) * 3 USD/GPU", "$24"),
        ("8 * 3 USD/GPU + 2 * 3 USD/GPU", "$30"),
    ]);
}

#[test]
fn a_constant_may_be_a_count_if_its_dimension_is_one() {
    let product = verdict("FLEET * 3 USD/GPU", "$24");
    assert!(matches!(product, Verdict::RightIfCounted(_)), "{product:?}");
    let sum = verdict("3 USD/GPU + PRICE", "$24");
    assert!(matches!(sum, Verdict::Wrong(_)), "{sum:?}");
}

#[test]
fn a_named_share_is_still_for_each() {
    let named = |text: &str| kind(text).named();
    assert_eq!(
        words(&named("640 GB / 8 GPUs").nouns),
        "something for each GPU"
    );
    // Device-hours may have counted the GPUs already.
    assert_eq!(words(&named("DEVICE_HOURS / 8 GPUs").nouns), "nothing");
    assert_eq!(
        words(&named("DEVICE_HOURS * 2 h/GPU / 8 GPUs").nouns),
        "something for each GPU"
    );
}

#[test]
fn a_printed_value_counts_what_its_figure_says_and_what_it_is_for() {
    let printed = |text: &str, figure: &str| words(&kind(text).printed(&number(figure)).nouns);
    assert_eq!(printed("8 GPUs", "8"), "nothing");
    assert_eq!(printed("8 GPUs", "8 GPUs"), "GPUs");
    assert_eq!(printed("3 USD/GPU", "$3"), "something for each GPU");
    assert_eq!(printed("3 USD/GPU", "$3/GPU"), "something for each GPU");
}

/// What a quantity with units of a book's own counts, or why it is wrong.
fn own(text: &str) -> String {
    match rows_of_a_clinic(text) {
        Ok(rows) => words(&rows.rows[0].kind.nouns),
        Err((message, _)) => message,
    }
}

#[test]
fn nouns_of_a_book_are_kinds_as_those_of_the_table() {
    for (text, expected) in [
        ("3 visits + 1 visit", "visits"),
        ("3 visits + 4", "visits"),
        ("120 visits/day * 5 days", "visits"),
        ("1 / (3 USD/visit)", "visits"),
        ("5 children * 2 USD/child", "nothing"),
        ("3 million visits", "visits"),
        ("2 rounds + 4 visits", "visits"),
        ("3 h/round", "something for each visit"),
        ("24 h + 2 bed_days", "nothing"),
        ("2 night_shifts", "night shifts"),
        ("[3, 4] visits", "visits"),
        (
            "3 visits + 4 GPUs",
            "a sum of unlike counts: visits and GPUs",
        ),
        (
            "3 visits - 4 children",
            "a difference of unlike counts: visits and children",
        ),
    ] {
        assert_eq!(own(text), expected, "{text}");
    }
}

#[test]
fn a_figure_is_held_to_the_nouns_of_a_book() {
    let verdict = |text: &str, stated: &str| {
        let number = |text: &str| match &rows_of_a_clinic(text).unwrap().rows[0].steps[0].what {
            What::Number(number) => number.clone(),
            other => panic!("{other:?}"),
        };
        let stated = number(stated);
        let kind = rows_of_a_clinic(text).unwrap().rows[0].kind.clone();
        kind.stated(&stated.unit.nouns, &stated.full_text())
    };
    let wrong = |text: &str, stated: &str| match verdict(text, stated) {
        Verdict::Wrong(message) => message,
        other => panic!("{text} ~= {stated}: {other:?}"),
    };
    assert_eq!(
        wrong("3 USD/visit * 2 h / 1 h", "6 USD"),
        "the value is for each visit, and `6 USD` does not say so: multiply by the visits, or state `6 USD/visit`"
    );
    assert_eq!(
        wrong("100 visits/day", "100 requests/day"),
        "the value counts visits, and `100 requests/day` counts requests"
    );
    assert_eq!(
        wrong("6 USD/night_shift", "6 USD"),
        "the value is for each night_shift, and `6 USD` does not say so: multiply by the night shifts, or state `6 USD/night_shift`"
    );
    assert_eq!(
        verdict("960 visits / 8 bed_days", "120 visits/day"),
        Verdict::Right
    );
    assert_eq!(verdict("2 rounds * 3 USD/visit", "72 USD"), Verdict::Right);
}

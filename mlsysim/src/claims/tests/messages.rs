#![cfg(not(feature = "deferred"))]

use std::format;
use std::string::{String, ToString};

use mlsysim_language::operation::{Comparison, Order};
use mlsysim_language::record::{Reader, Shape};

use super::super::guard::{at_most, equals, less, more, prints};
use super::{Draft, compared, plain, printed_report, report, times, written};
use crate::unit::{GB, TFLOP, USD, h, kg, min, s};
use crate::units::dynamic::{Dynamic, divide, of};

const ONE: Dynamic = plain(1.0);

fn percent() -> Dynamic {
    plain(0.01)
}

fn hint(report: &str) -> Option<&str> {
    report.split_once("hint: ").map(|(_, hint)| hint)
}

/// The hint for a number in a unit, stated to half a unit of its last digit.
fn hinted(value: f64, text: &str, unit: &str, one: Dynamic, half: f64) -> Option<String> {
    let number: f64 = text.replace(',', "").parse().unwrap();
    let ends = (number - half, number + half);
    let said = printed_report(times(value, one), text, unit, one, ends).unwrap();
    hint(&said).map(ToString::to_string)
}

#[test]
fn a_wrong_number_is_a_small_report() {
    let said = printed_report(times(5.0, of(h)), "12", "h", of(h), (11.5, 12.5));
    assert_eq!(
        said.as_deref(),
        Some(
            "claim `vol1::scratch::share` does not hold\n    stated    12 h  (±0.5 h)\n    computed   5 h\n    the computed value is 2.4 times smaller"
        )
    );
    let said = printed_report(times(-12.0, of(USD)), "-14", "$", of(USD), (-14.5, -13.5));
    let said = said.unwrap();
    assert!(said.contains("stated    -$14  (±$0.5)"), "{said}");
    assert!(said.contains("computed  -$12\n"), "{said}");
}

#[test]
fn cut_off_comes_first_and_says_what_it_rounds_to() {
    let hinted_percent = |value, text, half| hinted(value, text, "%", percent(), half);
    let cut = |rounded: &str| Some(format!("cut off, not rounded: {rounded}"));
    assert_eq!(hinted_percent(200.0 / 3.0, "66", 0.5), cut("67%"));
    assert_eq!(hinted(18_823.53, "18,823", "", ONE, 0.5), cut("18,824"));
    assert_eq!(hinted(-1.96, "-1.9", "", ONE, 0.05), cut("-2.0"));
    assert_eq!(hinted(0.0996, "0.09", "", ONE, 0.005), cut("0.10"));
    // To two digits of what is written.
    assert_eq!(hinted(28_700.0, "28,000", "", ONE, 500.0), cut("29,000"));
    // The next number, and one that is too small, are something else.
    assert_eq!(hinted(67.0, "66", "", ONE, 0.5), None);
    assert_eq!(hinted(65.4, "66", "", ONE, 0.5), None);
    // `within 7%` states no digit.
    assert_eq!(hinted(108.0, "100", "", ONE, 7.0), None);
    let said = printed_report(plain(8.47e23), "8.4e23", "", ONE, (8.35e23, 8.45e23)).unwrap();
    assert_eq!(hint(&said), Some("cut off, not rounded: 8.5e23"));
}

#[test]
fn a_factor_is_named_where_it_explains_the_difference() {
    let gigabytes = |value, text, half| hinted(value, text, "GB", of(GB), half);
    let starts = |hint: Option<String>, start: &str| {
        assert!(
            hint.as_ref().is_some_and(|hint| hint.starts_with(start)),
            "{hint:?}"
        );
    };
    starts(gigabytes(8.0, "1", 0.5), "a factor of 8");
    starts(gigabytes(12.5, "100", 0.5), "a factor of 8");
    starts(gigabytes(160.0, "80", 0.5), "a factor of 2");
    starts(
        gigabytes(80.0 * 1.073_741_824, "80", 0.5),
        "a factor of 1.0737",
    );
    starts(
        gigabytes(80.0 / 1.073_741_824, "80", 0.5),
        "a factor of 1.0737",
    );
    starts(gigabytes(512.0 * 1.024, "512", 0.5), "a factor of 1.024");
    starts(
        gigabytes(512.0 * 1.048_576, "512", 0.5),
        "a factor of 1.0486",
    );
    starts(
        gigabytes(100.0 * 1.099_511_627_776, "100", 0.5),
        "a factor of 1.0995",
    );
    starts(gigabytes(3_200.0, "3.2", 0.05), "a power of ten");
    starts(
        hinted(624.0, "312", "TFLOP", of(TFLOP), 0.5),
        "a factor of 2",
    );
    starts(
        hinted(2_520_000.0, "700", "s", of(s), 0.5),
        "a factor of 3600",
    );
}

#[test]
fn a_factor_is_not_named_by_chance() {
    let gigabytes = |value, text, half| hinted(value, text, "GB", of(GB), half);
    // Two digits prove nothing about 1.0486, 1.024, or 1.0737.
    assert_eq!(
        gigabytes(15.73, "15", 0.5).as_deref(),
        Some("cut off, not rounded: 16 GB")
    );
    assert_eq!(gigabytes(14.3, "15", 0.5), None);
    assert_eq!(gigabytes(15.0 * 1.073_741_824, "15", 0.5), None);
    assert_eq!(gigabytes(2.1, "1", 0.5), None);
    // Not about what has no bytes, operations or time in it.
    assert_eq!(hinted(8.0, "1", "kg", of(kg), 0.5), None);
    assert_eq!(hinted(624.0, "312", "h", of(h), 0.5), None);
    assert_eq!(hinted(2_520_000.0, "700", "", ONE, 0.5), None);
    // Not near enough.
    assert_eq!(gigabytes(168.5, "80", 5.0), None);
    assert_eq!(hinted(29.0, "3.2", "", ONE, 0.5), None);
}

#[test]
fn a_hint_looks_at_what_the_row_follows_from_and_no_further() {
    let mut draft = Draft::new();
    let size = draft.outer("SIZE", times(100.0, of(GB)));
    let size = draft.add("size", Shape::One, [size].into());
    let rate = draft.outer("RATE", divide(times(12.5, of(GB)), of(s)).unwrap());
    let rate = draft.add("rate", Shape::One, [rate].into());
    let row = draft.quotient((size, 0), (rate, 0));
    let rule = draft.prints("1", "s", of(s), (0.5, 1.5));
    let super::Rule::Prints { slot, .. } = rule else {
        panic!("it prints");
    };
    let transfer = draft.claim("transfer", Shape::One, [row].into(), [(0, rule)].into());
    // A time that follows from no bytes.
    let row = draft.outer("X", times(8.0, of(s)));
    let rule = draft.prints("1", "s", of(s), (0.5, 1.5));
    let other = draft.claim("other", Shape::One, [row].into(), [(0, rule)].into());
    let napkin = draft.finish();
    let said = |claim| {
        let value = draft.value_of(claim, 0);
        let mut statements = Reader::new(napkin.record);
        statements.skip(claim).unwrap();
        let at = statements.position();
        report(|| prints(&napkin, value, slot, at, written("1", "s"), false)).unwrap()
    };
    assert_eq!(
        hint(&said(transfer)),
        Some("a factor of 8: bits for bytes?")
    );
    assert_eq!(hint(&said(other)), None);
}

#[test]
fn the_computed_value_is_on_its_side_of_the_interval() {
    let said = |value, text: &str, half| {
        let number: f64 = text.replace(',', "").parse().unwrap();
        let ends = (number - half, number + half);
        printed_report(plain(value), text, "", ONE, ends).unwrap()
    };
    let computed = |report: &str| -> String {
        let line = report
            .lines()
            .find(|line| line.contains("computed  "))
            .unwrap();
        line.trim_start()
            .trim_start_matches("computed")
            .trim()
            .to_string()
    };
    assert_eq!(computed(&said(18_823.53, "18,823", 0.5)), "18,823.53");
    assert_eq!(computed(&said(12.500_001, "12", 0.5)), "12.500001");
    assert_eq!(computed(&said(11.499_999_9, "12", 0.5)), "11.4999999");
    // Every number that is shown lies outside too, on the same side.
    let mut seed = 1_u64;
    for _ in 0..4_000 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let stated = (seed >> 40) as f64 / 100.0 + 0.01;
        let distance = ((seed >> 20) & 0xfffff) as f64 / 1e5 + 1e-9;
        let half = 0.005;
        for value in [stated + half + distance, stated - half - distance] {
            let text = format!("{stated:.2}");
            let number: f64 = text.parse().unwrap();
            let ends = (number - half, number + half);
            let Some(report) = printed_report(plain(value), &text, "", ONE, ends) else {
                continue;
            };
            let shown: f64 = computed(&report).replace(',', "").parse().unwrap();
            assert_eq!(shown < ends.0, value < ends.0, "{report}");
            assert_eq!(shown > ends.1, value > ends.1, "{report}");
        }
    }
}

#[test]
fn a_bound_is_told_from_the_value() {
    let gigabyte = of(GB);
    let comparison = Comparison::Ordered(Order::More);
    let (napkin, [value, bound, factor]) = compared(
        times(10.0, gigabyte),
        comparison,
        "12",
        "GB",
        gigabyte,
        12.0,
    );
    let said = report(|| more(&napkin, value, bound, factor, 0, written("12", "GB"), false));
    assert_eq!(
        said.as_deref(),
        Some(
            "claim `vol1::scratch::reserve` does not hold\n    stated    > 12 GB\n    computed    10 GB\n    the computed value is 17% smaller"
        )
    );
    let (napkin, [value, bound, factor]) = compared(
        plain(2.000_000_01),
        Comparison::Ordered(Order::AtMost),
        "2",
        "",
        ONE,
        2.0,
    );
    let said =
        report(|| at_most(&napkin, value, bound, factor, 0, written("2", ""), false)).unwrap();
    assert!(said.contains("computed  2.00000001\n"), "{said}");
    let (napkin, [value, bound, factor]) = compared(
        plain(0.1 + 0.2),
        Comparison::Ordered(Order::Less),
        "0.3",
        "",
        ONE,
        0.3,
    );
    let said =
        report(|| less(&napkin, value, bound, factor, 0, written("0.3", ""), false)).unwrap();
    assert!(
        said.contains("is the bound itself, which `<` leaves out"),
        "{said}"
    );
    let (napkin, [value, bound, factor]) = compared(
        times(61.0, of(min)),
        Comparison::Equal,
        "1",
        "h",
        of(h),
        1.0,
    );
    let said =
        report(|| equals(&napkin, value, bound, factor, 0, written("1", "h"), false)).unwrap();
    assert!(
        said.contains("stated     == 1 h\n    computed  1.017 h\n"),
        "{said}"
    );
}

#[test]
fn a_computed_bound_is_told_from_the_value_too() {
    let mut draft = Draft::new();
    let row = draft.outer("X", plain(10.000_4));
    let bound = draft.outer("Y", plain(10.000_1));
    let (bound_slot, factor) = (bound.slot, draft.slot(plain(0.0)));
    let rule = super::Rule::Compares {
        comparison: Comparison::Ordered(Order::Less),
        text: String::new(),
        unit: String::new(),
        slot: factor,
        bound,
    };
    let claim = draft.claim("x", Shape::One, [row].into(), [(0, rule)].into());
    let (napkin, value) = (draft.finish(), draft.value_of(claim, 0));
    let said = report(|| {
        less(
            &napkin,
            value,
            bound_slot,
            factor,
            claim,
            written("", ""),
            false,
        )
    })
    .unwrap();
    assert!(
        said.contains("stated    < 10.0001\n    computed    10.0004\n"),
        "{said}"
    );
}

use alloc::string::ToString;

use super::run::run;
use super::{Dynamic, add, divide, exponent, multiply, of, operations};
use crate::unit::{GB, h, m};
use crate::units::dynamic::bare;

const fn n(value: f64) -> Dynamic {
    Dynamic {
        value,
        dimension: 0,
    }
}

/// Two operands in two slots after the status, then one operation.
fn operated(operation: u8, a: Dynamic, b: Dynamic) -> (bool, [Dynamic; 4]) {
    let mut slots = [Dynamic::UNKNOWN; 4];
    let program = [b'#', 0, b'#', 1, operation, 1, 0, 2, 0];
    let stops = run(
        &mut slots,
        1,
        &program,
        &[a.value, b.value],
        &[a.dimension, b.dimension],
    );
    (stops, slots)
}

#[test]
fn every_step_is_finite_or_says_so() {
    let (stops, slots) = operated(b'/', n(3.0), n(2.0));
    assert!(!stops && slots[0].is_missing());
    assert_eq!(slots[3].value, 1.5);
    for (operation, a, b) in [
        (b'/', 3.0, 0.0),
        (b'/', 0.0, 0.0),
        (b'/', 1e300, 1e-300),
        (b'*', 1e300, -1e300),
    ] {
        let (stops, slots) = operated(operation, n(a), n(b));
        assert_eq!(stops, !cfg!(feature = "deferred"), "{a} {b}");
        assert_eq!(slots[0].value, 3.0);
        assert!(slots[3].is_missing());
    }
}

#[test]
fn what_follows_from_a_failed_expression_is_silent() {
    let failed = Dynamic {
        dimension: of(h).dimension,
        ..Dynamic::FAILED
    };
    for (stops, slots) in [
        operated(b'*', failed, n(2.0)),
        operated(b'/', n(2.0), failed),
    ] {
        assert!(!stops && slots[0].is_missing() && slots[3].has_failed());
    }
    assert!(add(failed, of(h)).unwrap().has_failed());
    assert!(operations::max(of(h), failed).unwrap().has_failed());
    assert!(operations::exp(Dynamic::FAILED).unwrap().has_failed());
    assert!(operations::negate(failed).has_failed());
    for check in *b"<{>}=" {
        assert!(!operated(check, failed, of(h)).0);
    }
}

#[test]
#[cfg(not(feature = "deferred"))]
fn a_check_stops_exactly_where_it_does_not_hold() {
    let hours = |value| Dynamic { value, ..of(h) };
    for (check, holds) in [
        (b'<', [true, false, false]),
        (b'{', [true, true, false]),
        (b'>', [false, false, true]),
        (b'}', [false, true, true]),
        (b'=', [false, true, false]),
    ] {
        let stops = [1.0, 2.0, 3.0].map(|value| operated(check, hours(value), hours(2.0)).0);
        assert_eq!(stops, holds.map(|it| !it), "{}", check as char);
        assert!(operated(check, hours(1.0), n(1.0)).0, "unlike dimensions");
    }
    // Noise decides nothing.
    assert!(operated(b'>', n(0.1 + 0.2), n(0.3)).0);
    assert!(!operated(b'{', n(0.1 + 0.2), n(0.3)).0);
}

#[test]
#[cfg(not(feature = "deferred"))]
fn a_stated_number_stops_outside_of_its_ends() {
    let stops = |value: Dynamic| {
        let mut slots = [Dynamic::UNKNOWN; 5];
        let values = [value.value, 3600.0, 4.5, 5.5];
        let dimensions = [value.dimension, of(h).dimension, 0, 0];
        run(
            &mut slots,
            1,
            &[b'#', 0, b'#', 1, b'#', 2, b'#', 3, b'p', 1, 0, 2, 0],
            &values,
            &dimensions,
        )
    };
    let hours = |value: f64| Dynamic {
        value: 3600.0 * value,
        ..of(h)
    };
    assert!(!stops(hours(4.5)) && !stops(hours(5.0)) && !stops(hours(5.5)));
    assert!(stops(hours(4.499_999)) && stops(hours(5.500_001)));
    assert!(stops(n(18_000.0)), "unlike dimensions");
}

#[test]
#[should_panic(expected = "an operation that it does not know")]
#[cfg(not(feature = "deferred"))]
fn an_unknown_operation_is_no_comparison() {
    operated(b'!', n(1.0), n(2.0));
}

#[test]
fn exponents_stay_within_63() {
    let mut power = of(m);
    for _ in 1..63 {
        power = multiply(power, of(m)).unwrap();
    }
    assert_eq!(exponent(power.dimension, 0), 63);
    let beyond = multiply(power, of(m)).unwrap_err().to_string();
    assert!(beyond.contains("beyond 63"), "{beyond}");
    assert!(operated(b'*', power, of(m)).0);
    let mut inverse = n(1.0);
    for _ in 0..63 {
        inverse = divide(inverse, of(m)).unwrap();
    }
    assert_eq!(exponent(inverse.dimension, 0), -63);
    assert!(divide(inverse, of(m)).is_err());
    assert!(operated(b'/', inverse, of(m)).0);
    assert!(!operated(b'/', inverse, n(2.0)).0);
    // Of money, whose digit is the first to overflow.
    let dollar = of(crate::unit::USD);
    let eighth = operations::power(dollar, n(8.0)).unwrap();
    assert!(operations::power(eighth, n(8.0)).is_err());
    let minus = operations::power(eighth, n(-7.0)).unwrap();
    assert!(operated(b'*', minus, minus).0 && operated(b'/', minus, eighth).0);
}

#[test]
fn a_mismatch_says_what_was_given() {
    let text = |result: Result<Dynamic, super::Mismatch>| result.unwrap_err().to_string();
    assert_eq!(text(operations::sqrt(n(-1.0))), "sqrt(-1) is no number");
    assert_eq!(text(divide(n(3.0), n(0.0))), "3 / 0 divides by zero");
    assert_eq!(
        text(multiply(n(1e300), n(1e300))),
        "1e300 * 1e300 is too large for a number"
    );
    assert_eq!(
        text(operations::power(n(-8.0), n(0.5))),
        "-8 ^ 0.5 is no number"
    );
    assert_eq!(
        text(add(of(GB), of(h))),
        "a sum of unlike dimensions\n    left : information\n    right: time"
    );
    let unknown = operations::power(of(m), Dynamic::UNKNOWN);
    assert!(text(unknown).contains("not known here"));
}

#[test]
fn functions_over_bare_numbers_swallow_nothing() {
    assert!(bare::max(f64::NAN, 3.0).is_nan());
    assert!(bare::min(f64::INFINITY, 3.0).is_nan());
    assert!((1.0 - bare::exp(f64::NEG_INFINITY)).is_nan());
    assert!(bare::power(f64::INFINITY, -1.0).is_nan());
    assert_eq!(bare::max(2.0, 3.0), 3.0);
}

mod formulas {
    use crate::formula;
    use crate::units::{Ratio, of_base};

    /// A quotient over a quotient.
    #[formula]
    const fn nested(a: Ratio, b: Ratio, c: Ratio) -> Ratio {
        a / (b / c)
    }

    /// The same over a name.
    #[formula]
    const fn named(a: Ratio, b: Ratio, c: Ratio) -> Ratio {
        let rate = b / c;
        a / rate
    }

    /// Its reciprocal.
    #[formula]
    const fn reciprocal(a: Ratio) -> Ratio {
        1 / a
    }

    /// The reciprocal of a quotient.
    #[formula]
    const fn called(a: Ratio, b: Ratio) -> Ratio {
        reciprocal(a / b)
    }

    /// A choice by a quotient.
    #[formula]
    const fn chosen(a: Ratio, b: Ratio) -> Ratio {
        if a / b > 1 { 2 } else { 3 }
    }

    /// What is too large, below a number.
    #[formula]
    const fn overflown(a: Ratio) -> Ratio {
        1 / (a * a)
    }

    #[test]
    fn a_step_that_is_infinite_does_not_disappear_in_a_formula() {
        let [zero, one, two, large] = [0.0, 1.0, 2.0, 1e200].map(of_base);
        assert_eq!(nested(one, one, two).value, 2.0);
        assert_eq!(called(one, two).value, 2.0);
        assert_eq!(chosen(one, two).value, 3.0);
        assert_eq!(chosen(two, one).value, 2.0);
        for broken in [
            nested(one, one, zero),
            named(one, one, zero),
            called(one, zero),
            chosen(one, zero),
            chosen(zero, zero),
            overflown(large),
        ] {
            assert!(broken.value.is_nan(), "{broken:?}");
        }
    }
}

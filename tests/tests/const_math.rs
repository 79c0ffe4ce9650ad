//! `mlsysim::units::math` against `std`, over arbitrary bit patterns, and in
//! constants.

use std::f64::consts::{E, FRAC_PI_2, LN_2, LN_10, PI, SQRT_2};

use mlsysim::units::math;
use proptest::prelude::*;

/// Steps between neighbouring floats from `a` to `b`; 0 for two NaN, and the two
/// zeros are one step apart so that a lost sign shows.
fn distance(a: f64, b: f64) -> u64 {
    if a.is_nan() || b.is_nan() {
        return if a.is_nan() && b.is_nan() {
            0
        } else {
            u64::MAX
        };
    }
    let order = |x: f64| {
        let bits = x.to_bits() as i64;
        if bits < 0 {
            -i128::from(bits & i64::MAX) - 1
        } else {
            i128::from(bits)
        }
    };
    (order(a) - order(b)).unsigned_abs() as u64
}

/// Any bit pattern half the time, else a number of ordinary size.
///
/// Of all NaN only the usual one: a C library takes the zeroth power of one that signals for NaN.
fn any_number() -> impl Strategy<Value = f64> {
    let quiet = |number: f64| if number.is_nan() { f64::NAN } else { number };
    prop_oneof![
        any::<u64>().prop_map(f64::from_bits).prop_map(quiet),
        -800.0..800.0_f64,
        -4.0..4.0_f64,
    ]
}

/// Asserts that `$ours` and `$std` differ by at most `$limit` neighbours.
macro_rules! near {
    ($limit:expr, $ours:expr, $std:expr) => {{
        let (ours, std) = ($ours, $std);
        prop_assert!(
            distance(ours, std) <= $limit,
            "ours {ours:e}, std {std:e}: {} apart",
            distance(ours, std)
        );
    }};
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn exact_functions_equal_std(x in any_number()) {
        near!(0, math::abs(x), x.abs());
        near!(0, math::floor(x), x.floor());
        near!(0, math::ceil(x), x.ceil());
        near!(0, math::round(x), x.round());
        near!(0, math::trunc(x), x.trunc());
        near!(0, math::sqrt(x), x.sqrt());
        near!(0, math::sqrt(x.abs()), x.abs().sqrt());
    }

    #[test]
    fn halves_round_away_from_zero(half in any::<i32>()) {
        let x = f64::from(half) / 2.0;
        near!(0, math::round(x), x.round());
        near!(0, math::floor(x), x.floor());
        near!(0, math::ceil(x), x.ceil());
        near!(0, math::trunc(x), x.trunc());
    }

    #[test]
    fn exponentials_and_logarithms_near_std(x in any_number()) {
        near!(1, math::exp(x), x.exp());
        near!(1, math::exp2(x), x.exp2());
        near!(1, math::ln(x), x.ln());
        near!(1, math::log2(x), x.log2());
        near!(1, math::ln(x.abs()), x.abs().ln());
        near!(1, math::log2(x.abs()), x.abs().log2());
        // C libraries err by 1.6 ulp here; ours is nearest, so 2 apart at most.
        near!(2, math::log10(x.abs()), x.abs().log10());
    }

    #[test]
    fn cube_root_near_std(x in any_number()) {
        near!(1, math::cbrt(x), x.cbrt());
    }

    #[test]
    fn sine_and_cosine_near_std(x in any_number()) {
        near!(1, math::sin(x), x.sin());
        near!(1, math::cos(x), x.cos());
    }

    #[test]
    fn arcsine_near_std(x in -1.0..=1.0_f64, any in any_number()) {
        near!(3, math::asin(x), x.asin());
        near!(3, math::asin(any), any.asin());
    }

    #[test]
    fn angles_beside_quarter_turns(quarters in any::<u32>()) {
        let x = f64::from(quarters) * FRAC_PI_2;
        near!(1, math::sin(x), x.sin());
        near!(1, math::cos(x), x.cos());
    }

    #[test]
    fn powers_near_std(x in any_number(), y in any_number(), n in -40..40_i32) {
        near!(2, math::powf(x, y), x.powf(y));
        near!(2, math::powf(x.abs(), y / 100.0), x.abs().powf(y / 100.0));
        near!(2, math::powf(x, y.round()), x.powf(y.round()));
        near!(2, math::powi(x, n), x.powf(f64::from(n)));
    }

    #[test]
    fn powers_reach_every_result(x in any::<u64>(), logarithm in -750.0..715.0_f64) {
        let x = f64::from_bits(x >> 1);
        let y = logarithm / x.ln();
        near!(2, math::powf(x, y), x.powf(y));
    }

    #[test]
    fn subnormal_numbers(bits in 1..1_u64 << 52) {
        let x = f64::from_bits(bits);
        near!(0, math::sqrt(x), x.sqrt());
        near!(1, math::cbrt(x), x.cbrt());
        near!(1, math::ln(x), x.ln());
        near!(1, math::log2(x), x.log2());
        near!(1, math::sin(x), x.sin());
        near!(1, math::cos(x), x.cos());
        near!(2, math::powf(x, 0.7), x.powf(0.7));
    }

    #[test]
    fn subnormal_results(x in -746.0..-708.0_f64) {
        near!(1, math::exp(x), x.exp());
        near!(1, math::exp2(x / LN_2), (x / LN_2).exp2());
    }

    #[test]
    fn monotonic(x in any_number(), steps in 1..1000_u64) {
        prop_assume!(x.is_finite());
        let x = x.abs();
        let above = f64::from_bits(x.to_bits() + steps);
        prop_assert!(math::sqrt(x) <= math::sqrt(above));
        prop_assert!(math::cbrt(x) <= math::cbrt(above));
        prop_assert!(math::floor(x) <= math::floor(above));
        prop_assert!(math::round(x) <= math::round(above));
        // Nearest or next to it: neighbours may swap, no more.
        for function in [math::exp, math::ln, math::log2, math::log10] {
            let (low, high) = (function(x), function(above));
            prop_assert!(low <= high || distance(low, high) <= 1, "{low:e} {high:e}");
        }
    }

    #[test]
    fn whole_powers_of_two_are_exact(k in -1074..1024_i32) {
        let power = math::exp2(f64::from(k));
        near!(0, power, 2.0_f64.powf(f64::from(k)));
        near!(0, math::log2(power), f64::from(k));
        near!(0, math::powi(2.0, k), power);
    }
}

const INFINITY: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;
const SPECIAL: [f64; 22] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    -0.5,
    2.0,
    -2.0,
    3.0,
    -3.0,
    2.5,
    -2.5,
    INFINITY,
    -INFINITY,
    NAN,
    f64::MAX,
    f64::MIN,
    f64::MIN_POSITIVE,
    5e-324,
    -5e-324,
    9_007_199_254_740_991.0,
    0.499_999_999_999_999_94,
];

#[test]
fn special_values_equal_std() {
    type Pair = (&'static str, fn(f64) -> f64, fn(f64) -> f64, u64);
    let functions: [Pair; 14] = [
        ("abs", math::abs, f64::abs, 0),
        ("floor", math::floor, f64::floor, 0),
        ("ceil", math::ceil, f64::ceil, 0),
        ("round", math::round, f64::round, 0),
        ("trunc", math::trunc, f64::trunc, 0),
        ("sqrt", math::sqrt, f64::sqrt, 0),
        ("cbrt", math::cbrt, f64::cbrt, 1),
        ("exp", math::exp, f64::exp, 1),
        ("exp2", math::exp2, f64::exp2, 1),
        ("ln", math::ln, f64::ln, 1),
        ("log2", math::log2, f64::log2, 1),
        ("log10", math::log10, f64::log10, 2),
        ("sin", math::sin, f64::sin, 1),
        ("cos", math::cos, f64::cos, 1),
    ];
    for (name, ours, std, limit) in functions {
        for x in SPECIAL {
            let (ours, std) = (ours(x), std(x));
            assert!(
                distance(ours, std) <= limit,
                "{name}({x:e}): ours {ours:e}, std {std:e}"
            );
        }
    }
    for x in SPECIAL {
        for y in SPECIAL {
            let (ours, std) = (math::powf(x, y), x.powf(y));
            assert!(
                distance(ours, std) <= 2,
                "powf({x:e}, {y:e}): ours {ours:e}, std {std:e}"
            );
        }
        for n in [0, 1, -1, 2, -2, 3, -3, i32::MAX, i32::MIN] {
            let (ours, std) = (math::powi(x, n), x.powf(f64::from(n)));
            assert!(
                distance(ours, std) <= 2,
                "powi({x:e}, {n}): ours {ours:e}, std {std:e}"
            );
        }
    }
}

#[test]
fn ends_of_the_range() {
    // Last arguments with a finite, then with a positive result.
    assert!(math::exp(709.782_712_893_384).is_finite());
    assert_eq!(math::exp(709.782_712_893_384_1), INFINITY);
    assert_eq!(math::exp(-745.133_219_101_941_1), 5e-324);
    assert_eq!(math::exp(-745.133_219_101_941_3), 0.0);
    assert!(math::exp2(1_023.999_999_999_999_9).is_finite());
    assert_eq!(math::exp2(1024.0), INFINITY);
    assert_eq!(math::exp2(-1074.0), 5e-324);
    assert_eq!(math::exp2(-1_074.999_999_999_999_8), 5e-324);
    assert_eq!(math::exp2(-1075.0), 0.0);
}

#[test]
fn hard_angles() {
    // The f64 nearest any multiple of π/2, 6381956970095103·2^797: its cosine is
    // 4.7e-19. Expected values from a 1500-bit computation.
    let x = 6_381_956_970_095_103.0 * 2.0_f64.powi(797);
    assert_eq!(math::cos(x), -4.687_165_924_254_628e-19);
    assert_eq!(math::sin(x), 1.0);
    assert_eq!(math::sin(1e300), -0.817_881_912_115_908_5);
    assert_eq!(math::sin(1e22), -0.852_200_849_767_188_8);
}

#[test]
fn powers_of_ten_have_whole_logarithms() {
    for n in 0..=22 {
        let power = math::powi(10.0, n);
        assert_eq!(power, format!("1e{n}").parse::<f64>().unwrap());
        assert_eq!(math::log10(power), f64::from(n));
    }
}

const SQUARE_ROOT: f64 = math::sqrt(2.0);
const CUBE_ROOT: f64 = math::cbrt(-27.0);
const EXPONENTIAL: f64 = math::exp(1.0);
const EXPONENTIAL_2: f64 = math::exp2(-3.0);
const LOGARITHM: f64 = math::ln(10.0);
const LOGARITHM_2: f64 = math::log2(8.0);
const LOGARITHM_10: f64 = math::log10(1e-5);
const POWER: f64 = math::powf(4.0, 1.5);
const WHOLE_POWER: f64 = math::powi(-3.0, 3);
const SINE: f64 = math::sin(PI / 2.0);
const COSINE: f64 = math::cos(PI);
const DOWN: f64 = math::floor(-1.5);
const UP: f64 = math::ceil(-1.5);
const NEAREST: f64 = math::round(-1.5);
const SHORTENED: f64 = math::trunc(-1.5);
const MAGNITUDE: f64 = math::abs(-1.5);
// The slow branches must also run in the interpreter.
const CORNERS: [f64; 6] = [
    math::sqrt(5e-324),
    math::exp(-745.0),
    math::ln(5e-324),
    math::sin(1e300),
    math::powf(-0.0, -3.0),
    math::cbrt(-5e-324),
];

#[test]
fn constants() {
    assert_eq!(SQUARE_ROOT, SQRT_2);
    assert_eq!(CUBE_ROOT, -3.0);
    assert_eq!(EXPONENTIAL, E);
    assert_eq!(EXPONENTIAL_2, 0.125);
    assert_eq!(LOGARITHM, LN_10);
    assert_eq!(LOGARITHM_2, 3.0);
    assert_eq!(LOGARITHM_10, -5.0);
    assert_eq!(POWER, 8.0);
    assert_eq!(WHOLE_POWER, -27.0);
    assert_eq!(SINE, 1.0);
    assert_eq!(COSINE, -1.0);
    assert_eq!(
        [DOWN, UP, NEAREST, SHORTENED, MAGNITUDE],
        [-2.0, -1.0, -2.0, -1.0, 1.5]
    );
    let run_time = [
        math::sqrt(5e-324),
        math::exp(-745.0),
        math::ln(5e-324),
        math::sin(1e300),
        math::powf(-0.0, -3.0),
        math::cbrt(-5e-324),
    ];
    assert_eq!(CORNERS.map(f64::to_bits), run_time.map(f64::to_bits));
}

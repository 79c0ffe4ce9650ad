//! Worst error of `mlsysim::units::math`, in units in the last place (ulp).
//!
//! Run by hand: `cargo run --release -p mlsysim-tests --bin math-accuracy [points]`,
//! with points per function, 10 000 000 unless told. They are shared out evenly among
//! the function's ranges.
//!
//! The reference is this tool's own double-double arithmetic (106 bits; Taylor and
//! inverse-tangent series, a full 2/π product for huge angles), good to 2^-90 or
//! better, so fractions of an ulp are real. `std` is measured beside it: its C
//! library promises errors under 0.6 or so for most functions, and seeing that
//! confirms the reference. Whole-number rounding is compared with `std` bit by bit.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, LN_2};

use mlsysim::units::math;

/// Splitmix64: the same points in every run.
struct Random(u64);

impl Random {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn uniform(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * ((self.bits() >> 11) as f64 / (1_u64 << 53) as f64)
    }

    /// Any bit pattern that is a finite number.
    fn finite(&mut self) -> f64 {
        loop {
            let x = f64::from_bits(self.bits());
            if x.is_finite() {
                return x;
            }
        }
    }
}

/// An unevaluated sum, `high` the sum rounded.
#[derive(Clone, Copy)]
struct Double {
    high: f64,
    low: f64,
}

const LN_2_DOUBLE: Double = Double::new(LN_2, 2.319_046_813_846_299_6e-17);
const LN_10_DOUBLE: Double = Double::new(std::f64::consts::LN_10, -2.170_756_223_382_249_4e-16);
const HALF_PI_DOUBLE: Double = Double::new(FRAC_PI_2, 6.123_233_995_736_766e-17);

impl Double {
    const fn new(high: f64, low: f64) -> Self {
        Self { high, low }
    }

    /// a + b exactly.
    fn sum(a: f64, b: f64) -> Self {
        let high = a + b;
        let part = high - a;
        Self::new(high, (a - (high - part)) + (b - part))
    }

    /// a · b exactly.
    fn product(a: f64, b: f64) -> Self {
        let high = a * b;
        Self::new(high, a.mul_add(b, -high))
    }

    fn plus(self, other: Self) -> Self {
        let high = Self::sum(self.high, other.high);
        let low = Self::sum(self.low, other.low);
        let first = Self::sum(high.high, high.low + low.high);
        Self::sum(first.high, first.low + low.low)
    }

    fn minus(self, other: Self) -> Self {
        self.plus(Self::new(-other.high, -other.low))
    }

    fn times(self, other: Self) -> Self {
        let main = Self::product(self.high, other.high);
        Self::sum(
            main.high,
            main.low + (self.high * other.low + self.low * other.high),
        )
    }

    fn over(self, other: Self) -> Self {
        let first = self.high / other.high;
        let rest = self.minus(other.times(Self::new(first, 0.0)));
        let second = rest.high / other.high;
        let rest = rest.minus(other.times(Self::new(second, 0.0)));
        let sum = Self::sum(first, second);
        Self::sum(sum.high, sum.low + rest.high / other.high)
    }
}

/// An exact result, as near as needed: `value` · 2^`exponent`.
#[derive(Clone, Copy)]
struct Exact {
    value: Double,
    exponent: i32,
}

/// x · 2^k where the result is a normal number or k is moderate.
fn scale(x: f64, k: i32) -> f64 {
    let half = k / 2;
    x * 2.0_f64.powi(half) * 2.0_f64.powi(k - half)
}

/// Significand in [1, 2) and exponent of a finite x > 0.
fn decompose(x: f64) -> (f64, i32) {
    let (x, lifted) = if x < f64::MIN_POSITIVE {
        (x * 2.0_f64.powi(54), 54)
    } else {
        (x, 0)
    };
    let exponent = (x.to_bits() >> 52) as i32 - 1023;
    (scale(x, -exponent), exponent - lifted)
}

impl Exact {
    const fn new(value: Double) -> Self {
        Self { value, exponent: 0 }
    }

    /// Distance of `result` from it, in ulp of the exact result.
    fn error(self, result: f64) -> f64 {
        let Double { high, low } = self.value;
        if result.is_nan() || high.is_nan() {
            return if result.is_nan() && high.is_nan() {
                0.0
            } else {
                f64::INFINITY
            };
        }
        if high == 0.0 {
            return if result == 0.0 { 0.0 } else { f64::INFINITY };
        }
        let magnitude = decompose(high.abs()).1 + self.exponent;
        if magnitude >= 1024 && result.is_infinite() {
            return 0.0;
        }
        let scaled = if result.is_infinite() {
            scale(1.0_f64.copysign(result), 1024 - self.exponent)
        } else {
            scale(result, -self.exponent)
        };
        let ulp = (magnitude - 52).max(-1074) - self.exponent;
        scale(((scaled - high) - low).abs(), -ulp)
    }
}

/// Coefficients of the reference series, computed once.
struct Series {
    inverse_factorial: Vec<Double>,
    inverse_odd: Vec<Double>,
}

impl Series {
    fn new() -> Self {
        let one = Double::new(1.0, 0.0);
        let mut inverse_factorial = vec![one];
        for n in 1..30 {
            let last = inverse_factorial[n - 1];
            inverse_factorial.push(last.over(Double::new(n as f64, 0.0)));
        }
        let inverse_odd = (0..24)
            .map(|n| one.over(Double::new(f64::from(2 * n + 1), 0.0)))
            .collect();
        Self {
            inverse_factorial,
            inverse_odd,
        }
    }

    fn exp(&self, x: Double) -> Exact {
        let k = (x.high / LN_2).round();
        let r = x.minus(LN_2_DOUBLE.times(Double::new(k, 0.0)));
        let mut sum = Double::new(0.0, 0.0);
        for &term in self.inverse_factorial[..26].iter().rev() {
            sum = sum.times(r).plus(term);
        }
        Exact {
            value: sum,
            exponent: k as i32,
        }
    }

    fn ln(&self, x: f64) -> Double {
        let (mut m, mut k) = decompose(x);
        if m > std::f64::consts::SQRT_2 {
            m /= 2.0;
            k += 1;
        }
        let s = Double::new(m - 1.0, 0.0).over(Double::sum(m, 1.0));
        let z = s.times(s);
        let mut sum = Double::new(0.0, 0.0);
        for &term in self.inverse_odd.iter().rev() {
            sum = sum.times(z).plus(term);
        }
        let twice = sum.times(Double::new(2.0 * s.high, 2.0 * s.low));
        LN_2_DOUBLE
            .times(Double::new(f64::from(k), 0.0))
            .plus(twice)
    }

    /// sin(x + `quarters`·π/2).
    fn sin(&self, x: f64, quarters: u32) -> Double {
        let (turned, r) = reduce(x.abs());
        // sin(−x + q·π/2) = ±sin(x ± q·π/2): odd for the sine, even for the cosine.
        let flip = x < 0.0 && quarters == 0;
        let quadrant = turned + quarters;
        let odd = (quadrant & 1) as usize;
        let z = r.times(Double::new(-r.high, -r.low));
        let mut sum = Double::new(0.0, 0.0);
        for n in (0..14).rev() {
            sum = sum.times(z).plus(self.inverse_factorial[2 * n + 1 - odd]);
        }
        let value = if odd == 0 { sum.times(r) } else { sum };
        if flip != (quadrant & 2 != 0) {
            Double::new(-value.high, -value.low)
        } else {
            value
        }
    }
}

/// 2/π, 1216 bits after the point.
const TWO_OVER_PI: [u64; 19] = [
    0xa2f9_836e_4e44_1529,
    0xfc27_57d1_f534_ddc0,
    0xdb62_9599_3c43_9041,
    0xfe51_63ab_debb_c561,
    0xb724_6e3a_424d_d2e0,
    0x0649_2eea_09d1_921c,
    0xfe1d_eb1c_b129_a73e,
    0xe882_35f5_2ebb_4484,
    0xe99c_7026_b45f_7e41,
    0x3991_d639_8353_39f4,
    0x9c84_5f8b_bdf9_283b,
    0x1ff8_97ff_de05_980f,
    0xef2f_118b_5a0a_6d1f,
    0x6d36_7ecf_27cb_09b7,
    0x4f46_3f66_9e5f_ea2d,
    0x7527_bac7_ebe5_f17b,
    0x3d07_39f7_8a52_92ea,
    0x6bfb_5fb1_1f8d_5d08,
    0x5603_3046_fc7b_6bab,
];

/// Quarter turns mod 4 and the rest in radians, within π/4, for finite x ≥ 0.
fn reduce(x: f64) -> (u32, Double) {
    if x <= FRAC_PI_4 {
        return (0, Double::new(x, 0.0));
    }
    // The whole product in 32-bit digits, lowest first: x · 2/π · 2^(1216 − e).
    let (m, e) = decompose(x);
    let significand = (m * 2.0_f64.powi(52)) as u64;
    let bits_after_point = 1216 + 52 - e;
    let mut digits = [0_u32; 42];
    for (shift, factor) in [(0, significand & 0xffff_ffff), (1, significand >> 32)] {
        let mut carry = 0_u64;
        for i in 0..38 {
            let word = TWO_OVER_PI[18 - i / 2];
            let digit = (word >> (32 * (i % 2))) & 0xffff_ffff;
            let total = digit * factor + u64::from(digits[i + shift]) + carry;
            digits[i + shift] = total as u32;
            carry = total >> 32;
        }
        digits[38 + shift] = carry as u32;
    }
    let bit = |position: i32| -> u32 {
        if position < 0 {
            return 0;
        }
        (digits.get(position as usize / 32).copied().unwrap_or(0) >> (position % 32)) & 1
    };
    let field = |top: i32, width: i32| -> u64 {
        (0..width).fold(0, |value, i| value << 1 | u64::from(bit(top - i)))
    };
    let mut quadrant = field(bits_after_point + 1, 2) as u32;
    let mut parts = [0_u64; 4];
    for (i, part) in parts.iter_mut().enumerate() {
        *part = field(bits_after_point - 1 - 48 * i as i32, 48);
    }
    let negative = parts[0] >> 47 == 1;
    if negative {
        quadrant += 1;
        for part in &mut parts {
            *part = 0xffff_ffff_ffff - *part;
        }
    }
    let mut fraction = Double::new(0.0, 0.0);
    for (i, &part) in parts.iter().enumerate().rev() {
        let place = 2.0_f64.powi(-48 * (i as i32 + 1));
        fraction = fraction.plus(Double::new(part as f64 * place, 0.0));
    }
    if negative {
        fraction = Double::new(-fraction.high, -fraction.low);
    }
    (quadrant & 3, fraction.times(HALF_PI_DOUBLE))
}

fn exact_sqrt(x: f64) -> Exact {
    if x <= 0.0 {
        let high = if x < 0.0 { f64::NAN } else { 0.0 };
        return Exact::new(Double::new(high, 0.0));
    }
    let (m, e) = decompose(x);
    let odd = e.rem_euclid(2);
    let m = scale(m, odd);
    let root = m.sqrt();
    let rest = root.mul_add(-root, m) / (2.0 * root);
    Exact {
        value: Double::sum(root, rest),
        exponent: (e - odd) / 2,
    }
}

fn exact_cbrt(x: f64) -> Exact {
    if x == 0.0 {
        return Exact::new(Double::new(0.0, 0.0));
    }
    let (m, e) = decompose(x.abs());
    let odd = e.rem_euclid(3);
    let m = scale(m, odd);
    let root = m.cbrt();
    let cube = Double::product(root, root).times(Double::new(root, 0.0));
    let rest = Double::new(m, 0.0).minus(cube).high / (3.0 * root * root);
    let value = Double::sum(root.copysign(x), rest.copysign(rest * x.signum()));
    Exact {
        value,
        exponent: (e - odd) / 3,
    }
}

/// How points are drawn; one-argument functions ignore the second.
type Draw = fn(&mut Random) -> (f64, f64);

/// A function under test beside `std`'s and the reference.
struct Subject {
    name: &'static str,
    ours: fn(f64, f64) -> f64,
    std: fn(f64, f64) -> f64,
    exact: fn(&Series, f64, f64) -> Exact,
    ranges: &'static [(&'static str, Draw)],
}

const EVERY: (&str, Draw) = ("all bit patterns", |random| (random.finite(), 0.0));
const POSITIVE: (&str, Draw) = ("all positive bit patterns", |random| {
    (random.finite().abs(), 0.0)
});
const SUBNORMAL: (&str, Draw) = ("subnormal", |random| {
    (f64::from_bits(random.bits() >> 12), 0.0)
});
const DAILY: (&str, Draw) = ("0 to 1000", |random| (random.uniform(0.0, 1000.0), 0.0));
const OCTAVES: (&str, Draw) = ("1/4 to 8", |random| (random.uniform(0.25, 8.0), 0.0));
const NEAR_ONE: (&str, Draw) = ("within 2^-1 to 2^-52 of 1", |random| {
    let distance = random.uniform(-0.5, 0.5) * 2.0_f64.powf(random.uniform(-51.0, 0.0));
    (1.0 + distance, 0.0)
});
const LOGARITHM: &[(&str, Draw)] = &[POSITIVE, SUBNORMAL, DAILY, OCTAVES, NEAR_ONE];
const ROOT: &[(&str, Draw)] = &[POSITIVE, SUBNORMAL, DAILY, OCTAVES];
const ANGLE: &[(&str, Draw)] = &[
    EVERY,
    ("-π/4 to π/4", |random| {
        (random.uniform(-FRAC_PI_4, FRAC_PI_4), 0.0)
    }),
    ("-10 to 10", |random| (random.uniform(-10.0, 10.0), 0.0)),
    ("-100 000 to 100 000", |random| {
        (random.uniform(-1e5, 1e5), 0.0)
    }),
    ("beside multiples of π/2", |random| {
        let multiple = (random.bits() >> 12 >> (random.bits() % 52)) as f64;
        (multiple * FRAC_PI_2, 0.0)
    }),
];
const POWER: &[(&str, Draw)] = &[
    ("x to 100, y to ±10", |random| {
        (random.uniform(0.0, 100.0), random.uniform(-10.0, 10.0))
    }),
    ("any x, any result", |random| {
        let x = random.finite().abs();
        (x, random.uniform(-746.0, 711.0) / x.ln())
    }),
    ("x near 1, any result", |random| {
        let x = NEAR_ONE.1(random).0;
        (x, random.uniform(-746.0, 711.0) / x.ln())
    }),
    ("x 0.9 to 1.1, extreme results", |random| {
        let x = random.uniform(0.9, 1.1);
        (x, random.uniform(690.0, 709.7) / x.ln())
    }),
    ("any x and y", |random| {
        (random.finite().abs(), random.finite())
    }),
];
const WHOLE_POWER: &[(&str, Draw)] = &[
    ("x to ±100, n to ±30", |random| {
        (
            random.uniform(-100.0, 100.0),
            (random.bits() % 61) as f64 - 30.0,
        )
    }),
    ("any x, n to ±10", |random| {
        (random.finite(), (random.bits() % 21) as f64 - 10.0)
    }),
    ("x near 1, any n", |random| {
        (
            random.uniform(0.99, 1.01),
            f64::from(random.bits() as i32 >> (random.bits() % 31)),
        )
    }),
];

const SUBJECTS: &[Subject] = &[
    Subject {
        name: "sqrt",
        ours: |x, _| math::sqrt(x),
        std: |x, _| x.sqrt(),
        exact: |_, x, _| exact_sqrt(x),
        ranges: ROOT,
    },
    Subject {
        name: "cbrt",
        ours: |x, _| math::cbrt(x),
        std: |x, _| x.cbrt(),
        exact: |_, x, _| exact_cbrt(x),
        ranges: ROOT,
    },
    Subject {
        name: "exp",
        ours: |x, _| math::exp(x),
        std: |x, _| x.exp(),
        exact: |series, x, _| exact_exp(series, Double::new(x, 0.0)),
        ranges: &[
            EVERY,
            ("-1 to 1", |random| (random.uniform(-1.0, 1.0), 0.0)),
            ("-40 to 40", |random| (random.uniform(-40.0, 40.0), 0.0)),
            ("-746 to 710", |random| (random.uniform(-746.0, 710.0), 0.0)),
            ("-746 to -708, subnormal", |random| {
                (random.uniform(-746.0, -708.0), 0.0)
            }),
        ],
    },
    Subject {
        name: "exp2",
        ours: |x, _| math::exp2(x),
        std: |x, _| x.exp2(),
        exact: |series, x, _| {
            if x.abs() > 1100.0 {
                exact_exp(series, Double::new(x, 0.0))
            } else {
                let k = x.round();
                let power = series.exp(LN_2_DOUBLE.times(Double::new(x - k, 0.0)));
                Exact {
                    value: power.value,
                    exponent: power.exponent + k as i32,
                }
            }
        },
        ranges: &[
            EVERY,
            ("-1 to 1", |random| (random.uniform(-1.0, 1.0), 0.0)),
            ("-64 to 64", |random| (random.uniform(-64.0, 64.0), 0.0)),
            ("-1076 to 1025", |random| {
                (random.uniform(-1076.0, 1025.0), 0.0)
            }),
            ("-1076 to -1021, subnormal", |random| {
                (random.uniform(-1076.0, -1021.0), 0.0)
            }),
        ],
    },
    Subject {
        name: "ln",
        ours: |x, _| math::ln(x),
        std: |x, _| x.ln(),
        exact: |series, x, _| Exact::new(exact_ln(series, x)),
        ranges: LOGARITHM,
    },
    Subject {
        name: "log2",
        ours: |x, _| math::log2(x),
        std: |x, _| x.log2(),
        exact: |series, x, _| Exact::new(exact_ln(series, x).over(LN_2_DOUBLE)),
        ranges: LOGARITHM,
    },
    Subject {
        name: "log10",
        ours: |x, _| math::log10(x),
        std: |x, _| x.log10(),
        exact: |series, x, _| Exact::new(exact_ln(series, x).over(LN_10_DOUBLE)),
        ranges: LOGARITHM,
    },
    Subject {
        name: "powf",
        ours: math::powf,
        std: f64::powf,
        exact: exact_power,
        ranges: POWER,
    },
    Subject {
        name: "powi",
        ours: |x, n| math::powi(x, n as i32),
        // The exact-argument powf: std's powi promises nothing.
        std: f64::powf,
        exact: |series, x, n| {
            let mut exact = exact_power(series, x.abs(), n);
            if x < 0.0 && n % 2.0 != 0.0 {
                exact.value = Double::new(-exact.value.high, -exact.value.low);
            }
            exact
        },
        ranges: WHOLE_POWER,
    },
    Subject {
        name: "sin",
        ours: |x, _| math::sin(x),
        std: |x, _| x.sin(),
        exact: |series, x, _| Exact::new(series.sin(x, 0)),
        ranges: ANGLE,
    },
    Subject {
        name: "cos",
        ours: |x, _| math::cos(x),
        std: |x, _| x.cos(),
        exact: |series, x, _| Exact::new(series.sin(x, 1)),
        ranges: ANGLE,
    },
];

fn exact_exp(series: &Series, x: Double) -> Exact {
    // Out here only 0 and infinity are left; any such value will do.
    let held = x.high.clamp(-1100.0, 1100.0);
    series.exp(if held == x.high {
        x
    } else {
        Double::new(held, 0.0)
    })
}

fn exact_ln(series: &Series, x: f64) -> Double {
    if x == 0.0 {
        // No exact value; skipped by the NaN rule in `measure`.
        return Double::new(f64::NAN, 0.0);
    }
    series.ln(x)
}

fn exact_power(series: &Series, x: f64, y: f64) -> Exact {
    let logarithm = exact_ln(series, x);
    if (logarithm.high * y).abs() > 1100.0 {
        return exact_exp(series, Double::new(logarithm.high * y, 0.0));
    }
    exact_exp(series, logarithm.times(Double::new(y, 0.0)))
}

/// Worst error seen and where.
#[derive(Clone, Copy)]
struct Worst {
    error: f64,
    at: (f64, f64),
}

fn measure(subject: &Subject, series: &Series, points: u64) {
    let none = Worst {
        error: -1.0,
        at: (0.0, 0.0),
    };
    let mut overall = [none; 2];
    let each = points / subject.ranges.len() as u64;
    for (index, (range, draw)) in subject.ranges.iter().enumerate() {
        let mut random = Random(index as u64 * 1_000_003 + points);
        let mut worst = [none; 2];
        for _ in 0..each {
            let (x, y) = draw(&mut random);
            let exact = (subject.exact)(series, x, y);
            if exact.value.high.is_nan() {
                continue;
            }
            for (worst, function) in worst.iter_mut().zip([subject.ours, subject.std]) {
                let error = exact.error(function(x, y));
                if error > worst.error {
                    *worst = Worst { error, at: (x, y) };
                }
            }
        }
        print_row(subject, range, worst);
        for (overall, worst) in overall.iter_mut().zip(worst) {
            if worst.error > overall.error {
                *overall = worst;
            }
        }
    }
    print_row(subject, "WORST", overall);
}

fn print_row(subject: &Subject, range: &str, [ours, std]: [Worst; 2]) {
    let (x, y) = ours.at;
    let second = if subject.name.starts_with("pow") {
        format!(", {y:e}")
    } else {
        String::new()
    };
    println!(
        "{:6} {range:32} {:9.6} {:9.6}  {x:e}{second}",
        subject.name, ours.error, std.error
    );
}

/// Rounding to whole numbers has one right answer; counts the wrong ones.
fn check_rounding(points: u64) {
    type Pair = (&'static str, fn(f64) -> f64, fn(f64) -> f64);
    let pairs: [Pair; 5] = [
        ("abs", math::abs, f64::abs),
        ("floor", math::floor, f64::floor),
        ("ceil", math::ceil, f64::ceil),
        ("round", math::round, f64::round),
        ("trunc", math::trunc, f64::trunc),
    ];
    for (name, ours, std) in pairs {
        let mut random = Random(points);
        let mut wrong = 0_u64;
        for i in 0..points {
            let x = match i % 3 {
                0 => f64::from_bits(random.bits()),
                1 => random.uniform(-100.0, 100.0),
                _ => (random.bits() as i64 >> (random.bits() % 64)) as f64 / 4.0,
            };
            let (a, b) = (ours(x), std(x));
            wrong += u64::from(a.to_bits() != b.to_bits() && !(a.is_nan() && b.is_nan()));
        }
        println!("{name:6} {wrong} of {points} differ from std");
    }
}

fn main() {
    let points = match std::env::args().nth(1).map(|text| text.parse()) {
        None => 10_000_000,
        Some(Ok(points)) => points,
        Some(Err(error)) => {
            eprintln!("points must be a whole number: {error}");
            std::process::exit(2);
        }
    };
    let series = Series::new();
    check_rounding(points);
    println!("{:6} {:32} {:>9} {:>9}  at", "", "range", "ulp", "std ulp");
    for subject in SUBJECTS {
        measure(subject, &series, points);
    }
}

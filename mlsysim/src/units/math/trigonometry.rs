//! Sine and cosine in radians: x = quadrant·π/2 + r with |r| ≤ π/4.
//!
//! Moderate x less whole multiples of π/2 in three parts (Cody and Waite's method);
//! for others the quadrant is found from the bits of 2/π that matter at x's size
//! (Payne and Hanek's method), so that huge x are as accurate as small ones.

use super::exponential::ROUNDER;
use super::split::SPLITTER;
use super::{FRACTION_BITS, FRACTION_MASK, IMPLICIT_BIT};

/// 2/π, 1216 fraction bits after 64 zeros that stand for bits left of the point.
static TWO_OVER_PI: [u64; 20] = [
    0,
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

/// 2^-128, the unit of a 128-bit fraction.
const UNIT: f64 = f64::from_bits((1023 - 128) << FRACTION_BITS);
/// π/2 · `UNIT`.
const HALF_PI: f64 = core::f64::consts::FRAC_PI_2 * UNIT;
/// π/2 to 26 bits, so that its product with another 26 bits is exact.
const HALF_PI_SHORT: f64 = 1.570_796_340_703_964_2 * UNIT;
/// π/2 less `HALF_PI_SHORT`.
const HALF_PI_SHORT_LOW: f64 = -1.390_906_761_416_711_6e-8 * UNIT;
/// Up to here r = x.
const QUARTER_PI: f64 = core::f64::consts::FRAC_PI_4;

/// π/2 in parts of 33, 33 and 53 bits: products of the first two with 19-bit whole
/// numbers are exact.
const HALF_PI_PARTS: [f64; 3] = [
    1.570_796_326_734_125_6,
    6.077_100_506_303_966e-11,
    2.022_266_248_795_950_6e-21,
];
/// Where such multiples end.
const MODERATE: f64 = 524_288.0;

/// `(quadrant, r, rest)` of a finite x ≥ π/4: quadrant·π/2 + r + rest is x, less
/// whole turns.
const fn reduce(x: f64) -> (u64, f64, f64) {
    if x < MODERATE {
        let k = (x * core::f64::consts::FRAC_2_PI + ROUNDER) - ROUNDER;
        let a = x - k * HALF_PI_PARTS[0];
        let b = k * HALF_PI_PARTS[1];
        let c = a - b;
        let d = ((a - c) - b) - k * HALF_PI_PARTS[2];
        let r = c + d;
        // Closer to a multiple the three parts are too short.
        if r > 9.5e-7 || r < -9.5e-7 {
            return (k as u64, r, (c - r) + d);
        }
    }
    let bits = x.to_bits();
    let significand = ((bits & FRACTION_MASK) | IMPLICIT_BIT) as u128;
    // Bits of 2/π before `first` only add whole turns, those 192 later are below
    // the precision needed: no f64 is closer than 2^-62 to a multiple of π/2.
    let first = (bits >> FRACTION_BITS) - 1013;
    let word = (first >> 6) as usize;
    let shift = (first & 63) as u32;
    let front = (TWO_OVER_PI[word] as u128) << 64 | TWO_OVER_PI[word + 1] as u128;
    let back = (TWO_OVER_PI[word + 2] as u128) << 64 | TWO_OVER_PI[word + 3] as u128;
    // Shifted right twice as a shift by 128 is not allowed.
    let window = front << shift | (back >> 1) >> (127 - shift);
    let window_low = (back << shift) >> 64;
    // Quarter turns: 2 bits left of the point, 126 right of it.
    let turns = significand
        .wrapping_mul(window)
        .wrapping_add((significand * window_low) >> 64);
    let quadrant = (turns.wrapping_add(1 << 125) >> 126) as u64;
    let fraction = (turns << 2) as i128;

    let high = fraction as f64;
    let low = (fraction - high as i128) as f64;
    let scaled = SPLITTER * high;
    let front = scaled - (scaled - high);
    let a = front * HALF_PI_SHORT;
    let b = (high - front) * HALF_PI_SHORT + (high * HALF_PI_SHORT_LOW + low * HALF_PI);
    let r = a + b;
    (quadrant, r, (a - r) + b)
}

/// sin(quadrant·π/2 + r + rest).
const fn kernel(quadrant: u64, r: f64, rest: f64) -> f64 {
    let z = r * r;
    // Series are summed in pairs, which the processor can do at once.
    let y = z * z;
    let value = if quadrant & 1 == 0 {
        // (sin r − r) / r³, minimax over |r| ≤ π/4, error 2^-58 of sin r.
        let p = (-0.166_666_666_666_666_32 + z * 0.008_333_333_333_322_413)
            + y * ((-1.984_126_982_980_777_8e-4 + z * 2.755_731_369_191_555e-6)
                + y * (-2.505_075_811_569_819_2e-8 + z * 1.589_679_571_348_956_8e-10));
        r + (z * r * p + rest * (1.0 - 0.5 * z))
    } else {
        // (cos r − 1 + r²/2) / r⁴, minimax over |r| ≤ π/4, error 2^-64 of cos r.
        let p = (0.041_666_666_666_666_6 - z * 0.001_388_888_888_887_412_5)
            + y * ((2.480_158_728_948_234e-5 - z * 2.755_731_435_237_217_3e-7)
                + y * (2.087_572_327_813_223_5e-9 - z * 1.135_964_804_227_11e-11));
        let half = 0.5 * z;
        let main = 1.0 - half;
        main + (((1.0 - main) - half) + (y * p - r * rest))
    };
    if quadrant & 2 == 0 { value } else { -value }
}

/// Sine of `x` radians, any finite `x` however large, NaN for infinities; worst
/// error 0.80 ulp.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::sin(std::f64::consts::FRAC_PI_2);
/// assert_eq!(X, 1.0);
/// ```
#[must_use]
pub const fn sin(x: f64) -> f64 {
    let magnitude = x.abs();
    if magnitude < QUARTER_PI {
        // Below 2^-27 the cube is out of reach; returning x also keeps -0.0.
        return if magnitude < 7.450_580_596_923_828e-9 {
            x
        } else {
            kernel(0, x, 0.0)
        };
    }
    if !magnitude.is_finite() {
        return f64::NAN;
    }
    let (quadrant, r, rest) = reduce(magnitude);
    let value = kernel(quadrant, r, rest);
    if x < 0.0 { -value } else { value }
}

/// Cosine of `x` radians, any finite `x` however large, NaN for infinities; worst
/// error 0.80 ulp.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::cos(0.0);
/// assert_eq!(X, 1.0);
/// ```
#[must_use]
pub const fn cos(x: f64) -> f64 {
    let magnitude = x.abs();
    if magnitude < QUARTER_PI {
        return kernel(1, x, 0.0);
    }
    if !magnitude.is_finite() {
        return f64::NAN;
    }
    let (quadrant, r, rest) = reduce(magnitude);
    kernel(quadrant + 1, r, rest)
}

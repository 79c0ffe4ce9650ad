//! Logarithms, all from one natural logarithm in two parts:
//! ln(2^k·m) = k·ln 2 + ln(1/c) + ln(1 + r), where r = m·c − 1 and c ≈ 1/m comes
//! from a table.

use core::f64::consts::{LOG2_E, LOG10_E};

use super::exponential::{LN_2_HIGH, LN_2_LOW};
use super::split::{SPLITTER, product_error};
use super::{FRACTION_BITS, TWO_POW_54};

/// Lower end, 0.6796875, of the octave m is taken from: half a table step below
/// a step, so that 1 is inside its interval and ln near 1 has no table error.
const LOWEST: i64 = 0x3fe5_c000_0000_0000;
/// 1/ln 2 less its rounded value.
const LOG2_E_LOW: f64 = 2.035_527_374_093_103_3e-17;
/// 1/ln 10 less its rounded value.
const LOG10_E_LOW: f64 = 1.098_319_650_216_765e-17;

/// `(c, high, low)` for each 32nd of the octave: c is the inverse of the middle
/// to 10 fraction bits, which keeps m·c exact in two parts and |r| ≤ 1/64;
/// high + low = -ln c, high to 42 fraction bits like `LN_2_HIGH`, so that
/// k·ln 2 + high is exact.
#[rustfmt::skip]
static TABLE: [(f64, f64, f64); 32] = [
    (1.454_101_562_5, -0.374_388_227_084_637_04, 8.114_672_267_146_219e-14),
    (1.421_875, -0.351_976_423_157_111_64, -6.654_491_643_324_795e-14),
    (1.391_601_562_5, -0.330_455_287_103_404_77, 1.069_647_538_725_826_6e-13),
    (1.361_328_125, -0.308_460_785_721_081_27, 6.516_600_356_467_37e-14),
    (1.333_007_812_5, -0.287_437_902_019_519_24, -8.777_052_447_805_795e-14),
    (1.305_664_062_5, -0.266_711_771_502_514_24, 2.415_503_556_713_868_2e-14),
    (1.280_273_437_5, -0.247_073_678_164_269_95, 2.320_173_648_487_526_3e-14),
    (1.254_882_812_5, -0.227_042_191_729_879_05, 1.197_161_894_434_300_3e-14),
    (1.230_468_75, -0.207_395_194_345_963_32, -1.072_686_757_728_973_3e-13),
    (1.208_007_812_5, -0.188_972_566_792_926_95, -1.078_504_569_155_424_1e-13),
    (1.185_546_875, -0.170_204_166_020_084_8, 9.433_537_664_581_756e-14),
    (1.164_062_5, -0.151_916_042_025_732_17, -1.098_075_409_985_523_8e-13),
    (1.142_578_125, -0.133_287_222_192_393_53, 4.481_984_072_601_383_6e-14),
    (1.123_046_875, -0.116_045_415_757_753_29, -8.936_559_926_276_793e-14),
    (1.103_515_625, -0.098_501_106_106_823_5, -1.096_589_968_994_314_5e-13),
    (1.084_960_937_5, -0.081_543_984_040_081_34, -9.555_983_780_806_421e-14),
    (1.066_406_25, -0.064_294_350_705_495_16, 9.790_518_511_990_216e-14),
    (1.048_828_125, -0.047_673_469_469_373_23, 1.632_800_442_378_363_4e-14),
    (1.032_226_562_5, -0.031_718_180_270_672_75, -1.117_930_281_017_946e-13),
    (1.015_625, -0.015_504_186_535_963_527, -1.727_456_749_970_610_7e-15),
    (1.0, 0.0, 0.0),
    (0.969_726_562_5, 0.030_741_141_554_244_678, 3.582_445_626_958_196e-14),
    (0.941_406_25, 0.060_380_510_988_807_146, 1.003_342_488_867_611_9e-13),
    (0.914_062_5, 0.089_856_329_121_857_93, 3.121_874_880_741_883_7e-15),
    (0.888_671_875, 0.118_027_206_088_527_24, 3.013_227_959_910_772e-14),
    (0.865_234_375, 0.144_754_854_994_289_42, 8.272_973_285_564_614e-14),
    (0.841_796_875, 0.172_216_534_935_842, -8.199_467_511_461_324e-14),
    (0.820_312_5, 0.198_069_913_762_083_16, 1.063_412_830_426_833_5e-14),
    (0.799_804_687_5, 0.223_387_721_746_348_7, 3.498_161_122_982_022e-14),
    (0.780_273_437_5, 0.248_110_859_833_104_77, 7.365_833_388_300_793e-14),
    (0.761_718_75, 0.272_177_885_915_880_3, -6.465_103_064_005_256e-14),
    (0.744_140_625, 0.295_525_249_912_770_96, 3.586_053_092_023_274e-14),
];

/// ln x for finite x > 0 as high + low, the sum within 2^-64 of ln x.
pub(super) const fn ln_parts(x: f64) -> (f64, f64) {
    let mut normal = x;
    let mut lifted = 0.0;
    if x < f64::MIN_POSITIVE {
        normal = x * TWO_POW_54;
        lifted = 54.0;
    }
    let bits = normal.to_bits() as i64;
    let offset = bits - LOWEST;
    let whole = offset >> FRACTION_BITS;
    let k = whole as f64 - lifted;
    let m = f64::from_bits((bits - (whole << FRACTION_BITS)) as u64);
    let (c, c_high, c_low) = TABLE[(offset >> (FRACTION_BITS - 5) & 31) as usize];

    let m_scaled = SPLITTER * m;
    let m_high = m_scaled - (m_scaled - m);
    let a = m_high * c - 1.0;
    let b = (m - m_high) * c;
    let r = a + b;
    let r_low = (a - r) + b;

    let base = k * LN_2_HIGH + c_high;
    let sum = base + r;
    let sum_low = (base - sum) + r;

    // r²/2 is exact in two parts: it is the largest term after r.
    let r_scaled = SPLITTER * r;
    let r_high = r_scaled - (r_scaled - r);
    let half_square = 0.5 * r_high * r_high;
    let half_square_low = 0.5 * (r - r_high) * (r + r_high);
    let high = sum - half_square;
    let high_low = (sum - high) - half_square;

    // ln(1 + r) − r + r²/2 = r³·P(r), minimax over |r| ≤ 1/62, error 2^-71 of r.
    // Summed in pairs, which the processor can do at once.
    let z = r * r;
    let p = (0.333_333_333_333_333_3 - r * 0.249_999_999_999_999_92)
        + z * ((0.200_000_000_001_081_15 - r * 0.166_666_666_668_554_87)
            + z * ((0.142_857_130_280_081_7 - r * 0.124_999_983_231_378_06)
                + z * (0.111_168_721_874_224_54 - r * 0.100_062_415_565_249_45)));
    // Smallest terms first. r_low's own second-order part is −r·r_low.
    let low = (r * z * p - half_square_low)
        + (k * LN_2_LOW + c_low)
        + (r_low - r * r_low)
        + (sum_low + high_low);
    let total = high + low;
    (total, (high - total) + low)
}

/// ln x times a constant in two parts.
const fn scaled(x: f64, factor: f64, factor_low: f64) -> f64 {
    if !(x > 0.0 && x < f64::INFINITY) {
        return outside(x);
    }
    let (high, low) = ln_parts(x);
    let product = high * factor;
    product + (product_error(high, factor, product) + (high * factor_low + low * factor))
}

/// Any logarithm outside the finite positive numbers.
const fn outside(x: f64) -> f64 {
    if x == 0.0 {
        f64::NEG_INFINITY
    } else if x < 0.0 {
        f64::NAN
    } else {
        x
    }
}

/// Natural logarithm for `x` > 0; minus infinity at 0, NaN below; worst error 0.501
/// ulp.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::ln(2.0);
/// assert_eq!(X, std::f64::consts::LN_2);
/// ```
#[must_use]
pub const fn ln(x: f64) -> f64 {
    if x > 0.0 && x < f64::INFINITY {
        ln_parts(x).0
    } else {
        outside(x)
    }
}

/// Base-2 logarithm for `x` > 0, exact for powers of two; minus infinity at 0, NaN
/// below; worst error 0.501 ulp.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::log2(1024.0);
/// assert_eq!(X, 10.0);
/// ```
#[must_use]
pub const fn log2(x: f64) -> f64 {
    scaled(x, LOG2_E, LOG2_E_LOW)
}

/// Base-10 logarithm for `x` > 0, exact for powers of ten; minus infinity at 0,
/// NaN below; worst error 0.501 ulp.
///
/// ```
/// use mlsysim::units::math;
/// const X: f64 = math::log10(1000.0);
/// assert_eq!(X, 3.0);
/// ```
#[must_use]
pub const fn log10(x: f64) -> f64 {
    scaled(x, LOG10_E, LOG10_E_LOW)
}

//! The operations over quantities whose dimension is data.
//!
//! What follows from a value that is [missing](Dynamic::is_missing) is missing too: whatever made
//! it so is reported elsewhere.

use mlsysim_language::operation::{Builtin, Operator};

use super::mismatch::{Mismatch, Operation, Pair, Plain};
use super::{BASE_QUANTITIES, Dynamic, GREATEST_EXPONENT, ONE, bare, exponent, is_in_range};
use crate::units::math;

const fn alike(pair: Pair, a: Dynamic, b: Dynamic) -> Result<(), Mismatch> {
    if a.dimension == b.dimension {
        return Ok(());
    }
    Err(Mismatch::Unlike {
        pair,
        first: a.dimension,
        second: b.dimension,
    })
}

const fn plain(what: Plain, a: Dynamic) -> Result<(), Mismatch> {
    if a.dimension == ONE {
        return Ok(());
    }
    Err(Mismatch::NotPlain {
        what,
        given: a.dimension,
    })
}

/// The result if it is a number, or if an operand was missing.
const fn finite(
    value: f64,
    dimension: i64,
    a: Dynamic,
    b: Dynamic,
    operation: Operation,
) -> Result<Dynamic, Mismatch> {
    // Arithmetic over numbers of their own makes another that is none.
    let value = if a.is_missing() {
        a.value
    } else if b.is_missing() {
        b.value
    } else if value.is_finite() {
        value
    } else {
        return Err(Mismatch::NotFinite(operation));
    };
    Ok(Dynamic { value, dimension })
}

macro_rules! attempt {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(mismatch) => return Err(mismatch),
        }
    };
}

/// `a + b`
pub const fn add(a: Dynamic, b: Dynamic) -> Result<Dynamic, Mismatch> {
    attempt!(alike(Pair::Sum, a, b));
    let operation = Operation::Binary(Operator::Add, a, b);
    finite(a.value + b.value, a.dimension, a, b, operation)
}

/// `a - b`
pub const fn subtract(a: Dynamic, b: Dynamic) -> Result<Dynamic, Mismatch> {
    attempt!(alike(Pair::Difference, a, b));
    let operation = Operation::Binary(Operator::Subtract, a, b);
    finite(a.value - b.value, a.dimension, a, b, operation)
}

/// `a * b`
pub const fn multiply(a: Dynamic, b: Dynamic) -> Result<Dynamic, Mismatch> {
    let dimension = a.dimension as i128 + b.dimension as i128;
    scaled(Operator::Multiply, a.value * b.value, dimension, a, b)
}

/// `a / b`
pub const fn divide(a: Dynamic, b: Dynamic) -> Result<Dynamic, Mismatch> {
    let dimension = a.dimension as i128 - b.dimension as i128;
    scaled(Operator::Divide, a.value / b.value, dimension, a, b)
}

const fn scaled(
    operator: Operator,
    value: f64,
    dimension: i128,
    a: Dynamic,
    b: Dynamic,
) -> Result<Dynamic, Mismatch> {
    if !is_in_range(dimension) {
        return Err(Mismatch::HighPower {
            operator,
            left: a,
            right: b,
        });
    }
    let operation = Operation::Binary(operator, a, b);
    finite(value, dimension as i64, a, b, operation)
}

/// `-a`
pub const fn negate(a: Dynamic) -> Dynamic {
    Dynamic {
        value: -a.value,
        dimension: a.dimension,
    }
}

/// The greatest exponent of a quantity with a dimension.
const GREATEST_POWER: f64 = 15.0;

/// `a ^ b`: the exponent is a plain number; a base with a dimension takes a whole one.
pub const fn power(a: Dynamic, b: Dynamic) -> Result<Dynamic, Mismatch> {
    attempt!(plain(Plain::Exponent, b));
    let operation = Operation::Binary(Operator::Power, a, b);
    let value = bare::power(a.value, b.value);
    if a.dimension == ONE {
        return finite(value, ONE, a, b, operation);
    }
    let whole = b.value as i64;
    // An exponent that is not known cannot tell the dimension of the result.
    if whole as f64 != b.value || b.value.abs() > GREATEST_POWER {
        return Err(Mismatch::Power {
            base: a.dimension,
            power: b.value,
        });
    }
    let mut index = 0;
    while index < BASE_QUANTITIES {
        let raised = exponent(a.dimension, index) as i64 * whole;
        if raised.abs() > GREATEST_EXPONENT as i64 {
            return Err(Mismatch::HighPower {
                operator: Operator::Power,
                left: a,
                right: b,
            });
        }
        index += 1;
    }
    finite(value, a.dimension * whole, a, b, operation)
}

/// The square root, where every exponent of the dimension is even.
pub const fn sqrt(a: Dynamic) -> Result<Dynamic, Mismatch> {
    let mut halved = 0;
    let mut index = BASE_QUANTITIES;
    while index > 0 {
        index -= 1;
        let exponent = exponent(a.dimension, index);
        if exponent % 2 != 0 {
            return Err(Mismatch::UnevenRoot { given: a.dimension });
        }
        halved = halved * 256 + (exponent / 2) as i64;
    }
    let operation = Operation::Function(Builtin::SquareRoot, a);
    finite(math::sqrt(a.value), halved, a, a, operation)
}

macro_rules! functions_of_plain_numbers {
    ($($name:ident $builtin:ident;)*) => {$(
        #[doc = concat!("`", stringify!($name), "(a)`, of a plain number.")]
        pub const fn $name(a: Dynamic) -> Result<Dynamic, Mismatch> {
            attempt!(plain(Plain::Function(Builtin::$builtin), a));
            let operation = Operation::Function(Builtin::$builtin, a);
            finite(math::$name(a.value), ONE, a, a, operation)
        }
    )*};
}

functions_of_plain_numbers! {
    exp Exponential;
    ln NaturalLogarithm;
    log2 BinaryLogarithm;
    log10 DecimalLogarithm;
    round Round;
    floor Floor;
    ceil Ceiling;
}

/// `abs(a)`
pub const fn abs(a: Dynamic) -> Dynamic {
    Dynamic {
        value: if a.is_missing() {
            a.value
        } else {
            a.value.abs()
        },
        dimension: a.dimension,
    }
}

/// `min(a, b)`
pub const fn min(a: Dynamic, b: Dynamic) -> Result<Dynamic, Mismatch> {
    attempt!(alike(Pair::Minimum, a, b));
    Ok(if a.is_missing() || !b.is_missing() && a.value <= b.value {
        a
    } else {
        b
    })
}

/// `max(a, b)`
pub const fn max(a: Dynamic, b: Dynamic) -> Result<Dynamic, Mismatch> {
    attempt!(alike(Pair::Maximum, a, b));
    Ok(if a.is_missing() || !b.is_missing() && a.value >= b.value {
        a
    } else {
        b
    })
}

/// The dimension of `if left < right { then } else { otherwise }`.
pub const fn either(
    left: Dynamic,
    right: Dynamic,
    then: Dynamic,
    otherwise: Dynamic,
) -> Result<Dynamic, Mismatch> {
    attempt!(alike(Pair::Comparison, left, right));
    attempt!(alike(Pair::Branches, then, otherwise));
    Ok(then)
}

//! Quantities whose dimension is data: what the macros compute with.
//!
//! An expression in `check!`, `q!` or a formula is evaluated by the compiler
//! over these. A wrong dimension is then a message in words at the place of the
//! mistake, where a type error would print type-level integers; and it costs a
//! small part of what the trait solver would.

use super::display::push_dimension;
use super::text::Text;
use super::{Dimension, Qty, math, of_base};
use uom::typenum::Integer;

/// A value in base units with its dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dynamic {
    /// The value in base units.
    pub value: f64,
    /// The exponents of the eight base quantities, as digits of base 256 from
    /// -127 to 127, length first. Products add them, quotients subtract them.
    pub dimension: i64,
}

impl Dynamic {
    /// A value that is not computed yet.
    pub const UNKNOWN: Dynamic = Dynamic {
        value: f64::NAN,
        dimension: ONE,
    };
}

/// Runs steps that cannot fail, and puts each result into the next slot.
///
/// A step is `#`, the next number; or `$`, `~`, `*`, `/`, a copy, a negation, a
/// product or a quotient of slots, whose indices follow it in two bytes each.
pub const fn run(
    slots: &mut [Dynamic],
    start: usize,
    program: &[u8],
    values: &[f64],
    dimensions: &[i64],
) {
    // Written without calls where it can be: the compiler interprets it for every claim.
    let (mut next, mut number, mut index) = (start, 0, 0);
    while index < program.len() {
        let operation = program[index];
        if operation == b'#' {
            slots[next].value = values[number];
            slots[next].dimension = dimensions[number];
            number += 1;
            index += 1;
            next += 1;
            continue;
        }
        let first = slots[program[index + 1] as usize + 256 * program[index + 2] as usize];
        if operation == b'$' {
            slots[next] = first;
            index += 3;
        } else if operation == b'~' {
            slots[next] = neg(first);
            index += 3;
        } else {
            let second = slots[program[index + 3] as usize + 256 * program[index + 4] as usize];
            if operation == b'*' {
                slots[next].value = first.value * second.value;
                slots[next].dimension = first.dimension + second.dimension;
            } else {
                slots[next].value = first.value / second.value;
                slots[next].dimension = first.dimension - second.dimension;
            }
            index += 5;
        }
        next += 1;
    }
}

/// Puts a value into a slot.
pub const fn put(slot: usize, value: Dynamic, slots: &mut [Dynamic]) {
    slots[slot] = value;
}

/// The value in a slot.
pub const fn at(slots: &[Dynamic], slot: usize) -> Dynamic {
    slots[slot]
}

/// The dimension one, of counts and ratios.
pub const ONE: i64 = 0;

/// How many base quantities a dimension counts.
pub const BASE_QUANTITIES: usize = 8;

/// The exponent of one base quantity.
pub const fn exponent(dimension: i64, index: usize) -> i8 {
    // Each lower digit that is negative borrowed one from the next.
    let mut rest = dimension;
    let mut digit = 0;
    let mut current = 0;
    while current <= index {
        digit = rest as i8;
        rest = (rest - digit as i64) >> 8;
        current += 1;
    }
    digit
}

/// The type-level dimension `D` as data.
pub const fn dimension_of<D: Dimension + ?Sized>() -> i64 {
    struct Packed<D: ?Sized>(::core::marker::PhantomData<D>);
    impl<D: Dimension + ?Sized> Packed<D> {
        const VALUE: i64 = {
            let exponents = [
                D::L::I64,
                D::M::I64,
                D::T::I64,
                D::I::I64,
                D::Th::I64,
                D::B::I64,
                D::O::I64,
                D::U::I64,
            ];
            let mut packed = 0;
            let mut index = BASE_QUANTITIES;
            while index > 0 {
                index -= 1;
                packed = packed * 256 + exponents[index];
            }
            packed
        };
    }
    Packed::<D>::VALUE
}

/// A number in base units.
pub const fn n(value: f64, dimension: i64) -> Dynamic {
    Dynamic { value, dimension }
}

/// A typed quantity as a dynamic one.
pub const fn of<D: Dimension + ?Sized>(quantity: Qty<D>) -> Dynamic {
    Dynamic {
        value: quantity.value,
        dimension: dimension_of::<D>(),
    }
}

/// The dynamic quantity as a typed one, where `q!` stands.
#[track_caller]
pub const fn typed<D: Dimension + ?Sized>(computed: Dynamic) -> Qty<D> {
    if computed.dimension != dimension_of::<D>() {
        fail(&declared_message(dimension_of::<D>(), computed.dimension));
    }
    of_base(computed.value)
}

/// Holds a formula's result to its declared type.
#[track_caller]
pub const fn declared<Q: Typed>(computed: Dynamic) {
    if computed.dimension != Q::DIMENSION {
        fail(&declared_message(Q::DIMENSION, computed.dimension));
    }
}

const fn declared_message(declared: i64, computed: i64) -> Text {
    let mut text = Text::new();
    text.push("the dimensions differ\n    declared: ");
    push_dimension(&mut text, declared);
    text.push("\n    computed: ");
    push_dimension(&mut text, computed);
    text
}

/// A dynamic quantity as the argument of a call of any const fn.
#[track_caller]
pub const fn argument<D: Dimension + ?Sized>(
    given: Dynamic,
    position: usize,
    function: &str,
) -> Qty<D> {
    if given.dimension != dimension_of::<D>() {
        let mut text = Text::new();
        text.push("argument ");
        text.push_integer(position as i64);
        fail_argument(text, dimension_of::<D>(), given.dimension, function);
    }
    of_base(given.value)
}

/// Holds the argument of a formula to its declared dimension.
#[track_caller]
pub const fn check_argument(given: Dynamic, expected: i64, name: &str, function: &str) {
    if given.dimension != expected {
        let mut text = Text::new();
        text.push("argument `");
        text.push(name);
        text.push("`");
        fail_argument(text, expected, given.dimension, function);
    }
}

#[track_caller]
const fn fail_argument(mut text: Text, expected: i64, given: i64, function: &str) -> ! {
    text.push(" of `");
    text.push(function);
    text.push("` has another dimension\n    expected: ");
    push_dimension(&mut text, expected);
    text.push("\n    given:    ");
    push_dimension(&mut text, given);
    fail(&text)
}

/// A type that is a quantity.
pub trait Typed {
    /// Its dimension, as data.
    const DIMENSION: i64;
}

impl<D: Dimension + ?Sized> Typed for Qty<D> {
    const DIMENSION: i64 = dimension_of::<D>();
}

/// A quantity of known dimension and unknown value: an argument while the
/// dimensions of a formula are checked.
pub const fn unknown<Q: Typed>() -> Dynamic {
    Dynamic {
        value: f64::NAN,
        dimension: Q::DIMENSION,
    }
}

/// Panics with a text that was built in const.
#[track_caller]
pub(crate) const fn fail(text: &Text) -> ! {
    panic!("{}", text.as_str())
}

#[track_caller]
const fn alike(a: Dynamic, b: Dynamic, joined: &str, first: &str, second: &str) {
    if a.dimension != b.dimension {
        let mut text = Text::new();
        text.push(joined);
        text.push(" of unlike dimensions\n    ");
        text.push(first);
        text.push(": ");
        push_dimension(&mut text, a.dimension);
        text.push("\n    ");
        text.push(second);
        text.push(": ");
        push_dimension(&mut text, b.dimension);
        fail(&text);
    }
}

#[track_caller]
const fn pure(a: Dynamic, what: &str, way_out: &str) {
    if a.dimension != ONE {
        let mut text = Text::new();
        text.push(what);
        text.push(" needs a plain number\n    given: ");
        push_dimension(&mut text, a.dimension);
        text.push(way_out);
        fail(&text);
    }
}

/// `a + b`
#[track_caller]
pub const fn add(a: Dynamic, b: Dynamic) -> Dynamic {
    alike(a, b, "a sum", "left ", "right");
    Dynamic {
        value: a.value + b.value,
        dimension: a.dimension,
    }
}

/// `a - b`
#[track_caller]
pub const fn sub(a: Dynamic, b: Dynamic) -> Dynamic {
    alike(a, b, "a difference", "left ", "right");
    Dynamic {
        value: a.value - b.value,
        dimension: a.dimension,
    }
}

/// `a * b`
pub const fn mul(a: Dynamic, b: Dynamic) -> Dynamic {
    Dynamic {
        value: a.value * b.value,
        dimension: a.dimension + b.dimension,
    }
}

/// `a / b`
pub const fn div(a: Dynamic, b: Dynamic) -> Dynamic {
    Dynamic {
        value: a.value / b.value,
        dimension: a.dimension - b.dimension,
    }
}

/// `-a`
pub const fn neg(a: Dynamic) -> Dynamic {
    Dynamic {
        value: -a.value,
        dimension: a.dimension,
    }
}

/// `a ^ b`: the exponent is a plain number; a base with a dimension takes a whole one.
#[track_caller]
pub const fn pow(a: Dynamic, b: Dynamic) -> Dynamic {
    pure(b, "an exponent", "");
    let whole = b.value as i32;
    if a.dimension != ONE
        && !b.value.is_nan()
        && (whole as f64 != b.value || whole.unsigned_abs() > 15)
    {
        let mut text = Text::new();
        text.push("a quantity takes a whole power up to 15\n    base:  ");
        push_dimension(&mut text, a.dimension);
        text.push("\n    power: ");
        text.push_number(b.value, 6);
        fail(&text);
    }
    Dynamic {
        value: power(a.value, b.value),
        dimension: if a.dimension == ONE {
            ONE
        } else {
            a.dimension * whole as i64
        },
    }
}

/// `a ^ b` over bare numbers; small whole exponents multiply.
pub const fn power(a: f64, b: f64) -> f64 {
    let whole = b as i32;
    if whole as f64 == b && whole.unsigned_abs() <= 64 {
        math::powi(a, whole)
    } else {
        math::powf(a, b)
    }
}

/// The square root, where every exponent of the dimension is even.
#[track_caller]
pub const fn sqrt(a: Dynamic) -> Dynamic {
    let mut halved = 0;
    let mut index = BASE_QUANTITIES;
    while index > 0 {
        index -= 1;
        let exponent = exponent(a.dimension, index);
        if exponent % 2 != 0 {
            let mut text = Text::new();
            text.push("a square root of uneven powers\n    given: ");
            push_dimension(&mut text, a.dimension);
            fail(&text);
        }
        halved = halved * 256 + (exponent / 2) as i64;
    }
    Dynamic {
        value: math::sqrt(a.value),
        dimension: halved,
    }
}

macro_rules! pure_functions {
    ($($name:ident, $way_out:expr;)*) => {$(
        #[doc = concat!("`", stringify!($name), "(a)`, of a plain number.")]
        #[track_caller]
        pub const fn $name(a: Dynamic) -> Dynamic {
            pure(a, concat!("`", stringify!($name), "`"), $way_out);
            Dynamic { value: math::$name(a.value), dimension: ONE }
        }
    )*};
}

const ROUNDING: &str = "\n    divide by the unit to round in: `x / (1 h)`";

pure_functions! {
    exp, "";
    ln, "";
    log2, "";
    log10, "";
    round, ROUNDING;
    floor, ROUNDING;
    ceil, ROUNDING;
}

/// `abs(a)`
pub const fn abs(a: Dynamic) -> Dynamic {
    Dynamic {
        value: a.value.abs(),
        dimension: a.dimension,
    }
}

/// `min(a, b)`
#[track_caller]
pub const fn min(a: Dynamic, b: Dynamic) -> Dynamic {
    alike(a, b, "a minimum", "first ", "second");
    Dynamic {
        value: a.value.min(b.value),
        dimension: a.dimension,
    }
}

/// `max(a, b)`
#[track_caller]
pub const fn max(a: Dynamic, b: Dynamic) -> Dynamic {
    alike(a, b, "a maximum", "first ", "second");
    Dynamic {
        value: a.value.max(b.value),
        dimension: a.dimension,
    }
}

/// The dimension of `if left < right { then } else { otherwise }`.
#[track_caller]
pub const fn either(left: Dynamic, right: Dynamic, then: Dynamic, otherwise: Dynamic) -> Dynamic {
    alike(left, right, "a comparison", "left ", "right");
    alike(then, otherwise, "two branches", "if  ", "else");
    then
}

/// The same functions over bare numbers, for the bodies of formulas.
pub mod bare {
    pub use crate::units::math::{abs, ceil, exp, floor, ln, log2, log10, round, sqrt};

    /// The smaller of two numbers.
    pub const fn min(a: f64, b: f64) -> f64 {
        a.min(b)
    }

    /// The larger of two numbers.
    pub const fn max(a: f64, b: f64) -> f64 {
        a.max(b)
    }
}

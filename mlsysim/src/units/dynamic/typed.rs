//! Between quantities whose dimension is data and those whose type it is.

use uom::typenum::Integer;

use super::{BASE_QUANTITIES, Dynamic, fail, is_missing};
use crate::units::display::push_dimension;
use crate::units::text::Text;
use crate::units::{Dimension, Qty, of_base};

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

/// A type that is a quantity.
#[diagnostic::on_unimplemented(
    message = "this is no quantity, and a formula computes with quantities",
    label = "a record, an `Option` or another type",
    note = "name a field below it, or let a `const fn` choose what may be missing and call that"
)]
pub trait Typed {
    /// Its dimension, as data.
    const DIMENSION: i64;
}

impl<D: Dimension + ?Sized> Typed for Qty<D> {
    const DIMENSION: i64 = dimension_of::<D>();
}

/// A typed quantity as a dynamic one.
pub const fn of<D: Dimension + ?Sized>(quantity: Qty<D>) -> Dynamic {
    Dynamic {
        value: quantity.value,
        dimension: dimension_of::<D>(),
    }
}

/// What comes from elsewhere, which must be a finite number.
#[track_caller]
pub(crate) const fn finite<D: Dimension + ?Sized>(quantity: Qty<D>, message: &str) -> Dynamic {
    let value = quantity.value;
    if !value.is_finite() && !is_missing(value) {
        panic!("{}", message);
    }
    of(quantity)
}

/// The dynamic quantity as a typed one, where `q!` stands.
#[track_caller]
pub const fn typed<D: Dimension + ?Sized>(computed: Dynamic) -> Qty<D> {
    // What failed is reported where it stands; of a step that broke, this is the report.
    if computed.has_failed() {
        return of_base(computed.value);
    }
    if !computed.value.is_finite() {
        panic!("a step of this is no finite number: it divides by zero, or is too large");
    }
    if computed.dimension != dimension_of::<D>() {
        fail(&declared_message(dimension_of::<D>(), computed.dimension));
    }
    of_base(computed.value)
}

/// Holds a formula's result to its declared type.
#[track_caller]
pub const fn declared(computed: Dynamic, declared: i64) {
    if computed.dimension != declared {
        fail(&declared_message(declared, computed.dimension));
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

/// Holds the arguments of a formula to their declared names and dimensions.
#[track_caller]
pub const fn check_arguments(given: &[Dynamic], declared: &[(&str, i64)], function: &str) {
    if given.len() != declared.len() {
        fail_count(given.len(), declared, function);
    }
    let mut index = 0;
    while index < given.len() {
        let (name, expected) = declared[index];
        if given[index].dimension != expected {
            let mut text = Text::new();
            text.push("argument `");
            text.push(name);
            text.push("`");
            fail_argument(text, expected, given[index].dimension, function);
        }
        index += 1;
    }
}

#[track_caller]
const fn fail_count(given: usize, declared: &[(&str, i64)], function: &str) -> ! {
    let mut text = Text::new();
    text.push("`");
    text.push(function);
    text.push("` takes ");
    text.push_integer(declared.len() as i64);
    text.push(if declared.len() == 1 {
        " argument, "
    } else {
        " arguments, "
    });
    text.push_integer(given as i64);
    text.push(if given == 1 {
        " is given"
    } else {
        " are given"
    });
    let mut index = 0;
    while index < declared.len() {
        let (name, dimension) = declared[index];
        text.push("\n    `");
        text.push(name);
        text.push("`: ");
        push_dimension(&mut text, dimension);
        index += 1;
    }
    fail(&text)
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

/// A quantity of known dimension and unknown value: an argument while the
/// dimensions of a formula are checked.
pub const fn unknown<Q: Typed>() -> Dynamic {
    Dynamic {
        value: Dynamic::UNKNOWN.value,
        dimension: Q::DIMENSION,
    }
}

/// What a field of a record is, or what its method gives: a quantity of known dimension and
/// unknown value, while the dimensions of a formula over the record are checked.
pub const fn field<R, Q: Typed>(_: fn(&R) -> Q) -> Dynamic {
    unknown::<Q>()
}

/// What a formula gave.
#[track_caller]
pub const fn result(value: f64, dimension: i64, function: &str) -> Dynamic {
    if !value.is_finite() && !is_missing(value) {
        let mut text = Text::new();
        text.push("`");
        text.push(function);
        text.push(if value.is_nan() {
            "` gives no number here"
        } else {
            "` gives no finite number here"
        });
        text.push(
            ": it divides by zero, takes a root or a logarithm of what has none, or is too large",
        );
        fail(&text);
    }
    Dynamic { value, dimension }
}

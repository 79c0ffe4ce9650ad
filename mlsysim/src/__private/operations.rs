//! The operations as the macros call them: a mismatch is a panic at the author's token.

use crate::units::dynamic::typed::finite;
use crate::units::dynamic::{Dynamic, Mismatch, fail, operations};
use crate::units::{Dimension, Qty};

/// Puts a value into a slot.
pub const fn put(slot: usize, value: Dynamic, slots: &mut [Dynamic]) {
    slots[slot] = value;
}

/// The value in a slot.
pub const fn at(slots: &[Dynamic], slot: usize) -> Dynamic {
    slots[slot]
}

/// A number in base units.
pub const fn n(value: f64, dimension: i64) -> Dynamic {
    Dynamic { value, dimension }
}

/// A constant.
#[track_caller]
pub const fn of<D: Dimension + ?Sized>(quantity: Qty<D>) -> Dynamic {
    finite(quantity, "the constant is no finite number")
}

#[track_caller]
const fn held(result: Result<Dynamic, Mismatch>) -> Dynamic {
    match result {
        Ok(value) => value,
        Err(mismatch) => fail(&mismatch.text()),
    }
}

macro_rules! wrappers {
    ($($name:ident $operation:ident($($argument:ident),*);)*) => {$(
        #[doc = concat!("[`operations::", stringify!($operation), "`]")]
        #[track_caller]
        pub const fn $name($($argument: Dynamic),*) -> Dynamic {
            held(operations::$operation($($argument),*))
        }
    )*};
}

wrappers! {
    add add(a, b);
    sub subtract(a, b);
    mul multiply(a, b);
    div divide(a, b);
    pow power(a, b);
    sqrt sqrt(a);
    exp exp(a);
    ln ln(a);
    log2 log2(a);
    log10 log10(a);
    round round(a);
    floor floor(a);
    ceil ceil(a);
    min min(a, b);
    max max(a, b);
    either either(left, right, then, otherwise);
}

/// `-a`
pub const fn neg(a: Dynamic) -> Dynamic {
    operations::negate(a)
}

/// `abs(a)`
pub const fn abs(a: Dynamic) -> Dynamic {
    operations::abs(a)
}

/// What a call of Rust code gives.
#[track_caller]
pub const fn of_call<D: Dimension + ?Sized>(quantity: Qty<D>) -> Dynamic {
    finite(quantity, "the call gives no finite number")
}

/// The slot of the step of `run` that gave no finite number; zero where there is none.
pub const fn broken_step(values: &[Dynamic]) -> usize {
    // A value that is missing is zero here.
    values[0].value as usize
}

/// Reports the quotient in `slot`, which broke: the operands are slots too.
#[track_caller]
pub const fn quotient_breaks(values: &[Dynamic], a: usize, b: usize) {
    reported(operations::divide(values[a], values[b]));
}

/// Reports the product in `slot`, which broke: the operands are slots too.
#[track_caller]
pub const fn product_breaks(values: &[Dynamic], a: usize, b: usize) {
    reported(operations::multiply(values[a], values[b]));
}

#[track_caller]
const fn reported(again: Result<Dynamic, Mismatch>) {
    if cfg!(feature = "deferred") {
        return;
    }
    match again {
        Err(mismatch) => fail(&mismatch.text()),
        Ok(_) => panic!("the status of this napkin names a step that did not break"),
    }
}

//! Const arithmetic on typed quantities, for code that is written without the macros.
//!
//! uom's operators do the same at run time; operators of traits are not const.
//! The dimension of a result is computed by the type system.
//!
//! ```
//! use mlsysim::unit;
//! use mlsysim::units::{Speed, arithmetic::div};
//! const PACE: Speed = div(unit::km, unit::h);
//! assert!((PACE.value - 1.0 / 3.6).abs() < 1e-15);
//! ```

use ::core::ops::{Add, Mul, Sub};

use uom::typenum::{Diff, Integer, P2, P3, PartialDiv, PartialQuot, Prod, Sum};

use super::{Dimension, Dimensions, Qty, math, of_base};

/// The dimension of a product.
pub type Product<A, B> = Dimensions<
    Sum<<A as Dimension>::L, <B as Dimension>::L>,
    Sum<<A as Dimension>::M, <B as Dimension>::M>,
    Sum<<A as Dimension>::T, <B as Dimension>::T>,
    Sum<<A as Dimension>::I, <B as Dimension>::I>,
    Sum<<A as Dimension>::Th, <B as Dimension>::Th>,
    Sum<<A as Dimension>::B, <B as Dimension>::B>,
    Sum<<A as Dimension>::O, <B as Dimension>::O>,
    Sum<<A as Dimension>::U, <B as Dimension>::U>,
>;

/// The dimension of a quotient.
pub type Quotient<A, B> = Dimensions<
    Diff<<A as Dimension>::L, <B as Dimension>::L>,
    Diff<<A as Dimension>::M, <B as Dimension>::M>,
    Diff<<A as Dimension>::T, <B as Dimension>::T>,
    Diff<<A as Dimension>::I, <B as Dimension>::I>,
    Diff<<A as Dimension>::Th, <B as Dimension>::Th>,
    Diff<<A as Dimension>::B, <B as Dimension>::B>,
    Diff<<A as Dimension>::O, <B as Dimension>::O>,
    Diff<<A as Dimension>::U, <B as Dimension>::U>,
>;

/// `a * b`, of the product's dimension.
pub const fn mul<A, B>(a: Qty<A>, b: Qty<B>) -> Qty<Product<A, B>>
where
    A: Dimension<
            L: Add<B::L, Output: Integer>,
            M: Add<B::M, Output: Integer>,
            T: Add<B::T, Output: Integer>,
            I: Add<B::I, Output: Integer>,
        > + ?Sized,
    A: Dimension<
            Th: Add<B::Th, Output: Integer>,
            B: Add<B::B, Output: Integer>,
            O: Add<B::O, Output: Integer>,
            U: Add<B::U, Output: Integer>,
        >,
    B: Dimension + ?Sized,
{
    of_base(a.value * b.value)
}

/// `a / b`, of the quotient's dimension.
pub const fn div<A, B>(a: Qty<A>, b: Qty<B>) -> Qty<Quotient<A, B>>
where
    A: Dimension<
            L: Sub<B::L, Output: Integer>,
            M: Sub<B::M, Output: Integer>,
            T: Sub<B::T, Output: Integer>,
            I: Sub<B::I, Output: Integer>,
        > + ?Sized,
    A: Dimension<
            Th: Sub<B::Th, Output: Integer>,
            B: Sub<B::B, Output: Integer>,
            O: Sub<B::O, Output: Integer>,
            U: Sub<B::U, Output: Integer>,
        >,
    B: Dimension + ?Sized,
{
    of_base(a.value / b.value)
}

/// `a + b`.
pub const fn add<D: Dimension + ?Sized>(a: Qty<D>, b: Qty<D>) -> Qty<D> {
    of_base(a.value + b.value)
}

/// `a - b`.
pub const fn sub<D: Dimension + ?Sized>(a: Qty<D>, b: Qty<D>) -> Qty<D> {
    of_base(a.value - b.value)
}

/// `a` times a bare number.
pub const fn scale<D: Dimension + ?Sized>(a: Qty<D>, factor: f64) -> Qty<D> {
    of_base(a.value * factor)
}

/// The smaller of two quantities.
pub const fn min<D: Dimension + ?Sized>(a: Qty<D>, b: Qty<D>) -> Qty<D> {
    of_base(a.value.min(b.value))
}

/// The larger of two quantities.
pub const fn max<D: Dimension + ?Sized>(a: Qty<D>, b: Qty<D>) -> Qty<D> {
    of_base(a.value.max(b.value))
}

/// Whether `a < b`.
pub const fn less<D: Dimension + ?Sized>(a: Qty<D>, b: Qty<D>) -> bool {
    a.value < b.value
}

/// The dimension of an `N`th power.
pub type Power<A, N> = Dimensions<
    Prod<<A as Dimension>::L, N>,
    Prod<<A as Dimension>::M, N>,
    Prod<<A as Dimension>::T, N>,
    Prod<<A as Dimension>::I, N>,
    Prod<<A as Dimension>::Th, N>,
    Prod<<A as Dimension>::B, N>,
    Prod<<A as Dimension>::O, N>,
    Prod<<A as Dimension>::U, N>,
>;

/// The dimension of an `N`th root; exists where every exponent is a multiple of `N`.
pub type Root<A, N> = Dimensions<
    PartialQuot<<A as Dimension>::L, N>,
    PartialQuot<<A as Dimension>::M, N>,
    PartialQuot<<A as Dimension>::T, N>,
    PartialQuot<<A as Dimension>::I, N>,
    PartialQuot<<A as Dimension>::Th, N>,
    PartialQuot<<A as Dimension>::B, N>,
    PartialQuot<<A as Dimension>::O, N>,
    PartialQuot<<A as Dimension>::U, N>,
>;

/// `a` to the power of the type-level integer `N`.
///
/// ```
/// use mlsysim::unit;
/// use mlsysim::units::{Area, arithmetic::{powi, sqrt}};
/// const FIELD: Area = powi::<_, uom::typenum::P2>(unit::km);
/// assert_eq!(sqrt(FIELD), unit::km);
/// ```
pub const fn powi<A, N>(a: Qty<A>) -> Qty<Power<A, N>>
where
    N: Integer,
    A: Dimension<
            L: Mul<N, Output: Integer>,
            M: Mul<N, Output: Integer>,
            T: Mul<N, Output: Integer>,
            I: Mul<N, Output: Integer>,
        > + ?Sized,
    A: Dimension<
            Th: Mul<N, Output: Integer>,
            B: Mul<N, Output: Integer>,
            O: Mul<N, Output: Integer>,
            U: Mul<N, Output: Integer>,
        >,
{
    of_base(math::powi(a.value, N::I32))
}

macro_rules! root {
    ($(#[$attribute:meta])* $name:ident, $order:ident) => {
        $(#[$attribute])*
        pub const fn $name<A>(a: Qty<A>) -> Qty<Root<A, $order>>
        where
            A: Dimension<L: PartialDiv<$order, Output: Integer>, M: PartialDiv<$order, Output: Integer>> + ?Sized,
            A: Dimension<T: PartialDiv<$order, Output: Integer>, I: PartialDiv<$order, Output: Integer>>,
            A: Dimension<Th: PartialDiv<$order, Output: Integer>, B: PartialDiv<$order, Output: Integer>>,
            A: Dimension<O: PartialDiv<$order, Output: Integer>, U: PartialDiv<$order, Output: Integer>>,
        {
            of_base(math::$name(a.value))
        }
    };
}

root!(
    /// The square root; every exponent of the dimension must be even.
    sqrt, P2
);
root!(
    /// The cube root; every exponent of the dimension must be a multiple of three.
    cbrt, P3
);

/// Rounds to a whole number of `unit`s, half away from zero.
///
/// ```
/// use mlsysim::{q, unit, units::{Time, arithmetic::round}};
/// const ROUNDED: Time = round(q!(2.6 h), unit::h);
/// assert_eq!(ROUNDED, q!(3 h));
/// ```
pub const fn round<D: Dimension + ?Sized>(a: Qty<D>, unit: Qty<D>) -> Qty<D> {
    of_base(math::round(a.value / unit.value) * unit.value)
}

/// Rounds down to a whole number of `unit`s.
pub const fn floor<D: Dimension + ?Sized>(a: Qty<D>, unit: Qty<D>) -> Qty<D> {
    of_base(math::floor(a.value / unit.value) * unit.value)
}

/// Rounds up to a whole number of `unit`s.
pub const fn ceil<D: Dimension + ?Sized>(a: Qty<D>, unit: Qty<D>) -> Qty<D> {
    of_base(math::ceil(a.value / unit.value) * unit.value)
}

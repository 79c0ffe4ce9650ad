//! The quantity language: dimensions, unit constants, const arithmetic, const math, text.
//!
//! Eight base quantities span the field: length, mass, time, electric current,
//! temperature, **information** (byte), **operation** (FLOP) and **money** (USD).
//! So FLOP/s, B/s, Hz and USD/s are four different types. Counts (GPUs, tokens,
//! parameters) are dimension one.
//!
//! ```
//! use mlsysim::q;
//! use mlsysim::units::{Bandwidth, Information, Time};
//!
//! const WEIGHTS: Information = q!(70 billion params * 2 B);
//! const LINK: Bandwidth = q!(100 Gbps);
//! const TRANSFER: Time = q!(WEIGHTS / LINK);
//! assert_eq!(TRANSFER.value, 11.2);
//! ```

pub mod arithmetic;
pub mod display;
pub mod dynamic;
pub mod math;
pub mod own;
pub mod text;

use ::core::marker::PhantomData;

mlsysim_macros::define_units!();

/// A quantity of dimension `D`: an `f64` in base units.
pub type Qty<D> = Quantity<D, BaseUnits<f64>, f64>;

/// A quantity from its value in base units.
///
/// ```
/// use mlsysim::units::{Time, of_base};
/// const MINUTE: Time = of_base(60.0);
/// assert_eq!(MINUTE, mlsysim::unit::min);
/// ```
pub const fn of_base<D: Dimension + ?Sized>(value: f64) -> Qty<D> {
    Quantity {
        dimension: PhantomData,
        units: PhantomData,
        value,
    }
}

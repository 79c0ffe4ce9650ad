#![doc = include_str!("lib.md")]
#![no_std]
#![allow(clippy::large_enum_variant)]

#[macro_use]
extern crate uom;
extern crate alloc;
// The macros name the crate by its public path, here too.
extern crate self as mlsysim;
#[cfg(feature = "book")]
extern crate std;

#[cfg(feature = "book")]
pub mod book;
pub mod claims;
pub mod core;
pub mod units;
pub mod viz;

#[doc = include_str!("macros/check.md")]
pub use mlsysim_macros::check;
#[doc = include_str!("macros/constants.md")]
pub use mlsysim_macros::constants;
#[doc = include_str!("macros/formula.md")]
pub use mlsysim_macros::formula;
#[doc = include_str!("macros/q.md")]
pub use mlsysim_macros::q;
#[doc = include_str!("macros/units.md")]
pub use mlsysim_macros::units;
pub use units::unit;

#[doc(hidden)]
pub mod __private;

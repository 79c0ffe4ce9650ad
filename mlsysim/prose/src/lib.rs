//! How pages write quantities and arithmetic: numbers in running text and in LaTeX, and displayed
//! equalities, read into the language of `mlsysim-language`.
//!
//! It is a crate of its own because the macros do not need it: they are built meanwhile.
//!
//! `scan` finds the numbers of a text (`numeral`, `spelled`, `unit`, and what is none: `address`,
//! `calendar`, `name`, `reference`), `math` those of LaTeX, `value` says what a number is worth,
//! and `displayed` reads equalities.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod address;
mod calendar;
pub mod displayed;
#[cfg(test)]
mod forms;
mod found;
pub mod latex;
mod math;
mod name;
mod near;
mod numeral;
mod reference;
mod scan;
mod spelled;
mod unit;
mod value;

pub use found::{Found, Kind, What};
pub use math::math_numbers;
pub use scan::numbers;
pub use value::{math_values, values};

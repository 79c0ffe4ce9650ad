//! Reading the values of a page from its constants.

use alloc::vec::Vec;

use super::super::Source;
use crate::units::dynamic::{Dynamic, of};
use crate::units::{Dimension, Qty};

/// What a value turned out to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Read {
    /// A quantity.
    Figure(Dynamic),
    /// A quantity that is `None`.
    Missing,
    /// A number, a text, a variant.
    Word,
}

/// The values of a page, in the order of its record.
#[derive(Debug, Default)]
pub struct Reading {
    pub(super) values: Vec<Read>,
    pub(super) sources: Vec<Source>,
}

impl Reading {
    /// The source of the next constant that has one.
    pub fn source(&mut self, source: Source) {
        self.sources.push(source);
    }

    /// The next value.
    pub fn read(&mut self, read: Read) {
        self.values.push(read);
    }

    /// The next value, a quantity.
    pub fn figure<D: Dimension + ?Sized>(&mut self, value: Qty<D>) {
        self.values.push(Read::Figure(of(value)));
    }
}

/// What a constant on another page can be for a field to take it over.
#[diagnostic::on_unimplemented(
    message = "`constants!` cannot list the figures of this value: it is a `{Self}`",
    label = "neither a quantity nor a number, a text or a variant",
    note = "write its fields here, such as `memory: Memory {{ capacity: H100.memory.capacity, … }}`, or make it a constant of the same `constants!`"
)]
pub trait Readable {
    /// What it is.
    fn readable(self) -> Read;
}

#[diagnostic::do_not_recommend]
impl<D: Dimension + ?Sized> Readable for Qty<D> {
    fn readable(self) -> Read {
        Read::Figure(of(self))
    }
}

#[diagnostic::do_not_recommend]
impl<D: Dimension + ?Sized> Readable for Option<Qty<D>> {
    fn readable(self) -> Read {
        self.map_or(Read::Missing, |value| Read::Figure(of(value)))
    }
}

macro_rules! words {
    ($($type:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Readable for $type {
            fn readable(self) -> Read {
                Read::Word
            }
        }
        #[diagnostic::do_not_recommend]
        impl Readable for Option<$type> {
            fn readable(self) -> Read {
                Read::Word
            }
        }
    )*};
}

words!(&str bool char u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 Source);

/// A value whose name looks like a variant, which it may not be.
#[derive(Debug)]
pub struct Probe<T>(pub T);

/// What a probe says of a quantity.
pub trait Quantity {
    /// The quantity.
    fn read(&self) -> Read;
}

impl<D: Dimension + ?Sized> Quantity for Probe<Qty<D>> {
    fn read(&self) -> Read {
        self.0.readable()
    }
}

impl<D: Dimension + ?Sized> Quantity for Probe<Option<Qty<D>>> {
    fn read(&self) -> Read {
        self.0.readable()
    }
}

/// What a probe says of everything else: rustc looks here last.
pub trait NoQuantity {
    /// That it is none.
    fn read(&self) -> Read;
}

impl<T> NoQuantity for &Probe<T> {
    fn read(&self) -> Read {
        Read::Word
    }
}

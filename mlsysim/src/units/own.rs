//! The units that a book defines, at run time.

use alloc::vec::Vec;

use linkme::distributed_slice;
use mlsysim_language::units::own::{OwnUnit, OwnUnits};

/// The text that each `units!` leaves.
#[distributed_slice]
pub static OWN_UNITS: [&'static str];

/// Every unit and noun that `units!` defines, in link order.
///
/// ```
/// mlsysim::units! {
///     /// A visit to the clinic.
///     visits (visit);
/// }
/// # fn main() {
/// let own = mlsysim::units::own::own_units();
/// assert_eq!(own[0].name, "visits");
/// assert_eq!(own[0].documentation, "A visit to the clinic.");
/// # }
/// ```
///
/// # Panics
/// If a text is damaged, which no macro of this version leaves behind.
pub fn own_units() -> Vec<OwnUnit> {
    let read = |text: &&str| match OwnUnits::read(text) {
        Ok(units) => units.iter().cloned().collect::<Vec<_>>(),
        Err(error) => {
            panic!("the units of the book: {error}; build it and `mlsysim` in the same version")
        }
    };
    OWN_UNITS.iter().flat_map(read).collect()
}

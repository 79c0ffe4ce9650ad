//! Every constant of the program at run time, from the pages themselves.

mod constant;
mod dependencies;
mod page;
mod reading;

use alloc::vec::Vec;

use linkme::distributed_slice;

pub use constant::{Constant, Figure, Word, WordKind};
pub use dependencies::{Dependencies, dependencies};
pub use mlsysim_language::record::Malformed;
#[doc(hidden)]
pub use page::Page;
#[doc(hidden)]
pub use reading::{NoQuantity, Probe, Quantity, Read, Readable, Reading};

/// Every `constants!` page of the program, in link order.
#[doc(hidden)]
#[distributed_slice]
pub static CONSTANTS: [Page];

/// Every constant of the program, by module, in the order written.
///
/// # Errors
///
/// [`Malformed`] if a page was written by the macro of another version.
///
/// ```
/// use mlsysim::core::constants;
///
/// let all = constants::all()?;
/// let a100 = all.iter().find(|constant| constant.name == "A100").expect("a page has it");
/// let memory = a100.figure("memory.capacity").expect("it has memory");
/// assert_eq!(memory.expression, "80 GiB");
/// assert_eq!(memory.unit, Some("GiB"));
/// assert_eq!(a100.page(), "accelerators::cloud");
///
/// let rack = all.iter().find(|constant| constant.name == "GB200_NVL72").expect("a page has it");
/// let bandwidth = rack.figure("memory.bandwidth").expect("it has memory");
/// assert_eq!(bandwidth.constants, ["B200.memory.bandwidth"]);
/// # Ok::<(), constants::Malformed>(())
/// ```
pub fn all() -> Result<Vec<Constant>, Malformed> {
    let mut pages: Vec<&Page> = CONSTANTS.iter().collect();
    pages.sort_by_key(|page| (page.module, page.file, page.lines.first()));
    let mut constants = Vec::new();
    for page in pages {
        constants.extend(page.constants()?);
    }
    Ok(constants)
}

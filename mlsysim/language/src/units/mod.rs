//! Which names are units, and what each means.

pub mod own;
mod table;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub use table::{BASES, DISPLAY, Exponents, QUANTITIES, Quantity, Unit};

use crate::nearest::nearest_of;
use crate::nouns::Noun;

/// A unit under one of its names.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// What it measures.
    pub quantity: &'static Quantity,
    /// The unit.
    pub unit: &'static Unit,
    /// The name that was looked up, in ASCII.
    pub name: &'static str,
}

impl Named {
    /// The dimension, packed: exponents as digits of base 256, length first.
    pub fn dimension(&self) -> i64 {
        pack(&self.quantity.exponents)
    }

    /// How the book prints it under this name: `GPU_hours` is "GPU-hours", `data_centers` is
    /// "data centers".
    pub fn symbol(&self) -> String {
        if self.name == self.unit.names[0] {
            return self.unit.symbol.to_string();
        }
        let separator = if self.quantity.name == "DeviceTime" {
            "-"
        } else {
            " "
        };
        self.name.replace('_', separator)
    }

    /// What it counts, if it counts something: `GPUs` and `GPU_hours` count GPUs.
    pub fn noun(&self) -> Option<&'static str> {
        match self.quantity.name {
            "Count" if self.unit.factor == 1.0 && !self.unit.symbol.is_empty() => {
                Some(self.unit.names[0])
            }
            "DeviceTime" => self.unit.names[0].split_once('_').map(|(noun, _)| noun),
            _ => None,
        }
    }

    /// The same with its plural.
    pub fn counted(&self) -> Option<Noun> {
        let singular = self.noun()?;
        let plural = match find(singular) {
            Some(named) if named.quantity.name == "Count" => named.unit.plural.to_string(),
            _ => format!("{singular}s"),
        };
        Some(Noun {
            singular: singular.to_string(),
            plural,
        })
    }

    /// Whether it is a word for a number: `million`, `dozen`.
    pub fn is_scale(&self) -> bool {
        self.quantity.name == "Count" && self.unit.factor != 1.0
    }
}

/// A dimension as one number: exponents as digits of base 256, length first.
pub const fn pack(exponents: &Exponents) -> i64 {
    let (mut packed, mut index) = (0, exponents.len());
    while index > 0 {
        index -= 1;
        packed = packed * 256 + exponents[index] as i64;
    }
    packed
}

/// A place in the table: quantity, unit, name.
type Place = (u8, u8, u8);

/// More than twice as many as there are names.
const BUCKETS: usize = 2048;

/// Names by hash; a bucket that is taken leaves its name to the next one.
static INDEX: [Option<Place>; BUCKETS] = {
    let mut index = [None; BUCKETS];
    let mut quantity = 0;
    while quantity < QUANTITIES.len() {
        let units = QUANTITIES[quantity].units;
        let mut unit = 0;
        while unit < units.len() {
            let mut name = 0;
            while name < units[unit].names.len() {
                let mut bucket = hash(units[unit].names[name]);
                while index[bucket].is_some() {
                    bucket = (bucket + 1) % BUCKETS;
                }
                index[bucket] = Some((quantity as u8, unit as u8, name as u8));
                name += 1;
            }
            unit += 1;
        }
        quantity += 1;
    }
    index
};

/// FNV-1a, cut to the number of buckets.
const fn hash(name: &str) -> usize {
    let (bytes, mut hash, mut index) = (name.as_bytes(), 0x811c_9dc5_u32, 0);
    while index < bytes.len() {
        hash = (hash ^ bytes[index] as u32).wrapping_mul(0x0100_0193);
        index += 1;
    }
    (hash ^ (hash >> 16)) as usize % BUCKETS
}

fn at((quantity, unit, name): Place) -> Named {
    let quantity = &QUANTITIES[usize::from(quantity)];
    let unit = &quantity.units[usize::from(unit)];
    Named {
        quantity,
        unit,
        name: unit.names[usize::from(name)],
    }
}

/// The unit of any of its names; `µs` and `Ω` are `us` and `ohm`.
///
/// ```
/// use mlsysim_language::units::find;
/// assert_eq!(find("µs").unwrap().unit.factor, 1e-6);
/// assert_eq!(find("GPU_hours").unwrap().noun(), Some("GPU"));
/// assert!(find("parsecs").is_none());
/// ```
pub fn find(name: &str) -> Option<Named> {
    if name.is_ascii() {
        return find_ascii(name);
    }
    let ascii: String = name
        .chars()
        .map(|c| match c {
            'µ' | 'μ' => 'u',
            c => c,
        })
        .collect();
    find_ascii(&ascii.replace(['Ω', 'Ω'], "ohm"))
}

fn find_ascii(name: &str) -> Option<Named> {
    let mut bucket = hash(name);
    while let Some(place) = INDEX[bucket] {
        let found = at(place);
        if found.name == name {
            return Some(found);
        }
        bucket = (bucket + 1) % BUCKETS;
    }
    None
}

/// Every unit under every name, in the order of the table.
pub fn all() -> impl Iterator<Item = Named> {
    QUANTITIES.iter().flat_map(|quantity| {
        quantity.units.iter().flat_map(move |unit| {
            unit.names.iter().map(move |name| Named {
                quantity,
                unit,
                name,
            })
        })
    })
}

/// The names that an unknown one may mean, nearest first; a name that differs in upper and lower
/// case alone is near, but may be 1,000 times off, so all of them are given.
pub fn nearest(unknown: &str) -> Vec<&'static str> {
    nearest_of(unknown, all().map(|named| named.name))
}

/// What to write for a name that is no unit because it could be two: `Gb`, bits or bytes.
///
/// ```
/// use mlsysim_language::units::instead_of;
/// assert_eq!(instead_of("Gb").unwrap(), "write `Gbit` for bits, `GB` for bytes");
/// assert!(instead_of("lb").is_none());
/// ```
pub fn instead_of(name: &str) -> Option<String> {
    let prefix = name.strip_suffix('b')?;
    // The table has `K` for a thousand bits.
    let prefix = if prefix == "k" { "K" } else { prefix };
    let (bits, bytes) = (format!("{prefix}bit"), format!("{prefix}B"));
    let both = find(&bits).is_some() && find(&bytes).is_some();
    both.then(|| format!("write `{bits}` for bits, `{bytes}` for bytes"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_finds_its_unit() {
        for named in all() {
            let found = find(named.name).unwrap();
            assert!(core::ptr::eq(found.unit, named.unit), "{}", named.name);
        }
    }

    #[test]
    fn no_name_has_two_units() {
        let mut names: Vec<&str> = all().map(|named| named.name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn the_base_units_come_first() {
        for (index, quantity) in QUANTITIES.iter().take(BASES.len()).enumerate() {
            let mut exponents = [0; 8];
            exponents[index] = 1;
            assert_eq!(quantity.exponents, exponents);
            assert_eq!(quantity.units[0].factor, 1.0);
        }
    }

    #[test]
    fn nouns_are_what_is_counted() {
        assert_eq!(find("GPUs").unwrap().noun(), Some("GPU"));
        assert_eq!(find("household_years").unwrap().noun(), Some("household"));
        for word in [
            "million",
            "dozen",
            "one",
            "percent",
            "x",
            "Julian_year",
            "h",
        ] {
            assert_eq!(find(word).unwrap().noun(), None, "{word}");
        }
    }
}

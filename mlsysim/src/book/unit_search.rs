//! Quantities by a name, a unit, or a word.

use std::format;
use std::string::ToString;
use std::vec::Vec;

use mlsysim_language::units::own::OwnUnit;
use mlsysim_language::units::{self, QUANTITIES, Quantity};

use super::error::Error;
use super::nearest::did_you_mean;

/// What a name or a word leads to.
pub(super) struct Found<'a> {
    pub(super) quantities: Vec<&'static Quantity>,
    /// Units of the book's own.
    pub(super) own: Vec<&'a OwnUnit>,
    /// Whether several were looked for.
    pub(super) is_search: bool,
}

/// A quantity by its own name or by that of a unit, else all that a word leads to.
pub(super) fn find<'a>(asked: &str, own: &'a [OwnUnit]) -> Result<Found<'a>, Error> {
    let of_own = own.iter().any(|unit| names(unit).contains(&asked));
    if of_own {
        return Ok(Found {
            quantities: Vec::new(),
            own: own.iter().collect(),
            is_search: false,
        });
    }
    if let Some(quantity) = quantity(asked) {
        return Ok(Found {
            quantities: [quantity].into(),
            own: Vec::new(),
            is_search: false,
        });
    }
    let found = Found {
        quantities: QUANTITIES
            .iter()
            .filter(|it| speaks_of(it, asked))
            .collect(),
        own: own.iter().filter(|it| own_speaks_of(it, asked)).collect(),
        is_search: true,
    };
    match found.quantities.is_empty() && found.own.is_empty() {
        true => Err(unknown(asked)),
        false => Ok(found),
    }
}

/// The names of a unit of the book's own.
pub(super) fn names(unit: &OwnUnit) -> Vec<&str> {
    let mut names = Vec::from([unit.name.as_str(), unit.singular.as_str()]);
    names.dedup();
    names
}

fn quantity(asked: &str) -> Option<&'static Quantity> {
    let of_unit = || units::find(asked).map(|named| named.quantity);
    let is_asked = |quantity: &&Quantity| {
        quantity.name.eq_ignore_ascii_case(asked)
            || quantity.description.eq_ignore_ascii_case(asked)
    };
    QUANTITIES.iter().find(is_asked).or_else(of_unit)
}

/// Fewer letters are in every name.
const SHORTEST: usize = 3;

fn speaks_of(quantity: &Quantity, word: &str) -> bool {
    let names = quantity.units.iter();
    let names = names.flat_map(|unit| {
        [unit.singular, unit.plural]
            .into_iter()
            .chain(unit.names.iter().copied())
    });
    let mut all = names.chain([quantity.name, quantity.description]);
    all.any(|text| says(text, word))
}

fn own_speaks_of(unit: &OwnUnit, word: &str) -> bool {
    let names = names(unit).into_iter();
    names
        .chain([&*unit.documentation])
        .any(|text| says(text, word))
}

fn says(text: &str, word: &str) -> bool {
    word.len() >= SHORTEST && text.to_lowercase().contains(&word.to_lowercase())
}

fn unknown(asked: &str) -> Error {
    let near = did_you_mean(asked, words());
    Error::Unknown {
        what: "quantity or unit",
        name: asked.to_string(),
        nearest: format!("{near}\n  `units` alone lists all quantities"),
    }
}

/// What may be asked for.
fn words() -> impl Iterator<Item = &'static str> {
    let quantities = QUANTITIES.iter().map(|quantity| quantity.name);
    let units = QUANTITIES.iter().flat_map(|quantity| quantity.units);
    quantities.chain(units.flat_map(|unit| unit.names.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_answered_with_what_is_near() {
        for (asked, words) in [
            ("Powr", "`Power`"),
            ("hourss", "`hours`"),
            ("qqqqqqqq", "lists all"),
        ] {
            let Err(error) = find(asked, &[]) else {
                panic!("{asked} is found");
            };
            assert!(error.to_string().contains(words), "{error}");
        }
    }
}

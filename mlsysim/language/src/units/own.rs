//! Units and nouns that a book defines, beside those of the table.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::nouns::{Noun, Nouns};
use crate::record::{Malformed, Reader, Writer};

/// A unit or a noun of a book's own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnUnit {
    /// Its name: `visits`.
    pub name: String,
    /// Its name where there is one of it: `visit`.
    pub singular: String,
    /// How many base units it is.
    pub factor: f64,
    /// Its dimension, packed.
    pub dimension: i64,
    /// What it counts.
    pub nouns: Nouns,
    /// Its size as the book defines it, such as `24 h`; nothing for a noun.
    pub size: String,
    /// What the book says of it.
    pub documentation: String,
}

impl OwnUnit {
    /// A noun under its two names.
    pub fn noun(name: &str, singular: &str) -> OwnUnit {
        let mut nouns = Nouns::default();
        let noun = Noun {
            singular: singular.to_string(),
            plural: in_words(name),
        };
        nouns.push(&noun, 1);
        OwnUnit {
            name: name.to_string(),
            singular: singular.to_string(),
            factor: 1.0,
            dimension: 0,
            nouns,
            size: String::new(),
            documentation: String::new(),
        }
    }

    fn write(&self, to: &mut Writer) {
        let noun = |to: &mut Writer, noun: &Noun| {
            to.field(&noun.singular).field(&noun.plural);
        };
        to.field(&self.name)
            .field(&self.singular)
            .field(&self.factor.to_string())
            .field(&self.dimension.to_string())
            .list(&self.nouns.above, noun)
            .list(&self.nouns.below, noun)
            .field(&self.size)
            .field(&self.documentation);
    }

    fn read(from: &mut Reader) -> Result<OwnUnit, Malformed> {
        fn number<T: core::str::FromStr>(from: &mut Reader) -> Result<T, Malformed> {
            let number = from.field()?.parse();
            number.map_err(|_| Malformed {
                expected: "a number",
            })
        }
        fn nouns(from: &mut Reader) -> Result<Vec<Noun>, Malformed> {
            from.list(|from| {
                Ok(Noun {
                    singular: from.field()?.to_string(),
                    plural: from.field()?.to_string(),
                })
            })
        }
        Ok(OwnUnit {
            name: from.field()?.to_string(),
            singular: from.field()?.to_string(),
            factor: number(from)?,
            dimension: number(from)?,
            nouns: Nouns {
                above: nouns(from)?,
                below: nouns(from)?,
            },
            size: from.field()?.to_string(),
            documentation: from.field()?.to_string(),
        })
    }
}

/// A name as the book prints it: `bed_days` is "bed days".
pub fn in_words(name: &str) -> String {
    name.replace('_', " ")
}

/// All units of a book's own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnUnits {
    units: Vec<OwnUnit>,
}

/// No units but those of the table.
pub static NONE: OwnUnits = OwnUnits { units: Vec::new() };

impl FromIterator<OwnUnit> for OwnUnits {
    fn from_iter<T: IntoIterator<Item = OwnUnit>>(units: T) -> Self {
        OwnUnits {
            units: units.into_iter().collect(),
        }
    }
}

impl OwnUnits {
    /// Adds one.
    pub fn push(&mut self, unit: OwnUnit) {
        self.units.push(unit);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// In the order in which they are defined.
    pub fn iter(&self) -> impl Iterator<Item = &OwnUnit> {
        self.units.iter()
    }

    /// The unit of either of its names.
    pub fn find(&self, name: &str) -> Option<&OwnUnit> {
        let mut units = self.iter();
        units.find(|unit| unit.name == name || unit.singular == name)
    }

    /// Every name.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.iter()
            .flat_map(|unit| [unit.name.as_str(), unit.singular.as_str()])
    }

    /// As one text, which [`read`](OwnUnits::read) reads.
    pub fn write(&self) -> String {
        let mut writer = Writer::default();
        for unit in &self.units {
            unit.write(&mut writer);
        }
        writer.finish()
    }

    /// What was written.
    ///
    /// # Errors
    /// If a field is missing or no number.
    pub fn read(text: &str) -> Result<OwnUnits, Malformed> {
        let units = Reader::new(text).all(OwnUnit::read)?;
        Ok(OwnUnits { units })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut units = OwnUnits::default();
        units.push(OwnUnit::noun("visits", "visit"));
        let visit = OwnUnit::noun("visits", "visit").nouns.above;
        units.push(OwnUnit {
            factor: 0.1 + 0.2,
            dimension: -65_536,
            nouns: Nouns {
                above: Vec::new(),
                below: visit,
            },
            size: "24 h".to_string(),
            documentation: "A line:\nanother.".to_string(),
            ..OwnUnit::noun("bed_days", "bed_day")
        });
        let text = units.write();
        assert_eq!(OwnUnits::read(&text), Ok(units));
        assert!(OwnUnits::read(&text[..text.len() - 1]).is_err());
        assert_eq!(OwnUnits::read(""), Ok(OwnUnits::default()));
    }

    #[test]
    fn a_unit_has_two_names() {
        let mut units = OwnUnits::default();
        units.push(OwnUnit::noun("visits", "visit"));
        assert_eq!(units.find("visit"), units.find("visits"));
        assert!(units.find("vis").is_none());
    }
}

//! What a quantity counts: nouns above and below the fraction bar.

use alloc::string::String;
use alloc::vec::Vec;

/// A noun: `GPU`, `GPUs`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Noun {
    /// One of it, as an author writes it.
    pub singular: String,
    /// Several of it, as the book prints them.
    pub plural: String,
}

/// What a value counts, above and below the fraction bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nouns {
    /// Such as `GPU` of `8 GPUs`, sorted.
    pub above: Vec<Noun>,
    /// Such as `GPU` of `$3/GPU/h`, sorted.
    pub below: Vec<Noun>,
}

impl Nouns {
    /// Whether nothing is counted.
    pub fn is_empty(&self) -> bool {
        self.above.is_empty() && self.below.is_empty()
    }

    /// One factor more, or one divisor more for a negative power; what stands above and below is
    /// canceled.
    pub fn push(&mut self, noun: &Noun, power: i32) {
        let (into, from) = match power {
            0.. => (&mut self.above, &mut self.below),
            _ => (&mut self.below, &mut self.above),
        };
        for _ in 0..power.unsigned_abs() {
            match from.iter().position(|other| other == noun) {
                Some(place) => {
                    from.remove(place);
                }
                None => {
                    let place = into.partition_point(|other| other < noun);
                    into.insert(place, noun.clone());
                }
            }
        }
    }

    /// So many factors of all of it.
    pub fn multiply(&mut self, nouns: &Nouns, power: i32) {
        for noun in &nouns.above {
            self.push(noun, power);
        }
        for noun in &nouns.below {
            self.push(noun, -power);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::find;

    #[test]
    fn nouns_above_and_below_cancel() {
        let noun = |name| {
            find(name)
                .and_then(|named| named.counted())
                .expect("a noun")
        };
        let singulars = |nouns: &[Noun]| {
            nouns
                .iter()
                .map(|it| it.singular.clone())
                .collect::<Vec<_>>()
        };
        let (token, gpu, batch) = (noun("tokens"), noun("GPUs"), noun("batches"));
        let mut nouns = Nouns::default();
        nouns.push(&token, 2);
        nouns.push(&gpu, -1);
        nouns.push(&batch, 1);
        assert_eq!(singulars(&nouns.above), ["batch", "token", "token"]);
        nouns.push(&token, -3);
        assert_eq!(singulars(&nouns.above), ["batch"]);
        assert_eq!(singulars(&nouns.below), ["GPU", "token"]);
        let mut inverse = Nouns::default();
        inverse.multiply(&nouns, -1);
        assert_eq!(
            (&inverse.above, &inverse.below),
            (&nouns.below, &nouns.above)
        );
        nouns.multiply(&inverse, 1);
        assert!(nouns.is_empty());
    }
}

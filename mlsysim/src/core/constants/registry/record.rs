//! Reading a record: fields one after the other, each as `<length in bytes>:<text>`.
//!
//! The writer is `mlsysim_macros::constants::record`.

use alloc::vec::Vec;

/// A record that was not written by the macro of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// What was to be read.
    pub expected: &'static str,
    /// How many bytes were left.
    pub left: usize,
}

impl core::fmt::Display for Broken {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let Broken { expected, left } = self;
        write!(
            f,
            "a page of constants cannot be read: {expected} was expected, {left} bytes before its end; build `mlsysim` and `mlsysim-macros` of one version"
        )
    }
}

impl core::error::Error for Broken {}

/// What is left of a record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader {
    rest: &'static str,
}

impl Reader {
    pub(super) fn new(record: &'static str) -> Self {
        Reader { rest: record }
    }

    fn broken(&self, expected: &'static str) -> Broken {
        Broken {
            expected,
            left: self.rest.len(),
        }
    }

    pub(super) fn text(&mut self) -> Result<&'static str, Broken> {
        let broken = self.broken("a text and its length");
        let (length, rest) = self.rest.split_once(':').ok_or(broken)?;
        // Only what the writer writes: no sign, no blank.
        if length.is_empty() || !length.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(broken);
        }
        let length: usize = length.parse().map_err(|_| broken)?;
        let (field, rest) = rest.split_at_checked(length).ok_or(broken)?;
        self.rest = rest;
        Ok(field)
    }

    pub(super) fn number(&mut self) -> Result<usize, Broken> {
        let broken = self.broken("a number");
        self.text()?.parse().map_err(|_| broken)
    }

    /// One of a few words.
    pub(super) fn one_of<T: Copy>(
        &mut self,
        words: &[(&str, T)],
        expected: &'static str,
    ) -> Result<T, Broken> {
        let broken = self.broken(expected);
        let word = self.text()?;
        let found = words.iter().find(|(written, _)| *written == word);
        found.map(|(_, meaning)| *meaning).ok_or(broken)
    }

    pub(super) fn maybe(&mut self) -> Result<Option<&'static str>, Broken> {
        let broken = self.broken("a text or none");
        match self.number()? {
            0 => Ok(None),
            1 => self.text().map(Some),
            _ => Err(broken),
        }
    }

    pub(super) fn list<T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Result<T, Broken>,
    ) -> Result<Vec<T>, Broken> {
        let count = self.number()?;
        // Each field takes two bytes at least, so a wrong count ends early.
        (0..count).map(|_| read(self)).collect()
    }

    pub(super) fn finish(self) -> Result<(), Broken> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(self.broken("the end"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_comes_back_and_nothing_is_guessed() {
        let mut reader = Reader::new("5:a:b\u{1f}c0:1:12:\u{b5}");
        assert_eq!(reader.text(), Ok("a:b\u{1f}c"));
        assert_eq!(reader.text(), Ok(""));
        assert_eq!(reader.maybe(), Ok(Some("\u{b5}")));
        assert_eq!(reader.finish(), Ok(()));
        for wrong in [
            "",
            "3",
            "3:ab",
            "x:a",
            "+1:a",
            " 1:a",
            "1:\u{b5}",
            "99999999999999999999:a",
        ] {
            assert!(Reader::new(wrong).text().is_err(), "{wrong}");
        }
        assert!(Reader::new("1:21:a1:b").maybe().is_err());
        assert!(Reader::new("1:a1:b").number().is_err());
        assert!(Reader::new("1:a").finish().is_err());
        let wrong = Reader::new("9:999999999").list(|reader| reader.text());
        assert!(wrong.is_err());
    }
}

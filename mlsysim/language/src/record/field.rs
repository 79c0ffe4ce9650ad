//! Fields: a length in bytes, a colon, and as much text.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

/// Why a record cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// What was expected.
    pub expected: &'static str,
}

impl fmt::Display for Malformed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a record is damaged: expected {}", self.expected)
    }
}

impl core::error::Error for Malformed {}

pub(super) const fn expected<T>(expected: &'static str) -> Result<T, Malformed> {
    Err(Malformed { expected })
}

/// Writes fields one after the other.
#[derive(Clone, Debug, Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// Appends a field.
    pub fn field(&mut self, content: &str) -> &mut Writer {
        self.text.push_str(&content.len().to_string());
        self.text.push(':');
        self.text.push_str(content);
        self
    }

    /// Appends a number.
    pub fn number(&mut self, number: usize) -> &mut Writer {
        self.field(&number.to_string())
    }

    /// Appends a record as one field.
    pub fn record(&mut self, write: impl FnOnce(&mut Writer)) -> &mut Writer {
        let mut inner = Writer::default();
        write(&mut inner);
        self.field(&inner.text)
    }

    /// Appends a field that may be missing, as a record of one field or of none.
    pub fn optional(&mut self, content: Option<&str>) -> &mut Writer {
        self.record(|to| {
            if let Some(content) = content {
                to.field(content);
            }
        })
    }

    /// Appends a record of items.
    pub fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Writer, &T)) -> &mut Writer {
        self.record(|to| {
            for item in items {
                write(to, item);
            }
        })
    }

    /// How many bytes there are so far: where the next field will stand.
    pub fn position(&self) -> usize {
        self.text.len()
    }

    /// All of it.
    pub fn finish(self) -> String {
        self.text
    }
}

/// Reads fields one after the other, in const and at run time.
///
/// ```
/// use mlsysim_language::record::Reader;
/// const HOUR: &str = {
///     let mut reader = Reader::new("1:51:h");
///     match (reader.field(), reader.field()) {
///         (Ok(_), Ok(unit)) => unit,
///         _ => panic!("a record of two fields"),
///     }
/// };
/// assert_eq!(HOUR, "h");
/// assert!(Reader::new("9:short").field().is_err());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    text: &'a str,
    position: usize,
}

impl<'a> Reader<'a> {
    /// From the start of a record.
    pub const fn new(text: &'a str) -> Reader<'a> {
        Reader { text, position: 0 }
    }

    /// From a field that stands at a byte of a record.
    pub const fn at(text: &'a str, position: usize) -> Reader<'a> {
        Reader { text, position }
    }

    /// At which byte the next field stands.
    pub const fn position(&self) -> usize {
        self.position
    }

    /// Whether every field is read.
    pub const fn is_at_end(&self) -> bool {
        self.position >= self.text.len()
    }

    /// Where the content of the field at a byte starts and ends.
    const fn extent(bytes: &[u8], position: usize) -> Result<(usize, usize), Malformed> {
        let (mut length, mut index) = (0_usize, position);
        while index < bytes.len() && bytes[index] >= b'0' && bytes[index] <= b'9' {
            if length > bytes.len() {
                return expected("a length that fits");
            }
            length = 10 * length + (bytes[index] - b'0') as usize;
            index += 1;
        }
        if index == position || index >= bytes.len() || bytes[index] != b':' {
            return expected("a length and a colon");
        }
        let start = index + 1;
        if length > bytes.len() - start {
            return expected("a field of the length that is said");
        }
        Ok((start, start + length))
    }

    /// The next field.
    pub const fn field(&mut self) -> Result<&'a str, Malformed> {
        let (start, end) = match Reader::extent(self.text.as_bytes(), self.position) {
            Ok(extent) => extent,
            Err(error) => return Err(error),
        };
        let Some((before, _)) = self.text.split_at_checked(end) else {
            return expected("whole characters");
        };
        let Some((_, field)) = before.split_at_checked(start) else {
            return expected("whole characters");
        };
        self.position = end;
        Ok(field)
    }

    /// How the next field begins and how many bytes it has: a sign is told by less than its text.
    pub(super) const fn sign(&mut self) -> Result<(u8, usize), Malformed> {
        let bytes = self.text.as_bytes();
        match Reader::extent(bytes, self.position) {
            Ok((start, end)) if start < end => {
                self.position = end;
                Ok((bytes[start], end - start))
            }
            Ok(_) => expected("a sign"),
            Err(error) => Err(error),
        }
    }

    /// Passes over so many fields.
    pub const fn skip(&mut self, fields: usize) -> Result<(), Malformed> {
        let bytes = self.text.as_bytes();
        let (mut passed, mut position) = (0, self.position);
        while passed < fields {
            let (start, mut length) = (position, 0);
            // As `extent`, without its result: a list of 300 wrong figures passes over 100,000.
            let found = loop {
                if position >= bytes.len() || length > bytes.len() {
                    break b'-';
                }
                let byte = bytes[position];
                position += 1;
                if byte < b'0' || byte > b'9' {
                    break byte;
                }
                length = 10 * length + (byte - b'0') as usize;
            };
            if found != b':' || position == start + 1 || length > bytes.len() - position {
                return expected("a field of the length that is said");
            }
            position += length;
            passed += 1;
        }
        self.position = position;
        Ok(())
    }

    /// The next field, as a number.
    pub const fn number(&mut self) -> Result<usize, Malformed> {
        let bytes = self.text.as_bytes();
        let (start, end) = match Reader::extent(bytes, self.position) {
            Ok(extent) => extent,
            Err(error) => return Err(error),
        };
        // Digit by digit: `from_str_radix` would take a sign, and the compiler many calls.
        let (mut number, mut index) = (0_usize, start);
        while index < end {
            let digit = bytes[index].wrapping_sub(b'0') as usize;
            if digit > 9 || number > (usize::MAX - digit) / 10 {
                return expected("a number");
            }
            number = 10 * number + digit;
            index += 1;
        }
        if start == end {
            return expected("a number");
        }
        self.position = end;
        Ok(number)
    }

    /// The next field, as a record of its own.
    pub const fn record(&mut self) -> Result<Reader<'a>, Malformed> {
        match self.field() {
            Ok(text) => Ok(Reader::new(text)),
            Err(error) => Err(error),
        }
    }

    /// The next field, which may be missing.
    pub fn optional(&mut self) -> Result<Option<&'a str>, Malformed> {
        let mut inner = self.record()?;
        if inner.is_at_end() {
            return Ok(None);
        }
        let text = inner.field()?;
        inner.end()?;
        Ok(Some(text))
    }

    /// The next field, as a list of items.
    pub fn list<T>(
        &mut self,
        read: impl FnMut(&mut Reader<'a>) -> Result<T, Malformed>,
    ) -> Result<Vec<T>, Malformed> {
        self.record()?.all(read)
    }

    /// The next field, as one of a few words.
    pub fn one_of<T: Copy>(
        &mut self,
        words: &[(&str, T)],
        what: &'static str,
    ) -> Result<T, Malformed> {
        let word = self.field()?;
        let found = words.iter().find(|(written, _)| *written == word);
        found.map_or_else(|| expected(what), |(_, meaning)| Ok(*meaning))
    }

    /// Fails if a field is left over.
    pub const fn end(&self) -> Result<(), Malformed> {
        match self.is_at_end() {
            true => Ok(()),
            false => expected("the end"),
        }
    }

    /// Every item that is left.
    pub fn all<T>(
        mut self,
        mut read: impl FnMut(&mut Reader<'a>) -> Result<T, Malformed>,
    ) -> Result<Vec<T>, Malformed> {
        let mut items = Vec::new();
        while !self.is_at_end() {
            items.push(read(&mut self)?);
        }
        Ok(items)
    }
}

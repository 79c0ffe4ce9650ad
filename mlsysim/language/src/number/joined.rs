//! How a number and its unit stand together.

use alloc::format;
use alloc::string::String;

/// The texts of a number and its unit, in the order in which they stand.
///
/// ```
/// use mlsysim_language::number::Joined;
/// const PRICE: Joined = Joined::of("-28,000", "$/h");
/// assert_eq!((PRICE.sign, PRICE.before, PRICE.magnitude, PRICE.after), ("-", "$", "28,000", "/h"));
/// assert!(!PRICE.is_apart);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined<'a> {
    /// `-`, or nothing.
    pub sign: &'a str,
    /// `$`, or nothing: what stands between the sign and the digits.
    pub before: &'a str,
    /// The number without its sign.
    pub magnitude: &'a str,
    /// Whether a space stands between the number and what follows; `%`, `×` and `/` stick to it.
    pub is_apart: bool,
    /// What follows, or nothing.
    pub after: &'a str,
}

impl<'a> Joined<'a> {
    /// A number's text with its unit's, `$` first in the unit where it stands before the number.
    pub const fn of(number: &'a str, unit: &'a str) -> Joined<'a> {
        let (sign, magnitude) = number.split_at(starts_with(number, "-") as usize);
        let (before, after) = unit.split_at(starts_with(unit, "$") as usize);
        let sticks = after.is_empty()
            || starts_with(after, "%")
            || starts_with(after, "×")
            || starts_with(after, "/");
        Joined {
            sign,
            before,
            magnitude,
            is_apart: !sticks,
            after,
        }
    }
}

const fn starts_with(text: &str, start: &str) -> bool {
    let (text, start) = (text.as_bytes(), start.as_bytes());
    let mut index = 0;
    while index < start.len() {
        if index >= text.len() || text[index] != start[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// A number's text with its unit's: `5` and `h` make "5 h"; `$` stands before the number, `%`, `×`
/// and `/` stick to it.
///
/// ```
/// use mlsysim_language::number::join;
/// assert_eq!(join("-28,000", "$/h"), "-$28,000/h");
/// assert_eq!(join("45", "%"), "45%");
/// assert_eq!(join("3", "$million"), "$3 million");
/// ```
pub fn join(number: &str, unit: &str) -> String {
    let Joined {
        sign,
        before,
        magnitude,
        is_apart,
        after,
    } = Joined::of(number, unit);
    let space = if is_apart { " " } else { "" };
    format!("{sign}{before}{magnitude}{space}{after}")
}

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
        let (sign, magnitude) = match number.as_bytes() {
            [b'-', ..] => number.split_at(1),
            _ => ("", number),
        };
        let (before, after) = match unit.as_bytes() {
            [b'$', ..] => unit.split_at(1),
            _ => ("", unit),
        };
        // Bytes, because a report calls this for every figure in const; `×` has two.
        let sticks = matches!(after.as_bytes(), [] | [b'%' | b'/', ..] | [0xc3, 0x97, ..]);
        Joined {
            sign,
            before,
            magnitude,
            is_apart: !sticks,
            after,
        }
    }
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

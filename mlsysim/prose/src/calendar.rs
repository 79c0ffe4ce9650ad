//! Years, dates and times of the day.

use super::found::{Found, Kind};
use super::near::{after, before, char_at, char_before, digits, letters, space, word_before};
use super::numeral::Numeral;
use super::unit::unit_at;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Words before a number of four digits that is a year whatever it is followed by.
const BEFORE_YEAR: [&str; 22] = [
    "in",
    "In",
    "since",
    "Since",
    "until",
    "Until",
    "till",
    "during",
    "During",
    "early",
    "late",
    "mid",
    "year",
    "circa",
    "©",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "(c)",
    "Copyright",
];

/// A date that begins with its month: `May 30, 2022`, `June 2008`.
pub(super) fn from_month(text: &str, at: usize) -> Option<Found> {
    let end = at + month(&text[at..])?;
    let rest = after(text, end);
    let gap = space(rest);
    let number = digits(&rest[gap..]);
    let mut last = end + gap + number.len();
    match number.len() {
        1 | 2
            if gap > 0
                && number
                    .parse::<u8>()
                    .is_ok_and(|day| (1..=31).contains(&day)) =>
        {
            if unit_at(text, last).is_some() || char_at(text, last).is_some_and(char::is_alphabetic)
            {
                return None;
            }
            last += year_after(after(text, last)).unwrap_or(0);
        }
        4 if gap > 0 && is_year(number) => {}
        _ => return None,
    }
    Some(Found::exempt(at..last, Kind::Date))
}

/// `, 2022` behind a day and its month.
fn year_after(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(',').unwrap_or(text);
    let gap = space(rest);
    let year = digits(&rest[gap..]);
    (gap > 0 && is_year(year)).then(|| text.len() - rest.len() + gap + year.len())
}

/// How long the name of a month is that the text begins with.
fn month(text: &str) -> Option<usize> {
    let word = letters(text);
    let full = MONTHS.contains(&word);
    let is_short = word.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(word));
    let is_short = is_short && word.len() <= 4;
    match (full, is_short) {
        (true, _) => Some(word.len()),
        (false, true) => Some(word.len() + usize::from(text[word.len()..].starts_with('.'))),
        (false, false) => None,
    }
}

/// What begins with digits and is a date, a time or a year.
pub(super) fn from_digits(text: &str, numeral: &Numeral) -> Option<Found> {
    if numeral.has_currency || numeral.is_grouped || numeral.has_power {
        return None;
    }
    let rest = after(text, numeral.digits);
    let shapes: [(&[&str], Kind); 6] = [
        (&["dddd-dd-dd", "dddd/dd/dd"], Kind::Date),
        (
            &["dd/dd/dddd", "d/dd/dddd", "dd/d/dddd", "d/d/dddd"],
            Kind::Date,
        ),
        (&["dd.dd.dddd"], Kind::Date),
        (&["dd/dddd"], Kind::Date),
        (&["dd:dd:dd", "d:dd:dd"], Kind::Time),
        (&["dd:dd", "d:dd"], Kind::Time),
    ];
    for (patterns, kind) in shapes {
        let Some(length) = patterns.iter().find_map(|pattern| shape(rest, pattern)) else {
            continue;
        };
        if kind == Kind::Time && !is_time(text, numeral.digits, &rest[..length]) {
            continue;
        }
        let mut end = numeral.digits + length;
        if kind == Kind::Time {
            end += second_time(after(text, end));
        }
        return Some(Found::exempt(numeral.digits..end, kind));
    }
    if let Some(length) = clock(rest) {
        return Some(Found::exempt(
            numeral.digits..numeral.digits + length,
            Kind::Time,
        ));
    }
    day_first(text, numeral).or_else(|| year(text, numeral))
}

/// How long a text of this shape is, where neither a digit nor a letter follows.
fn shape(text: &str, pattern: &str) -> Option<usize> {
    let mut chars = text.chars();
    for sign in pattern.chars() {
        let c = chars.next()?;
        let fits = match sign {
            'd' => c.is_ascii_digit(),
            sign => c == sign,
        };
        if !fits {
            return None;
        }
    }
    let next = chars.next();
    let goes_on = next.is_some_and(|c| c.is_alphanumeric());
    (!goes_on).then_some(pattern.len())
}

/// Not a ratio: `20:10` of a day, and not `80:20`.
fn is_time(text: &str, at: usize, time: &str) -> bool {
    let mut parts = time
        .split(':')
        .map(|part| part.parse::<u8>().unwrap_or(u8::MAX));
    let is_clock = parts.next().is_some_and(|hour| hour <= 24) && parts.all(|part| part < 60);
    let next = after(text, at + time.len()).trim_start();
    let is_ratio = ["ratio", "split", "mix", "sparsity"]
        .iter()
        .any(|word| next.starts_with(word));
    is_clock && !is_ratio && char_before(text, at).is_none_or(|c| c != ':')
}

/// `–17:30`.
fn second_time(text: &str) -> usize {
    let Some(rest) = text.strip_prefix(['–', '-']) else {
        return 0;
    };
    let length = ["dd:dd", "d:dd"]
        .iter()
        .find_map(|pattern| shape(rest, pattern));
    length.map_or(0, |length| text.len() - rest.len() + length)
}

/// `6 a.m.`, `11pm`.
fn clock(text: &str) -> Option<usize> {
    let hour = digits(text);
    let rest = &text[hour.len()..];
    let gap = space(rest);
    let is_hour = hour.parse::<u8>().is_ok_and(|hour| hour <= 12);
    let halves = [
        "a.m.",
        "p.m.",
        "am ",
        "pm ",
        "AM",
        "PM",
        "o'clock",
        "o’clock",
    ];
    let half = halves.iter().find(|half| rest[gap..].starts_with(**half))?;
    is_hour.then(|| hour.len() + gap + half.trim_end().len())
}

/// `15 February 1946`, `14 November`.
fn day_first(text: &str, numeral: &Numeral) -> Option<Found> {
    let day = &text[numeral.digits..numeral.end];
    let is_day = numeral.is_plain() && day.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    let rest = after(text, numeral.end);
    let gap = space(rest);
    if !is_day || gap == 0 {
        return None;
    }
    let month = month(&rest[gap..])?;
    let end = numeral.end + gap + month;
    let year = year_after(after(text, end)).unwrap_or(0);
    Some(Found::exempt(numeral.digits..end + year, Kind::Date))
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4
        && digits
            .parse::<u16>()
            .is_ok_and(|year| (1900..2100).contains(&year))
}

/// `2019`, `the 1980s`, `1999–2012`.
fn year(text: &str, numeral: &Numeral) -> Option<Found> {
    let year = digits(&text[numeral.digits..]);
    let end = numeral.digits + year.len();
    let is_early = year.len() == 4 && year.starts_with("17") || year.starts_with("18");
    let word = word_before(text, numeral.digits).map_or("", |(word, _)| word);
    let is_told = BEFORE_YEAR.contains(&word) || before(text, numeral.digits).ends_with("© ");
    if end != numeral.end || !(is_year(year) || is_early && year.len() == 4 && is_told) {
        return None;
    }
    let rest = after(text, end);
    let second = rest
        .strip_prefix('-')
        .map_or(0, |second| digits(second).len());
    if second > 4 {
        return None;
    }
    let found = |end: usize| Some(Found::exempt(numeral.digits..end, Kind::Year));
    if rest.starts_with('s') && !rest[1..].starts_with(char::is_alphanumeric) {
        return found(end + 1);
    }
    if rest.starts_with(char::is_alphabetic) || rest.starts_with(['%', '×', '/', '*', '·']) {
        return None;
    }
    match unit_at(text, end) {
        Some(unit) if !(unit.is_noun && is_told) => return None,
        _ => {}
    }
    if !is_told && (is_counted(rest) || year == "2048") {
        return None;
    }
    // `2023–24`.
    let short = rest
        .strip_prefix('–')
        .map_or(0, |second| digits(second).len());
    found(end + if short == 2 { "–".len() + 2 } else { 0 })
}

/// Whether what follows is counted: `2000 servers`, `2000 of them`.
fn is_counted(rest: &str) -> bool {
    let word = letters(rest.trim_start());
    let is_verb = ["was", "is", "has", "does", "sees", "brings", "as", "this"].contains(&word);
    let is_plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
    word == "of" || !is_verb && is_plural && word.starts_with(char::is_lowercase)
}

//! What leads elsewhere: links, mail, paths, DOI, ISBN; and hexadecimal numbers.

use super::found::{Found, Kind};
use super::near::{before, digits};

/// An address that begins there, and where the word ends that it would be.
pub(super) fn at(text: &str, at: usize) -> (Option<Found>, usize) {
    let rest = &text[at..];
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '\u{fffc}'));
    let end = end.unwrap_or(rest.len());
    (found(text, at, &rest[..end]), at + end)
}

fn found(text: &str, at: usize, word: &str) -> Option<Found> {
    let word = word.trim_end_matches(['.', ',', ';', ':', ')', ']', '!', '?', '\'', '*']);
    let found = |length: usize, kind| Some(Found::exempt(at..at + length, kind));
    if is_hexadecimal(word) {
        return found(word.len(), Kind::Code);
    }
    let is_link = word.contains("://")
        || word.starts_with("www.")
        || word.starts_with("doi:")
        || is_mail(word)
        || is_path(word);
    if is_link || is_doi(word) || is_after_book(text, at, word) {
        return found(word.len(), Kind::Link);
    }
    None
}

fn is_hexadecimal(word: &str) -> bool {
    let digits = word.strip_prefix("0x").or_else(|| word.strip_prefix("0X"));
    digits.is_some_and(|digits| digits.len() > 1 && digits.chars().all(|c| c.is_ascii_hexdigit()))
}

fn is_mail(word: &str) -> bool {
    let Some((user, host)) = word.split_once('@') else {
        return false;
    };
    let is_part = |c: char| c.is_alphanumeric() || "._-+".contains(c);
    !user.is_empty() && user.chars().all(is_part) && host.contains('.')
}

/// `img/x86.png`, `/dev/nvme0`, `./run.sh`; not `GB/s`.
fn is_path(word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || "._-/~+".contains(c);
    if !word.contains('/') || !word.chars().all(is_part) {
        return false;
    }
    let (_, name) = word.rsplit_once('/').unwrap_or(("", word));
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let has_extension = (1..=5).contains(&extension.len())
        && extension.starts_with(|c: char| c.is_ascii_lowercase());
    has_extension || word.starts_with("./") || word.starts_with("~/") || word.starts_with('/')
}

/// `10.1145/2785956`.
fn is_doi(word: &str) -> bool {
    word.strip_prefix("10.").is_some_and(|rest| {
        let register = digits(rest);
        register.len() >= 4 && rest[register.len()..].starts_with('/')
    })
}

/// Digits and hyphens behind `ISBN` and the like.
fn is_after_book(text: &str, at: usize, word: &str) -> bool {
    let is_number = word.starts_with(|c: char| c.is_ascii_digit())
        && word
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-.:".contains(c));
    let before = before(text, at).trim_end_matches([' ', ':', '\u{a0}', '#']);
    is_number
        && ["ISBN", "ISBN-13", "ISBN-10", "ISSN", "DOI", "doi", "arXiv"]
            .iter()
            .any(|name| before.ends_with(name))
}

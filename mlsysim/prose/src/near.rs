//! What stands near a place of a text, as far as a rule may look: long lines take no longer.

/// As many bytes as a rule looks at.
const REACH: usize = 96;

/// The text before a place.
pub(super) fn before(text: &str, at: usize) -> &str {
    &text[text.ceil_char_boundary(at.saturating_sub(REACH))..at]
}

/// The text from a place on.
pub(super) fn after(text: &str, at: usize) -> &str {
    &text[at..text.floor_char_boundary((at + REACH).min(text.len()))]
}

/// The character before a place.
pub(super) fn char_before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character at a place.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// How many bytes of space the text begins with.
pub(super) fn space(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The letters that the text begins with.
pub(super) fn letters(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic());
    &text[..end.unwrap_or(text.len())]
}

/// The digits that the text begins with.
pub(super) fn digits(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit());
    &text[..end.unwrap_or(text.len())]
}

/// The word before a place, if only a space stands between, with what stands before it.
pub(super) fn word_before(text: &str, at: usize) -> Option<(&str, &str)> {
    let near = before(text, at);
    let trimmed = near.trim_end();
    if trimmed.len() == near.len() {
        return None;
    }
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '\'' | '’' | '&');
    let start = trimmed.trim_end_matches(is_part).len();
    let word = &trimmed[start..];
    (!word.is_empty()).then(|| (word, &trimmed[..start]))
}

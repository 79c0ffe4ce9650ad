//! How far math, code, comments and names of citations go, by Pandoc's rules.

/// The environments of LaTeX that are math by themselves.
const ENVIRONMENTS: [&str; 8] = [
    "align",
    "displaymath",
    "eqnarray",
    "equation",
    "flalign",
    "gather",
    "math",
    "multline",
];

/// A key of Pandoc: letters, digits and `_`, with single signs between them.
pub(super) fn key_length(text: &str) -> usize {
    let mut length = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((index, c)) = chars.next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let next_is_word = chars.peek().is_some_and(|(_, next)| is_word(*next));
        if is_word(c) {
            length = index + c.len_utf8();
        } else if !(":.#$%&-+?<>~/".contains(c) && next_is_word && index > 0) {
            break;
        }
    }
    length
}

/// The length of the code that begins with so many backticks.
pub(super) fn code_end(text: &str, ticks: usize) -> Option<usize> {
    let mut at = ticks;
    while let Some(offset) = text[at..].find('`') {
        let start = at + offset;
        let count = text[start..].len() - text[start..].trim_start_matches('`').len();
        at = start + count;
        if count == ticks {
            return Some(at);
        }
    }
    None
}

pub(super) fn comment_end(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("<!--")?;
    Some(inner.find("-->")? + "<!---->".len())
}

/// The length of `$$ … $$`.
pub(super) fn display_end(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("$$")?;
    let length = inner.find("$$").filter(|length| *length > 0)?;
    Some(length + "$$$$".len())
}

/// The length of `\begin{align} … \end{align}`.
pub(super) fn environment_end(text: &str) -> Option<usize> {
    let (name, _) = text.strip_prefix("\\begin{")?.split_once('}')?;
    let plain = name.strip_suffix('*').unwrap_or(name);
    if !ENVIRONMENTS.contains(&plain) {
        return None;
    }
    let end = std::format!("\\end{{{name}}}");
    Some(text.find(&end)? + end.len())
}

/// The length of `$…$`; `after` is the text with what follows the paragraph.
pub(super) fn math_end(text: &str, after: &str) -> Option<usize> {
    let mut at = 1;
    if text[at..].starts_with(|c: char| c.is_whitespace() || c == '$') {
        return None;
    }
    while let Some(c) = text[at..].chars().next() {
        match c {
            '$' => {
                let is_digit = |c: char| c.is_ascii_digit();
                return (!after[at + 1..].starts_with(is_digit)).then_some(at + 1);
            }
            '\\' if text[at..].starts_with("\\text{") => {
                at += "\\text".len();
                at += braces_length(&text[at..])?;
            }
            '\\' => {
                let escaped = text[at + 1..].chars().next()?;
                at += 1 + escaped.len_utf8();
            }
            c if c.is_whitespace() => {
                let rest = text[at..].trim_start();
                if rest.starts_with('$') {
                    return None;
                }
                at = text.len() - rest.len();
            }
            c => at += c.len_utf8(),
        }
    }
    None
}

/// The length of a group in braces, and of the braces.
fn braces_length(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (index, c) in text.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(index + 1);
                }
            }
            _ => {}
        }
    }
    None
}

//! Text for pages: Markdown that says what it shows, in any font.
//!
//! The fonts of a PDF have the characters of Western Europe. What they may lack,
//! raised digits above ³ and signs such as ≤, is written as math.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::number::{joined, with_unit_latex};
use super::signs::{command, raised};
use mlsysim_language::number::Joined;

/// Keeps a number and its unit on one line.
const NO_BREAK: char = '\u{a0}';

/// A number with its unit: `5 h` with a space that does not break, `$8.40 \times 10^{23}$ FLOP`.
///
/// ```
/// use mlsysim::viz::markdown::quantity;
/// assert_eq!(quantity("5", "h"), "5\u{a0}h");
/// assert_eq!(quantity("28,000", "$"), r"\$28,000");
/// assert_eq!(quantity("1e19", "FLOP"), "$10^{19}$\u{a0}FLOP");
/// ```
pub fn quantity(number: &str, unit: &str) -> String {
    // `5.` at the start of a line would begin a list.
    let number = number.strip_suffix('.').unwrap_or(number);
    if !number.contains(['e', 'E']) {
        return escape(&joined(number, unit, NO_BREAK));
    }
    let parts = Joined::of(number, unit);
    let power = format!("${}$", with_unit_latex(number, parts.before));
    let joined = joined("", parts.after, NO_BREAK);
    power + &escape_after(&joined)
}

/// A relation's sign: `<=` is `$\le$`.
///
/// ```
/// assert_eq!(mlsysim::viz::markdown::relation("<="), r"$\le$");
/// ```
pub fn relation(sign: &str) -> String {
    format!("${}$", super::expression::relation_sign(sign, true))
}

/// Text that stands for itself wherever it is put: in prose, a table or a line of its own.
///
/// ```
/// use mlsysim::viz::markdown::escape;
/// assert_eq!(escape("5. h"), r"5\. h");
/// assert_eq!(escape("a*b ≤ m⁴"), r"a\*b $\le$ m${}^{4}$");
/// ```
pub fn escape(text: &str) -> String {
    let text = text.trim_matches(' ');
    let marker = list_marker(text);
    escape_from(text, marker)
}

/// The same for what follows on the same line.
fn escape_after(text: &str) -> String {
    escape_from(text, None)
}

/// `at` is a character that means something only where it stands.
fn escape_from(text: &str, at: Option<usize>) -> String {
    let mut escaped = String::new();
    let mut previous = None;
    for (index, c) in text.char_indices() {
        let is_special = matches!(
            c,
            '\\' | '$'
                | '|'
                | '*'
                | '_'
                | '~'
                | '^'
                | '<'
                | '>'
                | '['
                | ']'
                | '{'
                | '}'
                | '`'
                | '#'
                | '@'
                | '&'
                | '"'
                | '\''
        );
        // `--` is a dash, and `...` one sign.
        let is_run = matches!(c, '-' | '.') && previous == Some(c);
        if is_special || is_run || at == Some(index) {
            escaped.push('\\');
        }
        escaped.push(c);
        previous = Some(c);
    }
    in_any_font(&escaped)
}

/// The character that would make a list, a rule, a title or the like of the line's start.
fn list_marker(text: &str) -> Option<usize> {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    let first = text.chars().next()?;
    if matches!(first, '-' | '+' | ':' | '=' | '%') {
        let rest = text.trim_start_matches(first);
        return (ends(rest) || first == '%').then_some(0);
    }
    if first == '(' {
        return text.find(')');
    }
    let word = text.find(|c: char| !c.is_ascii_alphanumeric())?;
    let is_point = word > 0 && text[word..].starts_with(['.', ')']);
    (is_point && ends(&text[word + 1..])).then_some(word)
}

/// Markdown with the signs that a font may lack as math; math and code in it stay what they are.
///
/// ```
/// use mlsysim::viz::markdown::in_any_font;
/// assert_eq!(in_any_font("10¹⁹ ≥ x"), r"10${}^{19}$ $\ge$ x");
/// assert_eq!(in_any_font("$a ≤ b$ and `≤`"), r"$a \le{} b$ and `≤`");
/// ```
pub fn in_any_font(markdown: &str) -> String {
    let mut text = String::new();
    let mut rest = markdown;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\\' => c.len_utf8() + rest[1..].chars().next().map_or(0, char::len_utf8),
            '`' => code(rest),
            '$' => match math(rest) {
                Some(end) => {
                    for c in rest[..end].chars() {
                        match command(c) {
                            Some(command) => text.push_str(&command),
                            None => text.push(c),
                        }
                    }
                    rest = &rest[end..];
                    continue;
                }
                None => 1,
            },
            c => match sign(rest) {
                Some((sign, length)) => {
                    text.push_str(&sign);
                    rest = &rest[length..];
                    continue;
                }
                None => c.len_utf8(),
            },
        };
        text.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    text
}

/// The length of a code span, or of backticks that are none.
fn code(text: &str) -> usize {
    let ticks = text.len() - text.trim_start_matches('`').len();
    let fence = &text[..ticks];
    text[ticks..]
        .find(fence)
        .map_or(ticks, |end| ticks + end + ticks)
}

/// The length of the math that a `$` opens, by Pandoc's rule.
fn math(text: &str) -> Option<usize> {
    let fence = if text.starts_with("$$") { "$$" } else { "$" };
    let inner = &text[fence.len()..];
    if inner.starts_with(char::is_whitespace) {
        return None;
    }
    let mut start = 0;
    while let Some(found) = inner[start..].find(fence) {
        let end = start + found;
        let before = &inner[..end];
        let after = &inner[end + fence.len()..];
        let open_end = before.is_empty() || before.ends_with(char::is_whitespace);
        let is_price = fence == "$" && after.starts_with(|c: char| c.is_ascii_digit());
        let closes = !open_end && !before.ends_with('\\') && !is_price;
        if closes {
            return Some(fence.len() + end + fence.len());
        }
        start = end + fence.len();
    }
    None
}

/// A sign as math for prose, and how much of the text it stands for.
fn sign(text: &str) -> Option<(String, usize)> {
    let is_raised = |c: &char| raised(*c).is_some();
    let run: Vec<char> = text.chars().take_while(is_raised).collect();
    if run.is_empty() {
        let c = text.chars().next()?;
        let command = command(c)?;
        if c == '−' {
            let digits = leading_digits(&text[c.len_utf8()..]);
            return Some((format!("$-{digits}$"), c.len_utf8() + digits.len()));
        }
        // A `$` before a digit closes nothing.
        let digit = text[c.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
        let gap = if digit {
            NO_BREAK.to_string()
        } else {
            String::new()
        };
        return Some((
            format!("${}${gap}", command.trim_end_matches("{}")),
            c.len_utf8(),
        ));
    }
    let length = run.iter().map(|c| c.len_utf8()).sum::<usize>();
    // Every Latin font has these.
    if run.iter().all(|c| matches!(c, '¹' | '²' | '³')) {
        return Some((run.iter().collect(), length));
    }
    let digits: String = run.iter().filter_map(|c| raised(*c)).collect();
    let follow = leading_digits(&text[length..]);
    let power = format!("${{}}^{{{digits}}}{follow}$");
    Some((power, length + follow.len()))
}

fn leading_digits(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    &text[..text.len() - rest.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_units_stay_together() {
        assert_eq!(
            quantity("8.40e23", "FLOP"),
            "$8.40 \\times 10^{23}$\u{a0}FLOP"
        );
        assert_eq!(quantity("-1e-5", ""), "$-10^{-5}$");
        assert_eq!(quantity("1e4", "$/h"), r"$\$10^{4}$/h");
        assert_eq!(quantity("45", "%"), "45%");
        assert_eq!(quantity("1.5", "×"), "1.5×");
        assert_eq!(quantity("-0.51", "/year"), "-0.51/year");
        assert_eq!(quantity("9.81", "m/s²"), "9.81\u{a0}m/s²");
        assert_eq!(quantity("5.", "h"), "5\u{a0}h");
        assert_eq!(quantity("5.", ""), "5");
    }

    #[test]
    fn nothing_begins_what_is_not_meant() {
        for (text, escaped) in [
            ("5. h", r"5\. h"),
            ("5)", r"5\)"),
            ("a. b", r"a\. b"),
            ("(1) x", r"(1\) x"),
            ("- 3", r"\- 3"),
            ("+", r"\+"),
            ("---", r"\-\-\-"),
            ("% of it", r"\% of it"),
            (": 3", r"\: 3"),
            ("# 3", r"\# 3"),
            ("@eq-x", r"\@eq-x"),
            ("\"x\" 'y'", r#"\"x\" \'y\'"#),
            ("[a](b)", r"\[a\](b)"),
            ("{{< var x >}}", r"\{\{\< var x \>\}\}"),
            ("&lt;", r"\&lt;"),
            ("a -- b", r"a -\- b"),
            ("-5 m", "-5 m"),
            ("3.35 TB/s", "3.35 TB/s"),
            ("45%", "45%"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }

    #[test]
    fn a_dollar_before_a_digit_closes_nothing() {
        assert_eq!(in_any_font("≤4"), "$\\le$\u{a0}4");
        assert_eq!(in_any_font("−5 m"), "$-5$ m");
        assert_eq!(in_any_font("2⁴5"), "2${}^{4}5$");
        assert_eq!(in_any_font("$5 ≤ $6"), "$5 $\\le$ $6");
    }

    #[test]
    fn escaped_signs_and_code_stay() {
        assert_eq!(in_any_font(r"\$5 ≈ \`"), r"\$5 $\approx$ \`");
        assert_eq!(in_any_font("``a ` ≤`` ≤"), "``a ` ≤`` $\\le$");
        assert_eq!(in_any_font("CO₂ at 3 m²"), "CO$_{2}$ at 3 m²");
    }
}

//! What stands around a variable that is right as such: math, and a unit typed once more.

use std::format;
use std::ops::Range;
use std::string::String;

use mlsysim_language::number::Number;
use mlsysim_language::prose::quantities;

use super::known::{Known, Printing};
use super::shortcode::Shortcode;

/// Inside of math only a variable for math is right.
pub(super) fn wrong_in_math(shortcode: &Shortcode, known: &Known) -> Option<String> {
    match (&*shortcode.name, &*shortcode.arguments) {
        ("var", [name]) => match known.math(name) {
            Some(math) if math == *name => None,
            Some(math) => Some(format!("inside math write `{{{{< var {math} >}}}}`")),
            None => Some(format!(
                "`{name}` is no variable for math: write it outside of the dollar signs"
            )),
        },
        ("include", _) => Some(
            "an `include` brings its own dollar signs: let it stand outside of the math".into(),
        ),
        _ => None,
    }
}

/// A unit typed around a variable that prints its own, or around a value that is in another.
pub(super) fn wrong_unit(
    text: &str,
    range: &Range<usize>,
    shortcode: &Shortcode,
    is_math: bool,
    known: &Known,
) -> Option<String> {
    let ("var", [name]) = (&*shortcode.name, &*shortcode.arguments) else {
        return None;
    };
    let before = &text[..range.start];
    // In math a bare one is where it begins.
    let has_dollar = before.ends_with("\\$") || !is_math && before.ends_with('$');
    let behind = match &text[range.end..] {
        // "1.5x" is a multiple, "1.5x x 3" a product.
        glued if glued.starts_with(['x', '×']) => glued,
        apart => Some(behind(apart)).filter(|behind| !behind.starts_with(['x', '×']))?,
    };
    match known.unit(name)? {
        Printing::WithUnit(unit) => {
            let typed = match unit.starts_with('$') {
                true => has_dollar.then(|| unit.clone()),
                false => typed_again(behind, &unit),
            }?;
            let printed = known.text(name)?;
            Some(format!(
                "`{name}` prints its unit already: {printed}; leave out the typed `{typed}`, \
                 or write `{{{{< var {}_value >}}}}`",
                name.strip_suffix("_math").unwrap_or(name)
            ))
        }
        Printing::Value(unit) => {
            let typed = other_unit(has_dollar, behind, &unit)?;
            let own = match &*unit {
                "" => "a number without a unit".into(),
                unit => format!("in `{unit}`"),
            };
            Some(format!(
                "`{name}` is {own}, and the page types `{typed}` around it"
            ))
        }
    }
}

/// The unit behind a variable, where it is the one that the variable prints, in whatever words.
fn typed_again(behind: &str, unit: &str) -> Option<String> {
    if starts_with_unit(behind, unit) {
        return Some(unit.into());
    }
    let near = &behind[..behind.floor_char_boundary(LONGEST_UNIT)];
    let typed = first(&format!("1 {near}"))?;
    let own = first(&format!("1 {unit}")).or_else(|| first(&format!("1{unit}")))?;
    let is_one = typed.is_same_quantity(&own) && typed.unit.nouns == own.unit.nouns;
    (!typed.unit.text.is_empty() && is_one).then_some(typed.unit.text)
}

/// More bytes than a unit has; a page goes on behind it.
const LONGEST_UNIT: usize = 100;

/// The unit that is typed around a value, where the value is in another.
fn other_unit(has_dollar: bool, behind: &str, own: &str) -> Option<String> {
    let sign = if has_dollar { "$" } else { "" };
    let near = &behind[..behind.floor_char_boundary(LONGEST_UNIT)];
    let typed = first(&format!("{sign}1 {near}"))?;
    let (own_sign, own_rest) = match own.strip_prefix('$') {
        Some(rest) => ("$", rest),
        None => ("", own),
    };
    // What it is for each of may be left to words: `$3 for a GPU and an hour`.
    let is_left_out = match &*typed.unit.text {
        "" => true,
        "$" => own_sign == "$" && (own_rest.is_empty() || own_rest.starts_with('/')),
        _ => false,
    };
    if is_left_out {
        return None;
    }
    let space = if own_rest.starts_with('/') { "" } else { " " };
    let own = first(&format!("{own_sign}1{space}{own_rest}"));
    let is_same = own.is_some_and(|own| {
        let (ours, theirs) = (&own.unit.nouns, &typed.unit.nouns);
        let has_all = ours.is_empty() || theirs.is_empty() || ours == theirs;
        own.is_same_quantity(&typed) && has_all
    });
    (!is_same).then_some(typed.unit.text)
}

/// The number at the start of a text, with as much of its unit as is known.
fn first(text: &str) -> Option<Number> {
    let first = quantities(text).into_iter().next()?;
    (first.range.start == 0).then_some(first.number)
}

/// What stands behind a shortcode: without emphasis, spaces and the commands of math, empty at
/// the end of a paragraph.
fn behind(text: &str) -> &str {
    let mut rest = text.trim_start_matches(['*', '_']);
    // What Markdown and TeX write for a space.
    let spaces = [
        " ", "\u{a0}", "\u{202f}", "\t", "\r", "\n", "&nbsp;", "\\,", "\\;", "\\ ", "~",
    ];
    let mut lines = 0;
    while let Some(after) = spaces.iter().find_map(|space| rest.strip_prefix(space)) {
        lines += usize::from(rest.starts_with('\n'));
        if lines > 1 {
            return "";
        }
        rest = after;
    }
    for command in ["\\text{", "\\mathrm{"] {
        rest = rest.strip_prefix(command).unwrap_or(rest);
    }
    rest.strip_prefix('\\').unwrap_or(rest)
}

/// Whether a text starts with a unit, as a word of its own.
fn starts_with_unit(text: &str, unit: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let goes_on = |after: &str| unit.ends_with(is_word) && after.starts_with(is_word);
    text.strip_prefix(unit).is_some_and(|after| !goes_on(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_follows_as_a_word_of_its_own() {
        let follows = |text, unit| starts_with_unit(behind(text), unit);
        for text in [
            " h, so",
            "\u{a0}h",
            "&nbsp;h.",
            "** h",
            "\\,\\text{h}",
            "\r\nh",
        ] {
            assert!(follows(text, "h"), "{text}");
        }
        assert!(follows("%", "%") && follows("\\%.", "%") && follows(" tokens/s", "tokens/s"));
        for text in [", h", " hours", " H", " a h", "\n\nh", " h_1"] {
            assert!(!follows(text, "h"), "{text}");
        }
        assert!(follows("x", "x"));
    }

    #[test]
    fn a_unit_typed_again_is_found_in_other_words() {
        let again = |behind, unit| typed_again(behind, unit);
        assert_eq!(again("hours later", "h").as_deref(), Some("hours"));
        assert_eq!(again("percent", "%").as_deref(), Some("%"));
        assert_eq!(
            again("tokens per second", "tokens/s").as_deref(),
            Some("tokens/second")
        );
        assert_eq!(again("GPU each", "GPUs").as_deref(), Some("GPU"));
        for (behind, unit) in [
            ("minutes", "h"),
            ("a day", "h"),
            ("tokens", "GPUs"),
            ("of 5 h", "h"),
            ("GiB", "GB"),
            ("nodes", "x"),
            ("", "h"),
        ] {
            assert_eq!(again(behind, unit), None, "{behind}");
        }
    }

    #[track_caller]
    fn around(sign: bool, text: &str, own: &str, expected: Option<&str>) {
        assert_eq!(other_unit(sign, text, own).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_value_stands_in_its_own_unit() {
        around(false, "hours apart", "h", None);
        around(false, "minutes", "h", Some("minutes"));
        around(false, "of them", "h", None);
        around(false, "GiB.", "GB", Some("GiB"));
        around(false, "requests/s", "tokens/s", Some("requests/s"));
        around(false, "tokens a second", "tokens/s", None);
        around(false, "tokens a minute", "tokens/s", Some("tokens/minute"));
        around(false, "million tokens", "tokens", Some("million tokens"));
        around(false, "GPUs", "", None);
        around(false, "%", "", Some("%"));
        around(false, "%", "%", None);
        around(false, "x", "GB", Some("×"));
        around(false, "GB", "visits", Some("GB"));
    }

    #[test]
    fn money_has_its_sign_in_front() {
        around(true, "an hour", "$/GPU/h", None);
        around(true, "per day", "$/GPU/h", Some("$/day"));
        around(true, "for a GPU and an hour", "$/GPU/h", None);
        around(true, "million", "$million", None);
        around(true, "a year", "$million/year", Some("$/year"));
        around(true, "spent", "$million", Some("$"));
        around(true, "billion", "$million", Some("$billion"));
        around(true, "spent", "GB", Some("$"));
        around(false, "USD", "$", None);
    }
}

//! What stands around a variable that is right as such: math, and a unit typed once more.

use std::format;
use std::ops::Range;
use std::string::String;

use super::known::Known;
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

/// A unit that stands around a variable which prints it already.
pub(super) fn unit_twice(
    text: &str,
    range: &Range<usize>,
    shortcode: &Shortcode,
    known: &Known,
) -> Option<String> {
    let ("var", [name]) = (&*shortcode.name, &*shortcode.arguments) else {
        return None;
    };
    let unit = known.unit(name)?;
    let is_typed = match unit.starts_with('$') {
        true => text[..range.start].ends_with("\\$"),
        false => follows(&text[range.end..], &unit),
    };
    let printed = known.text(name)?;
    is_typed.then(|| {
        format!(
            "`{name}` prints its unit already: {printed}; leave out the typed `{unit}`, \
             or write `{{{{< var {}_value >}}}}`",
            name.strip_suffix("_math").unwrap_or(name)
        )
    })
}

/// Whether a text goes on with a unit, as a word of its own.
fn follows(text: &str, unit: &str) -> bool {
    let mut rest = text.trim_start_matches(['*', '_']);
    // What Markdown and TeX write for a space.
    let spaces = [
        " ", "\u{a0}", "\u{202f}", "\t", "\r", "\n", "&nbsp;", "\\,", "\\;", "\\ ", "~",
    ];
    let mut lines = 0;
    while let Some(after) = spaces.iter().find_map(|space| rest.strip_prefix(space)) {
        lines += usize::from(rest.starts_with('\n'));
        // "1.5x x 3" is a product.
        if unit == "x" || lines > 1 {
            return false;
        }
        rest = after;
    }
    for command in ["\\text{", "\\mathrm{"] {
        rest = rest.strip_prefix(command).unwrap_or(rest);
    }
    let rest = rest.strip_prefix('\\').unwrap_or(rest);
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let goes_on = |after: &str| unit.ends_with(is_word) && after.starts_with(is_word);
    rest.strip_prefix(unit).is_some_and(|after| !goes_on(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_follows_as_a_word_of_its_own() {
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
        assert!(follows("x", "x") && !follows(" x 3", "x"));
    }
}

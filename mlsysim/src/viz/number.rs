//! Numbers with their units, in plain text and in LaTeX.

use alloc::format;
use alloc::string::String;

use crate::units::SYMBOLS;
use crate::units::display::unit_for;
use crate::units::dynamic::{Dynamic, ONE};
use crate::units::text::Text;
use mlsysim_language::operation::nearly_equal;

/// Significant digits of a computed value that nobody stated.
pub(crate) const DIGITS: u8 = 4;

/// As many digits as an `f64` can tell apart.
pub(crate) const ALL_DIGITS: u8 = 17;

/// What a rate may be given per.
const PER: [&str; 8] = ["s", "h", "day", "year", "B", "FLOP", "kWh", "kg"];

/// From here on a whole number that ends in zeros reads better as a power of ten.
const LARGE: f64 = 1e9;

/// `5` and `h` make "5 h"; `$` stands before the number, `%` and `×` stick to it.
pub fn with_unit(number: &str, unit: &str) -> String {
    let (dollar, unit) = match unit.strip_prefix('$') {
        Some(rest) => ("$", rest),
        None => ("", unit),
    };
    let (sign, magnitude) = match number.strip_prefix('-') {
        Some(magnitude) => ("-", magnitude),
        None => ("", number),
    };
    let space = if unit.is_empty() || unit.starts_with(['%', '×', '/']) {
        ""
    } else {
        " "
    };
    format!("{sign}{dollar}{magnitude}{space}{unit}")
}

/// The same for a sentence, where `8.40e23 FLOP` reads "8.40 × 10²³ FLOP".
pub fn in_prose(number: &str, unit: &str) -> String {
    let text = with_unit(number, unit);
    let Some((mantissa, exponent)) = number.split_once(['e', 'E']) else {
        return text;
    };
    let raised = exponent.chars().map(|c| match c {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        digit => digit
            .to_digit(10)
            .and_then(|digit| char::from_u32('⁰' as u32 + digit))
            .unwrap_or(digit),
    });
    let raised: String = raised.collect();
    let power = match mantissa {
        "1" => format!("10{raised}"),
        "-1" => format!("-10{raised}"),
        mantissa => format!("{mantissa} × 10{raised}"),
    };
    with_unit(&power, unit)
}

/// The same for math mode: `5\,\text{h}`, `2.5 \times 10^{-5}`.
///
/// No `$` stands inside, so that it can itself stand between two of them.
///
/// ```
/// use mlsysim::viz::number::with_unit_latex;
/// assert_eq!(with_unit_latex("-28,000", "$/h"), r"-\$28{,}000\text{/h}");
/// assert_eq!(with_unit_latex("9.81", "m/s²"), r"9.81\,\text{m/s}^{2}");
/// ```
pub fn with_unit_latex(number: &str, unit: &str) -> String {
    let (dollar, unit) = match unit.strip_prefix('$') {
        Some(rest) => (r"\$", rest),
        None => ("", unit),
    };
    let (sign, magnitude) = match number.strip_prefix('-') {
        Some(magnitude) => ("-", magnitude),
        None => ("", number),
    };
    let number = number_latex(magnitude);
    let space = if unit.is_empty() || unit.starts_with(['%', '×', '/']) {
        ""
    } else {
        r"\,"
    };
    format!("{sign}{dollar}{number}{space}{}", escape(unit))
}

/// `10,000` becomes `10{,}000`, `2.5e-5` becomes `2.5 \times 10^{-5}`.
fn number_latex(number: &str) -> String {
    let grouped = number.replace(',', "{,}");
    match grouped.split_once(['e', 'E']) {
        Some(("1", exponent)) => format!("10^{{{exponent}}}"),
        Some((mantissa, exponent)) => format!(r"{mantissa} \times 10^{{{exponent}}}"),
        None => grouped,
    }
}

/// Text as it stands in math mode: words in `\text{…}`, signs as commands beside it.
///
/// MathJax reads no commands inside `\text`, and Pandoc no `$`.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    let mut in_text = false;
    for c in text.chars() {
        let command = match c {
            '_' => r"\_",
            '%' => r"\%",
            '$' => r"\$",
            '#' => r"\#",
            '&' => r"\&",
            '{' => r"\{",
            '}' => r"\}",
            '\\' => r"\backslash{}",
            '^' => r"\hat{}",
            '~' => r"\sim{}",
            '·' => r"\cdot{}",
            '²' => "^{2}",
            '³' => "^{3}",
            '⁴' => "^{4}",
            'µ' => r"\mu{}",
            '×' => r"\times{}",
            _ => "",
        };
        if command.is_empty() != in_text {
            escaped.push_str(if in_text { "}" } else { r"\text{" });
            in_text = !in_text;
        }
        if command.is_empty() {
            escaped.push(c);
        } else {
            escaped.push_str(command);
        }
    }
    if in_text {
        escaped.push('}');
    }
    escaped
}

/// A computed value as number and unit, in the unit that reads best.
///
/// That is the largest unit in which at least one is left and four digits say
/// it all; where none does, the largest that leaves at least one.
///
/// ```
/// use mlsysim::units::{Time, dynamic::of};
/// use mlsysim::{q, viz::number::automatic};
/// const LIFE: Time = q!(50_000 h);
/// assert_eq!(automatic(of(LIFE)), ("50,000".into(), "h".into()));
/// const RENT: mlsysim::units::MoneyRate = q!(3 USD/h);
/// assert_eq!(automatic(of(RENT)), ("3".into(), "USD/h".into()));
/// ```
pub fn automatic(value: Dynamic) -> (String, String) {
    let (symbol, factor) = best_unit(value);
    let number = significant(value.value / factor, DIGITS);
    let unit = plural(&number, symbol);
    (number, unit)
}

/// "1 day", and "19.2 days"; symbols have no plural.
pub(crate) fn plural(number: &str, unit: String) -> String {
    let is_word = matches!(unit.as_str(), "day" | "year");
    if is_word && number != "1" {
        unit + "s"
    } else {
        unit
    }
}

/// The unit in which a value reads best: its symbol and its size in base units.
pub(crate) fn best_unit(value: Dynamic) -> (String, f64) {
    if value.dimension != ONE {
        if let Some((symbol, factor)) = short_unit(value) {
            return (String::from(symbol), factor);
        }
        // $3/h is no shorter in any unit of its own.
        for per in PER {
            let Some((_, per_factor, per_dimension)) = SYMBOLS.iter().find(|unit| unit.0 == per)
            else {
                continue;
            };
            let whole = Dynamic {
                value: value.value * per_factor,
                dimension: value.dimension + per_dimension,
            };
            if let Some((symbol, factor)) = short_unit(whole) {
                return (format!("{symbol}/{per}"), factor / per_factor);
            }
        }
    }
    let shown = unit_for(value);
    (String::from(shown.symbol.as_str()), shown.factor)
}

/// The largest unit of the table that leaves at least one, in four digits at most.
fn short_unit(value: Dynamic) -> Option<(&'static str, f64)> {
    let units = SYMBOLS
        .iter()
        .filter(|unit| unit.2 == value.dimension && is_short(value.value / unit.1));
    let largest = units.max_by(|a, b| a.1.total_cmp(&b.1));
    largest.map(|(symbol, factor, _)| (*symbol, *factor))
}

/// Whether a number is at least one, and four significant digits say all of it.
fn is_short(number: f64) -> bool {
    let mut scaled = number.abs();
    if !(1.0..1e15).contains(&scaled) {
        return false;
    }
    while scaled < 1e3 {
        scaled *= 10.0;
    }
    while scaled >= 1e4 {
        scaled /= 10.0;
    }
    nearly_equal(scaled, crate::units::math::round(scaled))
}

/// A value in the unit given by its text and size.
pub fn in_unit(value: Dynamic, unit: Dynamic) -> String {
    significant(value.value / unit.value, DIGITS)
}

/// A number at so many significant digits; whole numbers are shown in full, 10,000 and not 1.0e4.
pub(crate) fn significant(value: f64, digits: u8) -> String {
    let is_whole = value.abs() < 1e15 && crate::units::math::round(value) == value;
    rounded(value, if is_whole { ALL_DIGITS } else { digits })
}

/// The same for a derivation, where 175,000,000,000 reads as 1.75e11.
pub(crate) fn compact(value: f64, digits: u8) -> String {
    let text = significant(value, digits);
    let plain: String = text.chars().filter(|c| c.is_ascii_digit()).collect();
    let kept = plain.trim_end_matches('0');
    if value.abs() < LARGE || text.contains(['e', '.']) || kept.len() > DIGITS.into() {
        return text;
    }
    let (first, rest) = kept.split_at(1);
    let sign = if value < 0.0 { "-" } else { "" };
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{first}{point}{rest}e{}", plain.len() - 1)
}

fn rounded(value: f64, digits: u8) -> String {
    let mut text = Text::new();
    text.push_number(value, digits);
    String::from(text.as_str())
}

/// The number that a text prints: `10,000`, `2.5e-5`.
pub(crate) fn parse(text: &str) -> Option<f64> {
    text.replace(',', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_whole_numbers_are_powers_of_ten() {
        assert_eq!(compact(1.75e11, 4), "1.75e11");
        assert_eq!(compact(-1e12, 4), "-1e12");
        assert_eq!(compact(10_000.0, 4), "10,000");
        assert_eq!(compact(1_234_567_890.0, 4), "1,234,567,890");
    }

    #[test]
    fn powers_of_ten_are_written_as_such_in_prose() {
        assert_eq!(in_prose("8.40e23", "FLOP"), "8.40 × 10²³ FLOP");
        assert_eq!(in_prose("-1e-5", ""), "-10⁻⁵");
        assert_eq!(in_prose("1e4", "$"), "$10⁴");
        assert_eq!(in_prose("45", "%"), "45%");
    }

    #[test]
    fn signs_stand_beside_the_words() {
        assert_eq!(escape("GB·s"), r"\text{GB}\cdot{}\text{s}");
        assert_eq!(escape("µs"), r"\mu{}\text{s}");
        assert_eq!(with_unit_latex("45", "%"), r"45\%");
        assert_eq!(with_unit_latex("1.5", "×"), r"1.5\times{}");
        assert_eq!(with_unit_latex("2.5e-5", ""), r"2.5 \times 10^{-5}");
    }
}

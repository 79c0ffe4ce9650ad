//! Numbers with their units, in plain text and in LaTeX.

use alloc::format;
use alloc::string::String;
use core::str::Chars;

use super::digits::{DIGITS, significant};
use crate::units::SYMBOLS;
use crate::units::display::unit_for;
use crate::units::dynamic::{Dynamic, ONE};
use mlsysim_language::number::Joined;
use mlsysim_language::operation::nearly_equal;

/// What a rate may be given per.
const PER: [&str; 8] = ["s", "h", "day", "year", "B", "FLOP", "kWh", "kg"];

/// `5` and `h` make "5 h"; `$` stands before the number, `%` and `×` stick to it.
pub fn with_unit(number: &str, unit: &str) -> String {
    joined(number, unit, ' ')
}

/// The same with another character between the number and a unit that is a word.
pub(super) fn joined(number: &str, unit: &str, between: char) -> String {
    let parts = Joined::of(number, unit);
    let mut text = format!("{}{}{}", parts.sign, parts.before, parts.magnitude);
    if parts.is_apart {
        text.push(between);
    }
    text + parts.after
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
    let parts = Joined::of(number, unit);
    let dollar = if parts.before.is_empty() { "" } else { r"\$" };
    let space = if parts.is_apart { r"\," } else { "" };
    let (number, unit) = (number_latex(parts.magnitude), escape(parts.after));
    format!("{}{dollar}{number}{space}{unit}", parts.sign)
}

/// `10,000` becomes `10{,}000`, `2.5e-5` becomes `2.5 \times 10^{-5}`.
fn number_latex(number: &str) -> String {
    let grouped = number.replace(',', "{,}").replace(".e", "e");
    let grouped = grouped.strip_suffix('.').unwrap_or(&grouped);
    match grouped.split_once(['e', 'E']) {
        Some(("1", exponent)) => format!("10^{{{exponent}}}"),
        Some((mantissa, exponent)) => format!(r"{mantissa} \times 10^{{{exponent}}}"),
        None => grouped.into(),
    }
}

/// Text as it stands in math mode: words in `\text{…}`, signs as commands beside it.
///
/// MathJax reads no commands inside `\text`, and Pandoc no `$`.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    let mut in_text = false;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let command = match c {
            '_' => r"\_",
            '%' => r"\%",
            '$' => r"\$",
            '#' => r"\#",
            '&' => r"\&",
            '{' => r"\{",
            '}' => r"\}",
            '\\' => r"\backslash{}",
            '~' => r"\sim{}",
            '·' => r"\cdot{}",
            'µ' => r"\mu{}",
            '×' => r"\times{}",
            _ => "",
        };
        let command = match c {
            '^' => power(&mut rest),
            c if command.is_empty() => super::signs::command(c).unwrap_or_default(),
            _ => String::from(command),
        };
        if command.is_empty() != in_text {
            escaped.push_str(if in_text { "}" } else { r"\text{" });
            in_text = !in_text;
        }
        if command.is_empty() {
            escaped.push(c);
        } else {
            escaped.push_str(&command);
        }
    }
    if in_text {
        escaped.push('}');
    }
    escaped
}

/// What a `^` raises: the digits after it.
fn power(rest: &mut Chars) -> String {
    let digits: String = rest
        .clone()
        .take_while(|c| c.is_ascii_digit() || *c == '-')
        .collect();
    rest.by_ref().take(digits.len()).for_each(drop);
    match digits.is_empty() {
        true => String::from(r"\hat{}"),
        false => format!("^{{{digits}}}"),
    }
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
            if whole.dimension == ONE && is_short(whole.value) {
                return (format!("/{per}"), 1.0 / per_factor);
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_in_a_time_are_no_power_for_an_energy() {
        let day = crate::units::dynamic::of(crate::unit::day);
        let a_day = |number: f64| {
            automatic(Dynamic {
                value: number / day.value,
                dimension: -day.dimension,
            })
        };
        assert_eq!(a_day(360.0), ("15".into(), "/h".into()));
        assert_eq!(a_day(7.0), ("7".into(), "/day".into()));
    }

    #[test]
    fn signs_stand_beside_the_words() {
        assert_eq!(escape("GB·s"), r"\text{GB}\cdot{}\text{s}");
        assert_eq!(escape("µs"), r"\mu{}\text{s}");
        assert_eq!(escape("m/s^4·K⁵"), r"\text{m/s}^{4}\cdot{}\text{K}^{5}");
        assert_eq!(escape("a ≤ b"), r"\text{a }\le{}\text{ b}");
        assert_eq!(with_unit_latex("45", "%"), r"45\%");
        assert_eq!(with_unit_latex("1.5", "×"), r"1.5\times{}");
        assert_eq!(with_unit_latex("2.5e-5", ""), r"2.5 \times 10^{-5}");
    }
}

//! Numbers with their units, in plain text and in LaTeX.

use alloc::format;
use alloc::string::String;

use crate::units::display::unit_for;
use crate::units::dynamic::Dynamic;
use crate::units::text::Text;

/// Significant digits of a computed value that nobody stated.
const DIGITS: u8 = 4;

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

/// The same for math mode: `5\,\text{h}`, `2.5 \times 10^{-5}`.
pub fn with_unit_latex(number: &str, unit: &str) -> String {
    let (dollar, unit) = match unit.strip_prefix('$') {
        Some(rest) => (r"\$", rest),
        None => ("", unit),
    };
    let number = number_latex(number);
    match unit {
        "" => format!("{dollar}{number}"),
        "×" => format!(r"{number}\times"),
        unit if unit.starts_with('%') => format!(r"{number}\%{}", unit_latex(&unit[1..])),
        unit => format!(r"{dollar}{number}\,{}", unit_latex(unit)),
    }
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

fn unit_latex(unit: &str) -> String {
    if unit.is_empty() {
        return String::new();
    }
    format!(r"\text{{{}}}", escape(unit))
}

/// Text inside `\text{…}`.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '_' | '%' | '$' | '#' | '&' | '{' | '}' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\\' => escaped.push_str(r"\backslash "),
            '^' => escaped.push_str(r"\textasciicircum "),
            '·' => escaped.push_str(r"$\cdot$"),
            '²' => escaped.push_str("$^2$"),
            '³' => escaped.push_str("$^3$"),
            '⁴' => escaped.push_str("$^4$"),
            'µ' => escaped.push_str(r"$\mu$"),
            '×' => escaped.push_str(r"$\times$"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A computed value as number and unit, in the unit that reads best.
pub fn automatic(value: Dynamic) -> (String, String) {
    let shown = unit_for(value);
    (
        significant(value.value / shown.factor),
        String::from(shown.symbol.as_str()),
    )
}

/// A value in the unit given by its text and size.
pub fn in_unit(value: Dynamic, unit: Dynamic) -> String {
    significant(value.value / unit.value)
}

fn significant(value: f64) -> String {
    let mut text = Text::new();
    // A whole count is shown in full: 10,000 GPUs, not 1.0e4.
    let digits = if value.abs() < 1e15 && crate::units::math::round(value) == value {
        17
    } else {
        DIGITS
    };
    text.push_number(value, digits);
    String::from(text.as_str())
}

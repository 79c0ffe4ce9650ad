//! How a dimension reads in words, and which unit a computed value is shown in.

use super::dynamic::{BASE_QUANTITIES, Dynamic, ONE, exponent};
use super::text::Text;
use super::{NAMED_DIMENSIONS, SYMBOLS};

const BASE_NAMES: [&str; BASE_QUANTITIES] = [
    "length",
    "mass",
    "time",
    "electric current",
    "temperature",
    "information",
    "operation",
    "money",
];
const BASE_UNITS: [&str; BASE_QUANTITIES] = ["m", "kg", "s", "A", "K", "B", "FLOP", "USD"];

/// What a value of unusual dimension may be shown "per".
const PER: [&str; 6] = ["s", "B", "FLOP", "kWh", "USD", "kg"];

/// Appends a dimension in words: `information/time (bandwidth)`.
pub const fn push_dimension(text: &mut Text, dimension: i64) {
    if dimension == ONE {
        text.push("one (a plain number)");
        return;
    }
    push_powers(text, dimension, &BASE_NAMES, Style::Words);
    let mut index = 0;
    while index < NAMED_DIMENSIONS.len() {
        let (named, name) = NAMED_DIMENSIONS[index];
        if named == dimension {
            text.push(" (");
            text.push(name);
            text.push(")");
            return;
        }
        index += 1;
    }
}

/// How a product of powers is written.
#[derive(Clone, Copy)]
enum Style {
    /// A dimension: `1/time^2`.
    Words,
    /// A unit, as it follows a number: `/s²`.
    Unit,
}

const fn push_powers(
    text: &mut Text,
    dimension: i64,
    names: &[&str; BASE_QUANTITIES],
    style: Style,
) {
    let start = text.len();
    let mut sign = 1;
    while sign >= -1 {
        let mut index = 0;
        while index < BASE_QUANTITIES {
            let power = exponent(dimension, index) as i32 * sign;
            if power > 0 {
                if sign < 0 {
                    let is_first = text.len() == start;
                    let is_dimension = matches!(style, Style::Words);
                    text.push(if is_first && is_dimension { "1/" } else { "/" });
                } else if text.len() > start {
                    text.push("·");
                }
                text.push(names[index]);
                match (style, power) {
                    (_, 1) => {}
                    (Style::Unit, 2) => text.push("²"),
                    (Style::Unit, 3) => text.push("³"),
                    _ => {
                        text.push("^");
                        text.push_integer(power as i64);
                    }
                }
            }
            index += 1;
        }
        sign -= 2;
    }
}

/// A unit to show a value in: its symbol, and its size in base units.
#[derive(Clone, Copy, Debug)]
pub struct DisplayUnit {
    /// The symbol, empty for plain numbers.
    pub symbol: Text,
    /// Base units in one of it.
    pub factor: f64,
}

/// The unit in which a computed value reads best.
///
/// ```
/// use mlsysim::units::{display::unit_for, dynamic::of};
/// use mlsysim::{q, units::{Bandwidth, MoneyRate}};
/// const LINK: Bandwidth = q!(3_350 GB/s);
/// assert_eq!(unit_for(of(LINK)).symbol.as_str(), "TB/s");
/// const RENT: MoneyRate = q!(0.5 USD/h);
/// assert_eq!(unit_for(of(RENT)).symbol.as_str(), "USD/h");
/// const JERK: mlsysim::units::dynamic::Dynamic = mlsysim::units::dynamic::Dynamic {
///     value: 3.0,
///     dimension: 1 - (3 << 16),
/// };
/// assert_eq!(unit_for(JERK).symbol.as_str(), "m/s³");
/// ```
pub const fn unit_for(quantity: Dynamic) -> DisplayUnit {
    if quantity.dimension == ONE {
        return DisplayUnit {
            symbol: Text::new(),
            factor: 1.0,
        };
    }
    if let Some(rate) = slow_rate(quantity) {
        return rate;
    }
    if let Some(index) = best(quantity) {
        let mut symbol = Text::new();
        symbol.push(SYMBOLS[index].0);
        return DisplayUnit {
            symbol,
            factor: SYMBOLS[index].1,
        };
    }
    let mut choice = 0;
    while choice < PER.len() {
        let (per_symbol, per_factor, per_dimension) = SYMBOLS[position(PER[choice])];
        let whole = Dynamic {
            value: quantity.value * per_factor,
            dimension: quantity.dimension + per_dimension,
        };
        if whole.dimension == ONE {
            let mut symbol = Text::new();
            symbol.push("/");
            symbol.push(per_symbol);
            return DisplayUnit {
                symbol,
                factor: 1.0 / per_factor,
            };
        }
        if let Some(index) = best(whole) {
            let mut symbol = Text::new();
            symbol.push(SYMBOLS[index].0);
            symbol.push("/");
            symbol.push(per_symbol);
            return DisplayUnit {
                symbol,
                factor: SYMBOLS[index].1 / per_factor,
            };
        }
        choice += 1;
    }
    let mut symbol = Text::new();
    push_powers(&mut symbol, quantity.dimension, &BASE_UNITS, Style::Unit);
    DisplayUnit {
        symbol,
        factor: 1.0,
    }
}

/// What happens less than once a second is given per longer time, as nobody says 16 nHz.
const fn slow_rate(quantity: Dynamic) -> Option<DisplayUnit> {
    const TIMES: [&str; 4] = ["min", "h", "day", "year"];
    let (_, _, time) = SYMBOLS[position("s")];
    let size = quantity.value.abs();
    if quantity.dimension != -time || size == 0.0 || size >= 1.0 || size.is_nan() {
        return None;
    }
    let mut choice = 0;
    loop {
        let (symbol, factor, _) = SYMBOLS[position(TIMES[choice])];
        if size * factor >= 1.0 || choice + 1 == TIMES.len() {
            let mut text = Text::new();
            text.push("/");
            text.push(symbol);
            return Some(DisplayUnit {
                symbol: text,
                factor: 1.0 / factor,
            });
        }
        choice += 1;
    }
}

/// The largest unit of the dimension that leaves at least one of it, else the smallest.
const fn best(quantity: Dynamic) -> Option<usize> {
    let size = quantity.value.abs();
    let (mut found, mut fallback): (Option<usize>, Option<usize>) = (None, None);
    let mut index = 0;
    while index < SYMBOLS.len() {
        let (_, factor, dimension) = SYMBOLS[index];
        if dimension == quantity.dimension {
            let larger = match found {
                Some(other) => factor > SYMBOLS[other].1,
                None => true,
            };
            if larger && size >= factor {
                found = Some(index);
            }
            let smaller = match fallback {
                Some(other) => factor < SYMBOLS[other].1,
                None => true,
            };
            if smaller && size > 0.0 || fallback.is_none() {
                fallback = Some(index);
            }
        }
        index += 1;
    }
    match found {
        Some(index) => Some(index),
        None => fallback,
    }
}

const fn position(symbol: &str) -> usize {
    let mut index = 0;
    while index < SYMBOLS.len() {
        if same(SYMBOLS[index].0, symbol) {
            return index;
        }
        index += 1;
    }
    panic!("a unit of the table")
}

/// Whether two texts are equal, in const.
pub(crate) const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}

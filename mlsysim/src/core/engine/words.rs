//! Quantities in words.

use crate::unit;
use crate::units::display::unit_for;
use crate::units::dynamic::{Dynamic, of};
use crate::units::text::{Text, digits_in_full};

/// Units that a report uses where the table has several families, largest first.
const PREFERRED: [(&str, Dynamic); 22] = [
    ("PB", of(unit::PB)),
    ("TB", of(unit::TB)),
    ("GB", of(unit::GB)),
    ("MB", of(unit::MB)),
    ("KB", of(unit::KB)),
    ("B", of(unit::B)),
    ("years", of(unit::years)),
    ("days", of(unit::days)),
    ("h", of(unit::h)),
    ("min", of(unit::min)),
    ("s", of(unit::s)),
    ("ms", of(unit::ms)),
    ("µs", of(unit::us)),
    ("ns", of(unit::ns)),
    ("GWh", of(unit::GWh)),
    ("MJ", of(unit::MJ)),
    ("kJ", of(unit::kJ)),
    ("J", of(unit::J)),
    ("mJ", of(unit::mJ)),
    ("µJ", of(unit::uJ)),
    ("USD", of(unit::USD)),
    ("/s", of(unit::Hz)),
];

/// Appends a value at some significant digits in the unit in which a report shows it.
pub(in crate::core) const fn push_quantity(text: &mut Text, value: Dynamic, digits: u8) {
    let mut smallest = None;
    let mut index = 0;
    while index < PREFERRED.len() {
        let (symbol, unit) = PREFERRED[index];
        if unit.dimension == value.dimension {
            smallest = Some((symbol, unit.value));
            if value.value.abs() >= unit.value {
                break;
            }
        }
        index += 1;
    }
    match smallest {
        Some((symbol, factor)) => push(text, value.value / factor, digits, symbol),
        None => {
            let shown = unit_for(value);
            push(
                text,
                value.value / shown.factor,
                digits,
                shown.symbol.as_str(),
            );
        }
    }
}

const fn push(text: &mut Text, number: f64, digits: u8, symbol: &str) {
    if number.is_nan() {
        text.push("unknown");
        return;
    }
    text.push_number(number, digits_in_full(number, digits));
    if !symbol.is_empty() && symbol.as_bytes()[0] != b'/' {
        text.push(" ");
    }
    text.push(symbol);
}

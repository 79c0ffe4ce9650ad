//! Units as the reference writes them: `dollar/kilowatt_hour`, `J/(kg*K)`, `dollar/day**2`.

use mlsysim::unit;
use mlsysim::units::dynamic::{Dynamic, Mismatch, ONE, divide, multiply, of};

/// One of the unit that `text` says.
pub fn parse(text: &str) -> Result<Dynamic, String> {
    let mut rest = text;
    let value = product(&mut rest)?;
    if rest.is_empty() {
        Ok(value)
    } else {
        Err(format!("the unit `{text}` goes on with `{rest}`"))
    }
}

fn product(rest: &mut &str) -> Result<Dynamic, String> {
    let mut value = power(rest)?;
    loop {
        if eat(rest, "*") {
            value = multiply(value, power(rest)?).map_err(words)?;
        } else if eat(rest, "/") {
            value = divide(value, power(rest)?).map_err(words)?;
        } else {
            return Ok(value);
        }
    }
}

fn power(rest: &mut &str) -> Result<Dynamic, String> {
    let base = atom(rest)?;
    if !eat(rest, "**") {
        return Ok(base);
    }
    let exponent: usize = word(rest)
        .parse()
        .map_err(|_| format!("a power of a unit ends in `{rest}`"))?;
    let one = Dynamic {
        value: 1.0,
        dimension: ONE,
    };
    let raised = (0..exponent).try_fold(one, |value, _| multiply(value, base));
    raised.map_err(words)
}

fn words(mismatch: Mismatch) -> String {
    mismatch.to_string()
}

fn atom(rest: &mut &str) -> Result<Dynamic, String> {
    if eat(rest, "(") {
        let value = product(rest)?;
        return if eat(rest, ")") {
            Ok(value)
        } else {
            Err(format!("a parenthesis is open before `{rest}`"))
        };
    }
    let name = word(rest);
    Ok(match name {
        "1" | "dimensionless" | "count" | "param" => Dynamic {
            value: 1.0,
            dimension: ONE,
        },
        "s" | "second" => of(unit::s),
        "ms" | "millisecond" => of(unit::ms),
        "us" | "microsecond" => of(unit::us),
        "ns" | "nanosecond" => of(unit::ns),
        "minute" => of(unit::minute),
        "h" | "hour" => of(unit::h),
        "day" => of(unit::day),
        "year" => of(unit::year),
        "Hz" | "hertz" => of(unit::Hz),
        "m" | "meter" => of(unit::m),
        "km" | "kilometer" => of(unit::km),
        "g" | "gram" => of(unit::g),
        "kg" | "kilogram" => of(unit::kg),
        "t" | "tonne" | "metric_ton" => of(unit::t),
        "K" | "kelvin" | "delta_degC" => of(unit::K),
        "B" | "byte" => of(unit::B),
        "kB" | "KB" | "kilobyte" => of(unit::KB),
        "MB" | "megabyte" => of(unit::MB),
        "GB" | "gigabyte" => of(unit::GB),
        "TB" | "terabyte" => of(unit::TB),
        "GiB" | "gibibyte" => of(unit::GiB),
        "bit" => of(unit::bit),
        "flop" => of(unit::FLOP),
        "Tflop" | "TFLOP" | "teraflop" => of(unit::TFLOP),
        "W" | "watt" => of(unit::W),
        "kW" | "kilowatt" => of(unit::kW),
        "MW" | "megawatt" => of(unit::MW),
        "J" | "joule" => of(unit::J),
        "kWh" | "kilowatt_hour" => of(unit::kWh),
        "MWh" | "megawatt_hour" => of(unit::MWh),
        "dollar" => of(unit::USD),
        _ => return Err(format!("the unit `{name}` is unknown")),
    })
}

fn eat(rest: &mut &str, token: &str) -> bool {
    let found = rest.trim_start().strip_prefix(token);
    // A single star is not the start of a power.
    let is_power = token == "*" && found.is_some_and(|after| after.starts_with('*'));
    match found {
        Some(after) if !is_power => {
            *rest = after;
            true
        }
        _ => false,
    }
}

fn word<'a>(rest: &mut &'a str) -> &'a str {
    let text = rest.trim_start();
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    let (word, after) = text.split_at(end);
    *rest = after;
    word
}

//! `units [QUANTITY]`: every unit with its names.

use std::format;
use std::process::ExitCode;
use std::string::{String, ToString};
use std::vec::Vec;

use clap_builder::{Arg, ArgMatches, Command};
use mlsysim_language::nearest::nearest_of;
use mlsysim_language::units::own::OwnUnit;
use mlsysim_language::units::{QUANTITIES, Quantity, Unit, find};

use super::super::columns::columns;
use super::super::error::Error;
use super::super::say::say;
use crate::units::own::own_units;

pub(in super::super) fn arguments() -> Command {
    let quantity = Arg::new("quantity")
        .value_name("QUANTITY")
        .help("A quantity, or one of its units");
    Command::new("units")
        .about("List the quantities with their units, or one of them in full")
        .arg(quantity)
        .after_help(
            "Example: {run} units power\n\
             lists the units of power with all names and sizes; `units kWh` shows those of energy.",
        )
}

/// All quantities, or one: by its own name or by that of one of its units.
pub(in super::super) fn run(given: &ArgMatches) -> Result<ExitCode, Error> {
    let asked = given.get_one::<String>("quantity");
    match asked.map(String::as_str) {
        None => say(&(overview() + &own_overview(&own_units()))),
        Some(asked) => say(&answer(asked, &own_units())?),
    }
    Ok(ExitCode::SUCCESS)
}

/// A quantity, or the units of the book's own if one of them is asked for.
fn answer(asked: &str, own: &[OwnUnit]) -> Result<String, Error> {
    match own.iter().any(|unit| names(unit).contains(&asked)) {
        true => Ok(own_detail(own)),
        false => quantity(asked).map(detail),
    }
}

fn names(unit: &OwnUnit) -> Vec<&str> {
    let mut names = Vec::from([unit.name.as_str(), unit.singular.as_str()]);
    names.dedup();
    names
}

fn own_overview(own: &[OwnUnit]) -> String {
    let names: Vec<&str> = own.iter().map(|unit| unit.name.as_str()).collect();
    match names.is_empty() {
        true => String::new(),
        false => format!("The book's own: {}\n", names.join(" ")),
    }
}

fn own_detail(own: &[OwnUnit]) -> String {
    let rows = own.iter().map(|unit| {
        let size = match unit.size.is_empty() {
            true => String::new(),
            false => format!(" = {}", unit.size),
        };
        [
            names(unit).join(", ") + &size,
            unit.documentation.to_string(),
        ]
    });
    format!("The book's own\n{}", columns(2, &Vec::from_iter(rows)))
}

fn quantity(asked: &str) -> Result<&'static Quantity, Error> {
    let of_unit = || find(asked).map(|named| named.quantity);
    let is_asked = |quantity: &&Quantity| {
        quantity.name.eq_ignore_ascii_case(asked)
            || quantity.description.eq_ignore_ascii_case(asked)
    };
    let known = QUANTITIES.iter().find(is_asked).or_else(of_unit);
    known.ok_or_else(|| {
        let words = words();
        let near = nearest_of(&asked.to_lowercase(), words.iter().map(|(word, _)| &**word));
        let named = |near: &&str| {
            let mut words = words.iter();
            let found = words.find(|(word, _)| word == near);
            found.map(|(_, name)| format!("`{name}`"))
        };
        let near: Vec<String> = near.iter().filter_map(named).collect();
        let near = match near.is_empty() {
            true => String::new(),
            false => format!(": did you mean {}?", near.join(" or ")),
        };
        Error::Arguments(format!(
            "there is no quantity and no unit `{asked}`{near}\n  `units` alone lists all quantities"
        ))
    })
}

/// What may be asked for in lower case, with its name.
fn words() -> Vec<(String, &'static str)> {
    let quantities = QUANTITIES.iter().map(|quantity| quantity.name);
    let units = QUANTITIES.iter().flat_map(|quantity| quantity.units);
    let all = quantities.chain(units.flat_map(|unit| unit.names.iter().copied()));
    all.map(|name| (name.to_lowercase(), name)).collect()
}

fn overview() -> String {
    let rows = QUANTITIES.iter().map(|quantity| {
        let units = quantity.units.iter().map(|unit| unit.names[0]);
        let (mut line, mut left) = (String::new(), quantity.units.len());
        for unit in units {
            if line.len() + unit.len() > 48 {
                line.push_str(&format!("and {left} more"));
                break;
            }
            line.push_str(unit);
            line.push(' ');
            left -= 1;
        }
        [quantity.name.to_string(), line.trim_end().to_string()]
    });
    columns(2, &Vec::from_iter(rows))
}

fn detail(quantity: &Quantity) -> String {
    let base = |unit: &&Unit| unit.factor == 1.0;
    let base = quantity
        .units
        .iter()
        .find(base)
        .unwrap_or(&quantity.units[0]);
    let mut text = format!("{}: {}\n", quantity.name, quantity.description);
    let rows = quantity.units.iter().map(|unit| {
        let size = match (
            unit.factor == 1.0,
            base.factor == 1.0 && !base.symbol.is_empty(),
        ) {
            (true, _) => String::new(),
            (false, true) => format!(", {} {}", unit.factor, base.symbol),
            (false, false) => format!(", {}", unit.factor),
        };
        [unit.names.join(", "), unit.singular.to_string() + &size]
    });
    text.push_str(&columns(2, &Vec::from_iter(rows)));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_quantity_is_listed_and_found() {
        let all = overview();
        for quantity in QUANTITIES {
            assert!(all.contains(&format!("  {} ", quantity.name)), "{all}");
            assert_eq!(super::quantity(quantity.name).unwrap().name, quantity.name);
        }
    }

    #[test]
    fn a_quantity_shows_the_names_of_its_units_and_their_size() {
        let time = detail(super::quantity("time").unwrap());
        assert!(time.starts_with("Time: time\n"), "{time}");
        assert!(time.contains("h, hour, hours "), "{time}");
        assert!(time.contains("hour, 3600 s\n"), "{time}");
        assert_eq!(detail(super::quantity("hours").unwrap()), time);
    }

    #[test]
    fn units_of_the_book_are_listed_after_those_of_the_table() {
        let own = [
            OwnUnit {
                documentation: "A visit.".to_string(),
                ..OwnUnit::noun("visits", "visit")
            },
            OwnUnit {
                size: "8 h".to_string(),
                ..OwnUnit::noun("shift", "shift")
            },
        ];
        assert_eq!(own_overview(&own), "The book's own: visits shift\n");
        assert_eq!(own_overview(&[]), "");
        let listed = "The book's own\n  visits, visit  A visit.\n  shift = 8 h\n";
        for asked in ["visits", "visit", "shift"] {
            assert_eq!(answer(asked, &own).unwrap(), listed);
        }
        assert!(answer("h", &own).unwrap().starts_with("Time"));
        assert!(answer("visits", &[]).is_err());
    }

    #[test]
    fn what_is_not_known_is_answered_with_what_is_near() {
        let answer = |asked| super::quantity(asked).unwrap_err().to_string();
        assert!(answer("Powr").contains("`Power`"), "{}", answer("Powr"));
        assert!(answer("hourss").contains("`hours`"), "{}", answer("hourss"));
        assert!(
            answer("qqqqqqqq").contains("lists all"),
            "{}",
            answer("qqqqqqqq")
        );
    }
}

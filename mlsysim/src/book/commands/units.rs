//! `units [QUANTITY]`: every unit with its names.

use std::format;
use std::process::ExitCode;
use std::string::{String, ToString};
use std::vec::Vec;

use clap_builder::{Arg, ArgMatches, Command};
use mlsysim_language::units::own::OwnUnit;
use mlsysim_language::units::{BASES, QUANTITIES, Quantity, Unit};
use serde_json::{Map, Value as Json, json};

use super::super::columns::columns;
use super::super::error::Error;
use super::super::say::say;
use super::super::unit_search::{Found, find, names};
use super::json_flag;
use crate::units::own::own_units;

pub(in super::super) fn arguments() -> Command {
    let quantity = Arg::new("quantity")
        .value_name("QUANTITY")
        .help("A quantity, one of its units, or a word of their names");
    Command::new("units")
        .about("List the quantities with their units, or search them")
        .arg(quantity)
        .arg(json_flag())
        .after_help(
            "Example: {run} units power\n\
             lists the units of power with all names and sizes; `units kWh` shows those of energy,\n\
             and `units rate` every quantity that is called so.",
        )
}

/// All quantities, or one: by its own name or by that of one of its units; else those that a word
/// leads to.
pub(in super::super) fn run(given: &ArgMatches) -> Result<ExitCode, Error> {
    let own = own_units();
    let found = match given.get_one::<String>("quantity") {
        None => Found {
            quantities: QUANTITIES.iter().collect(),
            own: own.iter().collect(),
            is_search: true,
        },
        Some(asked) => find(asked.trim(), &own)?,
    };
    say(&match given.get_flag("json") {
        true => format!("{:#}\n", json(&found)),
        false => text(&found),
    });
    Ok(ExitCode::SUCCESS)
}

fn text(found: &Found) -> String {
    match (found.is_search, &*found.quantities) {
        (true, quantities) => overview(quantities) + &own_overview(&found.own),
        (false, []) => own_detail(&found.own),
        (false, quantities) => quantities.iter().map(|it| detail(it)).collect(),
    }
}

fn json(found: &Found) -> Json {
    let quantities = found.quantities.iter().map(|it| quantity_json(it));
    let own = found.own.iter().map(|unit| {
        json!({
            "names": names(unit),
            "factor": unit.factor,
            "size": unit.size,
            "documentation": unit.documentation,
        })
    });
    json!({
        "quantities": quantities.collect::<Vec<_>>(),
        "own": own.collect::<Vec<_>>(),
    })
}

fn quantity_json(quantity: &Quantity) -> Json {
    let units = quantity.units.iter().map(|unit| {
        json!({
            "names": unit.names,
            "symbol": unit.symbol,
            "singular": unit.singular,
            "plural": unit.plural,
            "factor": unit.factor,
        })
    });
    let bases = BASES.iter().zip(quantity.exponents);
    let exponents = bases.filter(|(_, exponent)| *exponent != 0);
    let exponents = exponents.map(|((base, _), exponent)| (base.to_string(), Json::from(exponent)));
    json!({
        "name": quantity.name,
        "description": quantity.description,
        "exponents": exponents.collect::<Map<_, _>>(),
        "units": units.collect::<Vec<_>>(),
    })
}

fn own_overview(own: &[&OwnUnit]) -> String {
    let names: Vec<&str> = own.iter().map(|unit| unit.name.as_str()).collect();
    match names.is_empty() {
        true => String::new(),
        false => format!("The book's own: {}\n", names.join(" ")),
    }
}

fn own_detail(own: &[&OwnUnit]) -> String {
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

fn overview(quantities: &[&Quantity]) -> String {
    let rows = quantities.iter().map(|quantity| {
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

    fn answer(asked: &str, own: &[OwnUnit]) -> String {
        match find(asked, own) {
            Ok(found) => text(&found),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn every_quantity_is_listed_and_found() {
        let all = overview(&QUANTITIES.iter().collect::<Vec<_>>());
        for quantity in QUANTITIES {
            assert!(all.contains(&format!("  {} ", quantity.name)), "{all}");
            let found = find(quantity.name, &[]).unwrap();
            assert_eq!(found.quantities[0].name, quantity.name);
        }
    }

    #[test]
    fn a_quantity_shows_the_names_of_its_units_and_their_size() {
        let time = answer("time", &[]);
        assert!(time.starts_with("Time: time\n"), "{time}");
        assert!(time.contains("h, hour, hours "), "{time}");
        assert!(time.contains("hour, 3600 s\n"), "{time}");
        assert_eq!(answer("hours", &[]), time);
    }

    #[test]
    fn a_word_leads_to_all_that_are_called_so() {
        let rates = answer("rate", &[]);
        let lines: Vec<&str> = rates.lines().collect();
        assert!(
            lines.len() > 1 && rates.contains("  OperationRate "),
            "{rates}"
        );
        assert!(answer("joule", &[]).starts_with("  Energy "));
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
        assert_eq!(
            own_overview(&[&own[0], &own[1]]),
            "The book's own: visits shift\n"
        );
        assert_eq!(own_overview(&[]), "");
        let listed = "The book's own\n  visits, visit  A visit.\n  shift = 8 h\n";
        for asked in ["visits", "visit", "shift"] {
            assert_eq!(answer(asked, &own), listed);
        }
        assert!(answer("h", &own).starts_with("Time"));
        assert_eq!(answer("visi", &own), "The book's own: visits\n");
        assert!(answer("visits", &[]).starts_with("there is no"));
    }
}

//! Constants with weak, missing or old sources, of those that the book's claims use.

use std::collections::BTreeMap;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use mlsysim_language::audit::Kind;
use mlsysim_language::units::{QUANTITIES, pack};

use super::super::registry::{Key, Place, is_of_the_library};
use super::finding::{Finding, Site};
use super::subject::Subject;
use crate::claims::inputs::name;
use crate::claims::trace::Step;
use crate::core::constants::SourceKind;
use crate::units::dynamic::exponent;

/// So many years a price or what a grid emits stays what it was.
const LASTING: u16 = 3;

pub(super) fn findings(subject: &Subject) -> Vec<Finding> {
    let mut constants: BTreeMap<Key, (Place, Site)> = BTreeMap::new();
    let mut unknown: BTreeMap<String, Site> = BTreeMap::new();
    for (_, working) in subject.workings() {
        for statement in &working.statements {
            let site = || Site::statement(working, statement);
            for (step, stored) in statement.programs().flat_map(|program| &program.steps) {
                let is_place = match step {
                    Step::Outer(_) | Step::Rust(_) => true,
                    Step::Call { formula, .. } => formula.is_none() && step.arity() == 0,
                    _ => false,
                };
                if !is_place {
                    continue;
                }
                let meant = subject.registry.meant(&name(step), Some(*stored));
                for place in meant.figures {
                    let key = (place.constant.module, place.constant.name);
                    constants.entry(key).or_insert_with(|| (place, site()));
                }
                for written in meant.unknown {
                    unknown.entry(written).or_insert_with(site);
                }
            }
        }
    }
    let sourced = constants.into_values().filter_map(|(place, site)| {
        let message = fault(&place, subject.year)?;
        Some(Finding {
            kind: Kind::Source,
            // A constant of the library is accepted where the book first uses it.
            site: match is_of_the_library(place.constant) {
                true => site,
                false => Site::constant(&place),
            },
            message,
        })
    });
    let missing = unknown.into_iter().map(|(written, site)| Finding {
        kind: Kind::Source,
        site,
        message: format!(
            "`{written}` has no source: define it in `constants!`, with `#[source(…)]`"
        ),
    });
    sourced.chain(missing).collect()
}

/// What is wrong with a source.
fn fault(place: &Place, year: u16) -> Option<String> {
    let constant = place.constant;
    let (name, source) = (constant.name, constant.source?);
    let said = years(source.reference);
    let reference = format!("\"{}\"", source.reference);
    let is_library = is_of_the_library(constant);
    match source.kind {
        SourceKind::Estimate if is_library => {
            return Some(format!(
                "`{name}` is an estimate of the library: {reference}; define your own with a \
                 source, or accept that the claim rests on it"
            ));
        }
        SourceKind::Illustrative if is_library => {
            return Some(format!(
                "`{name}` is made up for the sake of examples: {reference}; define your own with \
                 a source, or say on the page that it is an example"
            ));
        }
        SourceKind::Estimate if source.url.is_none() && said.is_empty() => {
            return Some(format!(
                "`{name}` is an estimate from nothing that a reader could look up: {reference}; \
                 name what it is put together from, with the year"
            ));
        }
        SourceKind::Literature | SourceKind::IndustryReport if said.is_empty() => {
            return Some(format!(
                "the source of `{name}` has no year: {reference}; write \"Author (year), Title\""
            ));
        }
        _ => {}
    }
    // That somebody compared it with its source makes the source no younger.
    let last = said.into_iter().max()?;
    (wears(place) && last + LASTING < year).then(|| {
        format!(
            "the source of `{name}` is of {last}, and such a figure changes: {reference}; look \
             for one of the last {LASTING} years"
        )
    })
}

/// Whether the figure is a price or what a grid emits.
fn wears(place: &Place) -> bool {
    place.figure.value.is_some_and(|value| {
        let mut quantities = QUANTITIES.iter();
        let emission = quantities.find(|quantity| quantity.name == "CarbonIntensity");
        let is_emission = emission.is_some_and(|it| pack(&it.exponents) == value.dimension);
        is_emission || exponent(value.dimension, MONEY) != 0
    })
}

/// Which of the base quantities is money.
const MONEY: usize = 7;

/// The years that a reference names.
fn years(reference: &str) -> Vec<u16> {
    let words = reference.split(|c: char| !c.is_ascii_digit());
    let years = words.filter(|word| word.len() == 4);
    let years = years.filter_map(|word| word.to_string().parse().ok());
    years.filter(|year| (1900..2100).contains(year)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    use super::super::specimen::{audited, constant, found};
    use crate::core::constants::{Constant, Source};
    use crate::q;
    use crate::units::dynamic::{Dynamic, of};
    use crate::units::{MoneyRate, Time};

    const RENT: MoneyRate = q!(3 USD/h);
    const LIFE: Time = q!(50_000 h);

    crate::check! {
        let hours = 24 h;

        /// {}
        cost: RENT * hours == $72;

        /// {}
        lives: LIFE / hours ~= 2_083;
    }

    const PLACE: &str = "https://example.org";

    fn life(source: Source) -> Constant {
        constant("LIFE", (of(LIFE), "50_000 h", "h"), source)
    }

    fn rent(source: Source) -> Constant {
        let value: Dynamic = of(RENT);
        constant("RENT", (value, "3 USD/h", "USD/h"), source)
    }

    fn findings_of(constants: [Constant; 2]) -> Vec<String> {
        let audit = audited(&[module_path!()], constants, &[]);
        found(Kind::Source, &audit)
    }

    #[test]
    fn a_source_says_who_and_when() {
        assert_eq!(
            findings_of([
                life(Source::literature("Smith, Lives of machines", PLACE)),
                rent(Source::estimate("What it seems to cost")),
            ]),
            [
                "LIFE: the source of `LIFE` has no year: \"Smith, Lives of machines\"; write \
                 \"Author (year), Title\"",
                "RENT: `RENT` is an estimate from nothing that a reader could look up: \"What it \
                 seems to cost\"; name what it is put together from, with the year",
            ]
        );
        assert_eq!(
            findings_of([
                life(Source::literature("Smith (1998), Lives of machines", PLACE)),
                rent(Source::estimate("Between the prices of Smith (2024)")),
            ]),
            [""; 0]
        );
    }

    #[test]
    fn a_price_wears_out() {
        let of = |reference| {
            let rent = rent(Source::industry_report(reference, PLACE).checked(2026, 1, 1));
            findings_of([life(Source::convention("Round")), rent])
        };
        assert_eq!(
            of("Smith (2022), Prices"),
            [
                "RENT: the source of `RENT` is of 2022, and such a figure changes: \
                 \"Smith (2022), Prices\"; look for one of the last 3 years"
            ]
        );
        assert_eq!(of("Smith (2023), Prices"), [""; 0]);
    }

    #[test]
    fn what_the_library_makes_up_is_said_where_it_is_used() {
        let library = Constant {
            module: "mlsysim::core::constants::prices",
            ..rent(Source::illustrative("A round price"))
        };
        let own = rent(Source::illustrative("A round price"));
        let convention = || life(Source::convention("Round"));
        assert_eq!(
            findings_of([convention(), library]),
            [
                "cost: `RENT` is made up for the sake of examples: \"A round price\"; define your \
                 own with a source, or say on the page that it is an example"
            ]
        );
        assert_eq!(findings_of([convention(), own]), [""; 0]);
    }

    #[test]
    fn a_constant_of_no_page_has_no_source() {
        let audit = audited(&[module_path!()], [rent(Source::convention("Round"))], &[]);
        assert_eq!(
            found(Kind::Source, &audit),
            ["lives: `LIFE` has no source: define it in `constants!`, with `#[source(…)]`"]
        );
    }
}

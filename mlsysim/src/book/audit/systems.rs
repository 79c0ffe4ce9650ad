//! A figure that fits in binary units and is stated in decimal ones, or the reverse.
//!
//! `80 GB within 10%` holds for 80 GiB, which is probably what was meant; and a number of GB beside
//! the same number of GiB in one expression is probably the same memory.

use std::format;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::audit::Kind;
use mlsysim_language::units;

use super::super::chapter::Working;
use super::super::registry::Registry;
use super::figure::Figure;
use super::finding::{Finding, Site};
use super::subject::Subject;
use crate::claims::inputs::name;
use crate::claims::napkin::{Rule, Statement};
use crate::claims::trace::Step;
use crate::viz::digits;

pub(super) fn findings(subject: &Subject) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (_, working) in subject.workings() {
        for statement in &working.statements {
            let message =
                stated(statement).or_else(|| beside(working, statement, subject.registry));
            findings.extend(message.map(|message| Finding {
                kind: Kind::System,
                site: Site::statement(working, statement),
                message,
            }));
        }
    }
    findings
}

/// The unit of the other system: GiB for GB.
fn other(unit: &str) -> Option<(String, f64)> {
    let end = unit.find('/').unwrap_or(unit.len());
    let (size, per) = unit.split_at(end);
    let prefix = size.chars().next().filter(|c| "kKMGTPE".contains(*c))?;
    let rest = &size[prefix.len_utf8()..];
    let other = match rest.strip_prefix('i') {
        Some(rest) => {
            let prefix = if prefix == 'K' { 'k' } else { prefix };
            format!("{prefix}{rest}")
        }
        None => format!("{}i{rest}", prefix.to_ascii_uppercase()),
    };
    let (from, to) = (
        units::find(size).or_else(|| kilo(size))?,
        units::find(&other).or_else(|| kilo(&other))?,
    );
    let is_information = |named: &units::Named| named.quantity.name == "Information";
    let is_pair = is_information(&from) && is_information(&to);
    is_pair.then(|| (format!("{other}{per}"), to.unit.factor / from.unit.factor))
}

/// `kB` and `KB` are one unit.
fn kilo(unit: &str) -> Option<units::Named> {
    let rest = unit.strip_prefix(['k', 'K'])?;
    let upper = units::find(&format!("K{rest}"));
    upper.or_else(|| units::find(&format!("k{rest}")))
}

/// A stated figure whose value is that of the other system.
fn stated(statement: &Statement) -> Option<String> {
    statement.rows.iter().find_map(|row| {
        let Some(Rule::Prints {
            text,
            unit_text,
            unit,
            ..
        }) = row.rules.first()
        else {
            return None;
        };
        let number = digits::parse(text)?;
        let (other, factor) = other(unit_text)?;
        let value = row.program.value().value / unit.value;
        let (here, there) = (
            (value - number).abs(),
            (value / factor - number).abs() * factor,
        );
        let stated = Figure::of(row)?.text;
        (there < here).then(|| {
            format!(
                "`{}` is printed as {stated}, and its value is nearer to {number} {other}: write \
                 {other} if that is meant",
                statement.name
            )
        })
    })
}

/// A number with its unit, and where it is from.
struct Sized {
    number: f64,
    text: String,
    /// The name of a constant.
    constant: Option<String>,
}

/// A number of a statement that stands beside the same number of the other system.
fn beside(working: &Working, statement: &Statement, registry: &Registry) -> Option<String> {
    let mut sizes: Vec<(Sized, &'static str)> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut open: Vec<&Statement> = [statement].into();
    let mut seen: Vec<usize> = Vec::new();
    while let Some(next) = open.pop() {
        for (step, _) in next.programs().flat_map(|program| &program.steps) {
            match step {
                Step::Local { statement, .. } => {
                    let is_let = working.statements[*statement].claim.is_none();
                    if is_let && !seen.contains(statement) {
                        seen.push(*statement);
                        open.push(&working.statements[*statement]);
                    }
                }
                Step::Number { text, unit } => sizes.extend(typed(text, unit)),
                Step::Outer(_) | Step::Rust(_) | Step::Call { .. } => {
                    names.push(name(step));
                }
                Step::Negate | Step::Binary(_) | Step::Builtin(..) | Step::If(_) => {}
            }
        }
    }
    // Between constants alone their sources decide.
    sizes.retain(|(_, unit)| other(unit).is_some());
    if !sizes.is_empty() {
        sizes.extend(names.iter().filter_map(|name| named(name, registry)));
    }
    sizes.iter().enumerate().find_map(|(index, (one, unit))| {
        let (other, _) = other(unit)?;
        let same = sizes[index + 1..]
            .iter()
            .find(|(size, unit)| size.number == one.number && *unit == other);
        let (same, _) = same?;
        let said = |size: &Sized| match &size.constant {
            Some(name) => format!("{} (`{name}`)", size.text),
            None => size.text.clone(),
        };
        Some(format!(
            "`{}` has both {} and {}: if they are the same thing, write it in one system",
            statement.name,
            said(one),
            said(same)
        ))
    })
}

fn typed(text: &str, unit: &'static str) -> Option<(Sized, &'static str)> {
    let size = Sized {
        number: digits::parse(text)?,
        text: mlsysim_language::number::join(text, unit),
        constant: None,
    };
    Some((size, unit))
}

/// The figure of a constant, as its page has it.
fn named(written: &str, registry: &Registry) -> Option<(Sized, &'static str)> {
    let meant = registry.meant(written, None);
    let [place] = &*meant.figures else {
        return None;
    };
    let unit = place.figure.unit?;
    let number = place.figure.expression.strip_suffix(unit)?.trim();
    let size = Sized {
        number: number.replace('_', "").parse().ok()?,
        text: place.figure.expression.into(),
        constant: Some(place.figure.path.into()),
    };
    Some((size, unit))
}

#[cfg(test)]
mod tests {
    use mlsysim_language::audit::Kind;

    use super::super::specimen::{audited, constant, found};
    use super::*;
    use crate::core::constants::Source;
    use crate::q;
    use crate::units::Information;
    use crate::units::dynamic::of;

    const MEMORY: Information = q!(80 GiB);

    crate::check! {
        let weights = 80 GB;

        /// {}
        capacity: 2 * MEMORY ~= 160 GB within 10%;

        /// {}
        in_gigabytes: 2 * MEMORY ~= 172 GB;

        /// {}
        half_of_it: MEMORY / 2 == 40 GiB;

        /// {}
        left: MEMORY - weights ~= 5.9 GB;

        /// {}
        also_left: MEMORY - 70 GB ~= 15.9 GB;
    }

    #[test]
    fn one_system_for_the_other_is_found() {
        let source = Source::convention("A round figure of the clinic");
        let memory = constant("MEMORY", (of(MEMORY), "80 GiB", "GiB"), source);
        let audit = audited(&[module_path!()], [memory], &[]);
        assert_eq!(
            found(Kind::System, &audit),
            [
                "capacity: `capacity` is printed as 160 GB, and its value is nearer to 160 GiB: \
                 write GiB if that is meant",
                "left: `left` has both 80 GB and 80 GiB (`MEMORY`): if they are the same thing, \
                 write it in one system",
            ]
        );
    }

    #[test]
    fn each_unit_has_its_other() {
        let name = |unit| other(unit).map(|(name, _)| name);
        assert_eq!(name("GB").as_deref(), Some("GiB"));
        assert_eq!(name("GiB/s").as_deref(), Some("GB/s"));
        assert_eq!(name("KB").as_deref(), Some("KiB"));
        assert_eq!(name("KiB").as_deref(), Some("kB"));
        assert_eq!(name("Mbit").as_deref(), Some("Mibit"));
        for unit in ["h", "B", "kg", "TFLOP", "", "µs", "GPUs"] {
            assert_eq!(name(unit), None, "{unit}");
        }
    }
}

//! One name with two values in two chapters.
//!
//! Claims and constants are found wherever they differ. A `let` is found where both chapters type a
//! number and the two are near: what is far apart is another example, as a fleet of 256 GPUs and
//! one of 10,000.

use std::collections::BTreeMap;
use std::format;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::audit::Kind;
use mlsysim_language::operation::nearly_equal;

use super::super::registry::{Place, is_of_the_library};
use super::figure::Figure;
use super::finding::{Finding, Site};
use super::subject::Subject;
use crate::claims::napkin::{Row, Shape};
use crate::units::dynamic::Dynamic;
use crate::viz::number::{automatic, with_unit};
use crate::viz::stated::literal_of;

/// What is typed twice and differs by more than this factor is meant to differ.
const NEAR: f64 = 2.0;

/// A value under its name.
struct Named<'a> {
    name: &'a str,
    site: Site,
    /// The chapter or the page of constants.
    place: &'a str,
    value: Dynamic,
    text: String,
    role: Role<'a>,
}

enum Role<'a> {
    Typed,
    Claim(&'a Row),
    Constant,
}

pub(super) fn findings(subject: &Subject) -> Vec<Finding> {
    let mut names: BTreeMap<&str, Vec<Named>> = BTreeMap::new();
    for named in statements(subject).into_iter().chain(constants(subject)) {
        names.entry(named.name).or_default().push(named);
    }
    let found = names.iter().filter_map(|(name, all)| {
        let (first, rest) = all.split_first()?;
        let other = rest.iter().find(|other| differ(first, other))?;
        Some(Finding {
            kind: Kind::Name,
            site: other.site.clone(),
            message: format!(
                "`{name}` is {} here and {} in `{}`: if they are the same thing, make it one \
                 constant, else give them two names",
                other.text, first.text, first.place
            ),
        })
    });
    found.collect()
}

/// The claims, and the `let`s that are typed numbers.
fn statements<'a>(subject: &Subject<'a>) -> Vec<Named<'a>> {
    let all = subject.workings().flat_map(|(_, working)| {
        let statements = working.statements.iter();
        statements.map(move |statement| (working, statement))
    });
    let named = all.filter_map(|(working, statement)| {
        let (Shape::One, [row]) = (statement.shape, &*statement.rows) else {
            return None;
        };
        let role = match (&statement.claim, literal_of(&row.program)) {
            (Some(_), _) => Role::Claim(row),
            (None, Some(_)) => Role::Typed,
            (None, None) => return None,
        };
        Some(Named {
            name: statement.name,
            site: Site::statement(working, statement),
            place: working.napkin.chapter(),
            value: row.program.value(),
            text: Figure::of(row)?.text,
            role,
        })
    });
    named.collect()
}

/// The constants of the book's own that are one figure.
fn constants<'a>(subject: &Subject<'a>) -> Vec<Named<'a>> {
    let all = subject.registry.constants.iter();
    let own = all.filter(|constant| !is_of_the_library(constant));
    let named = own.filter_map(|constant| {
        let figure = constant.figure("")?;
        let value = figure.value?;
        let text = match figure.unit {
            Some(_) => figure.expression.replace('_', ","),
            None => {
                let (number, unit) = automatic(value);
                with_unit(&number, &unit)
            }
        };
        Some(Named {
            name: constant.name,
            site: Site::constant(&Place { constant, figure }),
            place: constant.page(),
            value,
            text,
            role: Role::Constant,
        })
    });
    named.collect()
}

/// Whether two values in two places cannot both be what their name says.
fn differ(one: &Named, other: &Named) -> bool {
    let (a, b) = (one.value, other.value);
    let is_like = a.dimension == b.dimension;
    if one.place == other.place || (is_like && nearly_equal(a.value, b.value)) {
        return false;
    }
    let accepts = |row: &Row, value: Dynamic| row.rules.iter().all(|it| it.accepts(value.value));
    match (&one.role, &other.role) {
        (Role::Claim(first), Role::Claim(second)) => {
            // One may be printed to fewer digits.
            !(is_like && (accepts(first, b) || accepts(second, a)))
        }
        (Role::Typed, _) | (_, Role::Typed) => {
            let factor = (a.value / b.value).abs();
            is_like && (1.0 / NEAR..=NEAR).contains(&factor)
        }
        (Role::Claim(_) | Role::Constant, Role::Constant) | (Role::Constant, Role::Claim(_)) => {
            true
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use super::super::specimen::{audited, constant, found};
    use crate::core::constants::Source;
    use crate::q;
    use crate::units::Time;
    use crate::units::dynamic::of;

    mod first {
        crate::check! {
            let step = 2 s;
            let fleet = 256 GPUs;
            let size = 2 B;
            let lifetime = 50_000 h;

            /// {}
            rate: fleet / step == 128 GPUs/s;

            /// {}
            share: size / 3 B ~= 66.7%;

            /// {}
            failures: fleet / lifetime ~= 0.00512 GPUs/h;
        }
    }

    mod second {
        crate::check! {
            let step = 1.5 s;
            let fleet = 10_000 GPUs;
            let size = 3 tokens;

            /// {}
            rate: fleet / step ~= 6_667 GPUs/s;

            /// {}
            share: size / 4.5 tokens ~= 67%;
        }
    }

    #[test]
    fn a_name_has_one_value_in_the_whole_book() {
        let here = module_path!();
        let modules = [
            std::format!("{here}::first"),
            std::format!("{here}::second"),
        ];
        let modules = [&*modules[0], &*modules[1]];
        let life: Time = q!(60_000 h);
        let source = || Source::convention("A round figure of the clinic");
        let own = constant("lifetime", (of(life), "60_000 h", "h"), source());
        let audit = audited(&modules, [own], &[]);
        let place = "book::audit::names::tests::first";
        let same = "if they are the same thing, make it one constant, else give them two names";
        // A fleet of another size and a size of something else are other examples; 66.7% is 67%.
        assert_eq!(
            found(Kind::Name, &audit),
            [
                std::format!("step: `step` is 1.5 s here and 2 s in `{place}`: {same}"),
                std::format!(
                    "rate: `rate` is 6,667 GPUs/s here and 128 GPUs/s in `{place}`: {same}"
                ),
                std::format!(
                    "lifetime: `lifetime` is 60,000 h here and 50,000 h in `{place}`: {same}"
                ),
            ]
        );
    }
}

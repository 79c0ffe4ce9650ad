//! More digits than the inputs carry.
//!
//! A figure of four digits says that the fourth is known. It is not, where an input has two digits
//! or less, and a tenth of what they leave open moves the figure. A number with a decimal point is
//! taken as measured, a whole number of a block as chosen, and so as exact; of an estimate the
//! zeros at its end count for nothing.

use std::format;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::audit::Kind;

use super::super::chapter::Claim;
use super::figure::Figure;
use super::finding::{Finding, Site};
use super::subject::Subject;
use crate::claims::napkin::{Row, Rule};
use crate::claims::precision::{Written, overstated};
use crate::core::constants::SourceKind;

/// So many digits say more than a napkin knows.
const MANY: i32 = 4;

/// So many digits are few.
const FEW: usize = 2;

/// Only a figure that has a digit too many for sure is found.
const SURE: f64 = 0.1;

pub(super) fn findings(subject: &Subject) -> Vec<Finding> {
    let claims = subject.claims();
    claims
        .filter_map(|claim| finding(subject, &claim))
        .collect()
}

fn finding(subject: &Subject, claim: &Claim) -> Option<Finding> {
    let mut rows = claim.statement.rows.iter();
    let (row, digits) = rows.find_map(|row| {
        let digits = digits_of(row)?;
        (digits >= MANY).then_some((row, digits))
    })?;
    let open = |written: Written| match written {
        Written::Number(text) if text.contains('.') => open(text, false),
        Written::Number(_) => None,
        Written::Constant(name) => {
            let meant = subject.registry.meant(name, None);
            let [place] = &*meant.figures else {
                return None;
            };
            let unit = place.figure.unit?;
            let number = place.figure.expression.replace('_', "");
            let text = number.replacen(unit, "", 1);
            let text = text.trim().trim_start_matches('$').trim();
            let kind = place.constant.source.map(|source| source.kind);
            match kind == Some(SourceKind::Estimate) {
                true => open(text, true),
                false if text.contains('.') => open(text, false),
                false => None,
            }
        }
    };
    let name = overstated(&claim.working.statements, claim.index, &open);
    let name: String = name.into_iter().next()?;
    let stated = Figure::of(row)?.text;
    Some(Finding {
        kind: Kind::Digits,
        site: Site::statement(claim.working, claim.statement),
        message: format!(
            "`{}` is printed as {stated}, to {digits} digits, and `{name}` has {FEW} at most: \
             print fewer",
            claim.statement.name,
        ),
    })
}

/// To how many digits a row is printed.
fn digits_of(row: &Row) -> Option<i32> {
    let Some(Rule::Prints { low, high, .. }) = row.rules.first() else {
        return None;
    };
    let (size, width) = (f64::midpoint(*low, *high).abs(), high - low);
    // 5 h stands for values between 4.5 h and 5.5 h.
    let digits =
        crate::units::math::floor(crate::units::math::log10(size / width * 1.000_001)) + 1.0;
    (digits.is_finite() && digits >= 1.0).then_some(digits as i32)
}

/// Which share of a number of few digits a tenth of half a unit of its last one is.
fn open(text: &str, zeros_are_open: bool) -> Option<f64> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let mantissa = mantissa.replace([',', '_'], "");
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let significant = digits.trim_start_matches('0');
    let is_whole = !mantissa.contains('.');
    let known = match zeros_are_open && is_whole {
        true => significant.trim_end_matches('0'),
        false => significant,
    };
    if known.is_empty() || known.len() > FEW || exponent.parse::<i32>().is_err() {
        return None;
    }
    let size: f64 = known.parse().ok()?;
    Some(SURE * 0.5 / size)
}

#[cfg(test)]
mod tests {
    use super::*;

    use super::super::specimen::{audited, constant, found};
    use crate::core::constants::Source;
    use crate::q;
    use crate::units::Time;
    use crate::units::dynamic::of;

    const REPAIR: Time = q!(50_000 s);

    crate::check! {
        let step = 1.2 s;
        let steps = 5_003;

        /// {}
        run: steps * step ~= 100.06 min;

        /// {}
        run_in_hours: steps * step ~= 1.67 h;

        /// {}
        exact: steps * 3 s ~= 15_009 s;

        /// {}
        repairs: 3 * REPAIR ~= 41.67 h;
    }

    #[test]
    fn four_digits_from_two_are_found() {
        let repair = |source| constant("REPAIR", (of(REPAIR), "50_000 s", "s"), source);
        let found = |source| {
            let audit = audited(&[module_path!()], [repair(source)], &[]);
            found(Kind::Digits, &audit)
        };
        let run = "run: `run` is printed as 100.06 min, to 5 digits, and `step` has 2 at most: \
                   print fewer";
        // A round figure of a convention is exact, the zeros of an estimate are not known.
        let convention = Source::convention("A round figure of the clinic");
        assert_eq!(found(convention), [run]);
        let estimate = Source::estimate("Put together from Smith (2020)");
        let repairs = "repairs: `repairs` is printed as 41.67 h, to 4 digits, and `REPAIR` has 2 \
                       at most: print fewer";
        assert_eq!(found(estimate), [run, repairs]);
    }

    #[test]
    fn digits_are_counted() {
        assert_eq!(open("1.2", false), Some(0.05 / 12.0));
        assert_eq!(open("0.012", false), Some(0.05 / 12.0));
        assert_eq!(open("1.20", false), None);
        assert_eq!(open("5e24", false), Some(0.01));
        assert_eq!(open("50_000", false), None);
        assert_eq!(open("50_000", true), Some(0.01));
        assert_eq!(open("0", true), None);
    }
}

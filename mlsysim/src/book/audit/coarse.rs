//! A figure so coarse that an input may be off by two percent without anybody who notices.
//!
//! A `let` or a number of a claim is held by the claims of its block; a constant by those of the
//! whole book. One claim that is tight is enough. What nobody holds is said of the claim that would
//! notice first: that one needs a digit more.

use std::collections::BTreeMap;
use std::format;
use std::string::String;
use std::vec::Vec;

use mlsysim_language::audit::Kind;

use super::super::chapter::Working;
use super::super::registry::last;
use super::finding::{Finding, Site};
use super::subject::Subject;
use crate::claims::notice::{Noticed, Origin, noticed};
use crate::claims::slack::slacks;

/// So many inputs are named.
const NAMED: usize = 3;

/// An input with the blocks that it goes into.
type Uses<'a> = Vec<(&'a Working, Noticed)>;

pub(super) fn findings(subject: &Subject) -> Vec<Finding> {
    let mut inputs: Vec<Uses> = Vec::new();
    // By their names without modules.
    let mut constants: BTreeMap<String, Uses> = BTreeMap::new();
    for (_, working) in subject.workings() {
        for input in noticed(&working.statements) {
            match &input.origin {
                Origin::Block => inputs.push([(working, input)].into()),
                Origin::Outside(name) => {
                    let uses = constants.entry(last(name).into()).or_default();
                    uses.push((working, input));
                }
            }
        }
    }
    inputs.extend(constants.into_values());
    let mut coarse: BTreeMap<Site, Vec<Unseen>> = BTreeMap::new();
    for uses in &inputs {
        if let Some((site, unseen)) = unseen(uses) {
            coarse.entry(site).or_default().push(unseen);
        }
    }
    let findings = coarse.into_iter().map(|(site, inputs)| Finding {
        kind: Kind::Coarse,
        message: message(&site.name, &inputs),
        site,
    });
    findings.collect()
}

/// An input that nobody holds.
struct Unseen {
    name: String,
    is_count: bool,
    /// From where on the claim notices; none where it never does.
    limit: Option<f64>,
}

/// The claim that would notice first, if none notices in time.
fn unseen(uses: &Uses) -> Option<(Site, Unseen)> {
    let (working, first) = uses.first()?;
    let fall = uses.iter().any(|(_, input)| input.fall);
    let rise = uses.iter().any(|(_, input)| input.rise);
    if fall && rise {
        return None;
    }
    let mut nearest: Option<(f64, &Working, usize)> = None;
    for (working, input) in uses {
        for claim in &input.claims {
            let known = slacks(&working.statements, *claim).known;
            let Some(slack) = known.into_iter().find(|it| it.name == input.name) else {
                continue;
            };
            let down = slack.down.filter(|_| !fall);
            let up = slack.up.filter(|_| !rise);
            for limit in down.into_iter().chain(up) {
                let limit = limit - 1.0;
                if nearest.is_none_or(|(least, ..)| limit.abs() < least.abs()) {
                    nearest = Some((limit, working, *claim));
                }
            }
        }
    }
    let (limit, working, claim) = match nearest {
        Some((limit, working, claim)) => (Some(limit), working, claim),
        None => (None, *working, *first.claims.first()?),
    };
    let site = Site::statement(working, &working.statements[claim]);
    let unseen = Unseen {
        name: first.name.clone(),
        is_count: first.is_count,
        limit,
    };
    Some((site, unseen))
}

fn message(claim: &str, inputs: &[Unseen]) -> String {
    let names = inputs.iter().take(NAMED);
    let mut names: Vec<String> = names.map(|input| format!("`{}`", input.name)).collect();
    if inputs.len() > NAMED {
        names.push(format!("{} more", inputs.len() - NAMED));
    }
    let names = names.join(" or ");
    let counts = inputs.iter().filter(|input| input.is_count).count();
    let step = match counts {
        0 => "2%",
        all if all == inputs.len() => "one",
        _ => "2% or by one",
    };
    let limits = inputs.iter().filter_map(|input| input.limit);
    let first = limits.min_by(|a, b| a.abs().total_cmp(&b.abs()));
    match first {
        Some(limit) => format!(
            "nobody notices where {names} is off by {step}, `{claim}` only from {:+.1}% on: give \
             it a digit more",
            100.0 * limit
        ),
        None => format!(
            "nobody notices where {names} is off by {step}, and `{claim}` never does: claim \
             something else that follows from it"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use super::super::specimen::{audited, found};
    use crate::q;
    use crate::units::Time;

    const LIFE: Time = q!(50_000 h);
    const REPAIR: Time = q!(20 min);

    crate::check! {
        let fleet = 10_000;

        /// {}
        interval: LIFE / fleet ~= 5 h;

        /// {}
        share: REPAIR / interval in 6% ..= 7%;
    }

    crate::check! {
        let racks = 6;
        let spare = 3;

        /// {}
        life_in_years: LIFE ~= 5.70 Julian_years;

        /// {}
        all: racks + spare == 9;

        /// {}
        in_part: spare / 7 ~= 0.4;
    }

    #[test]
    fn an_input_that_nobody_holds_is_found() {
        let audit = audited(&[module_path!()], [], &[]);
        // The second block holds `LIFE`, and `spare` to the last one.
        assert_eq!(
            found(Kind::Coarse, &audit),
            [
                "share: nobody notices where `fleet` or `REPAIR` is off by 2%, `share` only from \
                 +5.0% on: give it a digit more",
                "in_part: nobody notices where `7` is off by one, `in_part` only from +22.4% on: \
                 give it a digit more",
            ]
        );
    }

    #[test]
    fn what_never_breaks_and_what_is_many_is_said_so() {
        let unseen = |name: &str, is_count, limit| Unseen {
            name: name.into(),
            is_count,
            limit,
        };
        assert_eq!(
            message("share", &[unseen("fleet", false, None)]),
            "nobody notices where `fleet` is off by 2%, and `share` never does: claim something \
             else that follows from it"
        );
        let one = |name| unseen(name, false, Some(-0.09));
        let many = [
            one("a"),
            one("b"),
            unseen("c", true, Some(0.5)),
            one("d"),
            one("e"),
        ];
        assert_eq!(
            message("share", &many),
            "nobody notices where `a` or `b` or `c` or 2 more is off by 2% or by one, `share` only \
             from -9.0% on: give it a digit more"
        );
    }
}

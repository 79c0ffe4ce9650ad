//! Claims that hold and yet say too little, or mislead.
//!
//! `subject` is what is looked at, each rule has a file of its own, `acceptance` takes out what an
//! author accepts, and `finding` is what is left.

mod acceptance;
mod coarse;
mod digits;
mod figure;
mod finding;
mod names;
mod one_sided;
mod operands;
mod prints;
mod shares;
mod sources;
#[cfg(test)]
mod specimen;
mod subject;
mod sums;
mod systems;

use std::vec::Vec;

use mlsysim_language::audit::Kind;

pub(super) use acceptance::{Accepted, Idle};
pub(super) use finding::{Finding, Site};
pub(super) use subject::Subject;

/// What an audit found.
#[derive(Debug)]
pub(super) struct Audit {
    pub(super) open: Vec<Finding>,
    pub(super) accepted: Vec<Accepted>,
    /// Acceptances that nothing needs.
    pub(super) idle: Vec<Idle>,
}

impl Audit {
    /// What of it is of some kinds.
    pub(super) fn only(mut self, kinds: &[Kind]) -> Audit {
        self.open.retain(|finding| kinds.contains(&finding.kind));
        self.accepted.retain(|it| kinds.contains(&it.finding.kind));
        self.idle
            .retain(|it| it.kind.is_some_and(|kind| kinds.contains(&kind)));
        self
    }
}

/// Looks at a book.
pub(super) fn audit(subject: &Subject) -> Audit {
    let rules: [fn(&Subject) -> Vec<Finding>; 10] = [
        one_sided::findings,
        coarse::findings,
        operands::findings,
        sums::findings,
        shares::findings,
        names::findings,
        digits::findings,
        systems::findings,
        prints::findings,
        sources::findings,
    ];
    let mut findings: Vec<Finding> = rules.iter().flat_map(|rule| rule(subject)).collect();
    findings.sort_by(|a, b| (&a.site, a.kind, &a.message).cmp(&(&b.site, b.kind, &b.message)));
    let (open, accepted, idle) = acceptance::sort(subject, findings);
    Audit {
        open,
        accepted,
        idle,
    }
}

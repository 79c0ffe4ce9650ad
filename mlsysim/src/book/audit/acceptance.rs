//! What authors accept, and what of it nothing needs.

use std::collections::BTreeSet;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use mlsysim_language::audit::Kind;

use super::super::registry::{Place, is_of_the_library};
use super::finding::{Finding, Site};
use super::subject::Subject;

/// A finding with the reason why it stays.
#[derive(Debug, PartialEq)]
pub(in super::super) struct Accepted {
    pub(in super::super) finding: Finding,
    pub(in super::super) why: String,
}

/// What an author accepts.
struct Acceptance {
    kind: Kind,
    why: String,
    /// What it stands at.
    site: Site,
    /// The line to report.
    line: usize,
}

/// Something that is said to an audit and does not say what it should.
#[derive(Debug, PartialEq)]
pub(in super::super) struct Idle {
    /// What it accepts; none where that is not understood.
    pub(in super::super) kind: Option<Kind>,
    pub(in super::super) site: Site,
    pub(in super::super) message: String,
}

/// The findings that are open, those that are accepted, and acceptances that nothing needs.
pub(super) fn sort(
    subject: &Subject,
    findings: Vec<Finding>,
) -> (Vec<Finding>, Vec<Accepted>, Vec<Idle>) {
    let (acceptances, mut idle) = acceptances(subject);
    let (mut open, mut accepted) = (Vec::new(), Vec::new());
    let mut used = BTreeSet::new();
    for finding in findings {
        let mut all = acceptances.iter().enumerate();
        let found = all.find(|(_, it)| it.kind == finding.kind && it.site == finding.site);
        match found {
            Some((index, acceptance)) => {
                used.insert(index);
                let why = acceptance.why.clone();
                accepted.push(Accepted { finding, why });
            }
            None => open.push(finding),
        }
    }
    for (index, acceptance) in acceptances.into_iter().enumerate() {
        if !used.contains(&index) {
            let way_out = acceptance.site.acceptance(acceptance.kind);
            idle.push(Idle {
                kind: Some(acceptance.kind),
                site: Site {
                    line: acceptance.line,
                    ..acceptance.site
                },
                message: format!("nothing needs `{way_out}`: leave it out"),
            });
        }
    }
    (open, accepted, idle)
}

fn acceptances(subject: &Subject) -> (Vec<Acceptance>, Vec<Idle>) {
    let (mut all, mut wrong) = (Vec::new(), Vec::new());
    let mut add = |site: Site, accepted: &[(Kind, &str)]| {
        for (kind, why) in accepted {
            all.push(Acceptance {
                kind: *kind,
                why: why.to_string(),
                line: site.line,
                site: site.clone(),
            });
        }
    };
    for (_, working) in subject.workings() {
        for statement in &working.statements {
            add(Site::statement(working, statement), &statement.accepted);
        }
    }
    let constants = subject.registry.constants.iter();
    // What the library accepts of its own constants is no matter of a book.
    for constant in constants.filter(|it| !is_of_the_library(it)) {
        if let Some(figure) = constant.figures.first() {
            add(
                Site::constant(&Place { constant, figure }),
                &constant.accepted,
            );
        }
    }
    for page in &subject.pages {
        for remark in &page.survey.remarks {
            let site = Site::page(page.survey);
            let kind = remark
                .accepted
                .as_ref()
                .map(|(kind, why)| (Kind::from_word(kind), why));
            match kind {
                Some((Some(kind), why)) => all.push(Acceptance {
                    kind,
                    why: why.clone(),
                    line: remark.line,
                    site,
                }),
                Some((None, _)) | None => wrong.push(Idle {
                    kind: None,
                    site: Site {
                        line: remark.line,
                        ..site
                    },
                    message: format!(
                        "this remark accepts nothing: write `<!-- audit: accept page \"why\" -->`; \
                         the findings are {}",
                        Kind::list(&Kind::ALL)
                    ),
                }),
            }
        }
    }
    (all, wrong)
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{audited, constant};
    use super::*;
    use crate::core::constants::{Constant, Source};
    use crate::q;
    use crate::units::Time;
    use crate::units::dynamic::of;
    use std::string::String;
    use std::vec::Vec;

    const LIFE: Time = q!(50_000 h);

    crate::check! {
        #[accept(one_sided = "nobody cares")]
        let fleet = 10_000;

        /// {}
        #[accept(coarse = "any fleet of that size")]
        interval: LIFE / fleet ~= 5 h;

        /// {}
        life_in_years: LIFE ~= 5.70 Julian_years;
    }

    fn life(accepted: Vec<(Kind, &'static str)>) -> Constant {
        let source = Source::estimate("What it seems to be");
        Constant {
            accepted,
            ..constant("LIFE", (of(LIFE), "50_000 h", "h"), source)
        }
    }

    #[test]
    fn a_finding_is_accepted_where_it_is() {
        let here = [module_path!()];
        let audit = audited(&here, [life([(Kind::Source, "it is so")].into())], &[]);
        let why = |it: &super::Accepted| (it.finding.site.name.clone(), it.why.clone());
        let accepted: Vec<(String, String)> = audit.accepted.iter().map(why).collect();
        let pair = |name: &str, why: &str| (String::from(name), String::from(why));
        assert_eq!(
            accepted,
            [
                pair("interval", "any fleet of that size"),
                pair("LIFE", "it is so")
            ]
        );
        let said = |audit: &super::super::Audit| -> Vec<String> {
            audit.idle.iter().map(|it| it.message.clone()).collect()
        };
        let one_sided = "nothing needs `#[accept(one_sided = \"why\")]`: leave it out";
        assert_eq!(said(&audit), [one_sided]);
        let idle = audited(&here, [life([(Kind::Name, "it is so")].into())], &[]);
        assert_eq!(idle.accepted.len(), 1);
        let name = "nothing needs `#[accept(name = \"why\")]`: leave it out";
        assert_eq!(said(&idle), [one_sided, name]);
    }

    #[test]
    fn a_page_accepts_what_is_found_of_it() {
        let here = [module_path!()];
        let of = |remark: &str| {
            let text = std::format!("# A\n\n{remark}\n\nIt takes 5 h.\n");
            let audit = audited(&here, [], &[("a.qmd", &text)]);
            let is_page = |it: &&super::Accepted| it.finding.site.name.is_empty();
            let idle = audit
                .idle
                .iter()
                .filter(|it| it.site.file.ends_with("a.qmd"));
            let idle: Vec<(usize, String)> =
                idle.map(|it| (it.site.line, it.message.clone())).collect();
            (audit.accepted.iter().filter(is_page).count(), idle)
        };
        assert_eq!(
            of("<!-- audit: accept page \"a letter\" -->"),
            (1, [].into())
        );
        let idle = "nothing needs `<!-- audit: accept sum \"why\" -->`: leave it out";
        assert_eq!(
            of("<!-- audit: accept sum \"a letter\" -->"),
            (0, [(3, idle.into())].into())
        );
        let (accepted, wrong) = of("<!-- audit: accept pages \"a letter\" -->");
        assert_eq!((accepted, wrong.len(), wrong[0].0), (0, 1, 3));
        assert!(wrong[0].1.starts_with("this remark accepts nothing: write"));
    }
}

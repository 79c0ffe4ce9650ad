//! `audit`: what holds and yet says too little, or misleads.

use std::format;
use std::process::ExitCode;
use std::string::{String, ToString};
use std::time::{SystemTime, UNIX_EPOCH};
use std::vec::Vec;

use clap_builder::{Arg, ArgAction, ArgMatches, Command};
use mlsysim_language::audit::Kind;
use serde_json::{Value as Json, json};

use super::super::audit::{Accepted, Audit, Finding, Idle, Site, Subject, audit};
use super::super::chapter::chapters;
use super::super::edition::{Book, shown};
use super::super::error::{Error, counted};
use super::super::page::{Problem, surveys};
use super::super::registry::Registry;
use super::super::say::say;
use super::super::variables::Variables;
use super::super::verdict;
use super::{format, json_flag};

pub(in super::super) fn arguments() -> Command {
    let kinds = Arg::new("kinds")
        .value_name("KINDS")
        .num_args(0..)
        .value_parser(Kind::ALL.map(Kind::word))
        .hide_possible_values(true)
        .help("Which findings to list; all if none is given");
    let accepted = Arg::new("accepted")
        .long("accepted")
        .action(ArgAction::SetTrue)
        .conflicts_with("format")
        .help("List what is accepted as well, with the reasons");
    Command::new("audit")
        .about("Find what holds and yet says too little, or misleads")
        .arg(kinds)
        .arg(accepted)
        .arg(format::argument())
        .arg(json_flag())
        .after_help(
            "Example: {run} audit\n\
             lists all findings, `audit operands sum` those of two kinds, and exits with 1 where one\n\
             is open. A finding is accepted with its kind, which stands in brackets, and a reason:\n\
             `#[accept(coarse = \"why\")]` above the `let`, the claim or the constant that it names,\n\
             `<!-- audit: accept page \"why\" -->` on a page.\n\n\
             one_sided   a value that is bounded on one side only\n\
             coarse      an input that may be off by 2% without a claim that notices\n\
             operands    a result that does not follow from what is printed beside it\n\
             sum         a sum, or shares of a whole, that do not add up as printed\n\
             name        one name with two values in two chapters\n\
             digits      four digits or more from an input that has two\n\
             system      a figure of GB that fits in GiB, or the reverse\n\
             unprinted   a claim that no page prints and nothing follows from\n\
             page        a page without claims or chapter, a chapter without a page\n\
             source      a constant whose source is missing, weak or old",
        )
}

pub(in super::super) fn run(book: &Book, given: &ArgMatches) -> Result<ExitCode, Error> {
    let chapters = chapters()?;
    // Of a claim that is broken nothing else can be said.
    verdict::verify(&chapters)?;
    let registry = Registry::read()?;
    let variables = Variables::of(&chapters)?;
    let surveys = surveys(&book.folder())?;
    let mut found = audit(&Subject::new(
        &chapters,
        &registry,
        &variables,
        &surveys,
        this_year(),
    ));
    let kinds = given.get_many::<String>("kinds").unwrap_or_default();
    let kinds: Vec<Kind> = kinds.filter_map(|word| Kind::from_word(word)).collect();
    if !kinds.is_empty() {
        found = found.only(&kinds);
    }
    say(&match given.get_flag("json") {
        true => format!("{:#}\n", as_json(&found)),
        false => as_text(&found, format::is_github(given), given.get_flag("accepted")),
    });
    Ok(match found.open.is_empty() && found.idle.is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// The year of the clock: near its turn the hours of a time zone do not matter.
fn this_year() -> u16 {
    const SECONDS: u64 = 31_556_952;
    let passed = SystemTime::now().duration_since(UNIX_EPOCH);
    let years = passed.map_or(0, |passed| passed.as_secs() / SECONDS);
    u16::try_from(1970 + years).unwrap_or(u16::MAX)
}

/// A line of the list.
fn problem(site: &Site, message: String) -> Problem {
    Problem {
        file: shown(&site.file),
        line: site.line,
        column: 1,
        message,
    }
}

fn finding_line(finding: &Finding) -> Problem {
    let Finding {
        kind,
        site,
        message,
    } = finding;
    problem(site, format!("{message} [{}]", kind.word()))
}

fn as_text(found: &Audit, is_github: bool, with_accepted: bool) -> String {
    let open = found.open.iter().map(finding_line);
    let idle = found.idle.iter();
    let idle = idle.map(|Idle { site, message, .. }| problem(site, message.clone()));
    let mut problems: Vec<Problem> = open.chain(idle).collect();
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    let lines = problems.iter().map(|it| format::line(it, is_github));
    let mut text: String = lines.collect();
    if !text.is_empty() {
        text.push('\n');
    }
    if with_accepted && !found.accepted.is_empty() {
        for Accepted { finding, why } in &found.accepted {
            text.push_str(&format::line(&finding_line(finding), false));
            text.push_str(&format!("    accepted: {why}\n"));
        }
        text.push('\n');
    }
    let open = counted(problems.len(), "finding", "findings");
    text + &format!("{open} open, {} accepted\n", found.accepted.len())
}

fn as_json(found: &Audit) -> Json {
    let place = |site: &Site| (shown(&site.file).display().to_string(), site.line);
    let finding = |finding: &Finding, why: Option<&str>| {
        let (file, line) = place(&finding.site);
        let mut json = json!({
            "kind": finding.kind.word(),
            "file": file,
            "line": line,
            "name": finding.site.name,
            "message": finding.message,
        });
        if let Some(why) = why {
            json["why"] = why.into();
        }
        json
    };
    let idle = found.idle.iter().map(|Idle { site, message, .. }| {
        let (file, line) = place(site);
        json!({ "file": file, "line": line, "message": message })
    });
    let open = found.open.iter().map(|it| finding(it, None));
    let accepted = found.accepted.iter();
    let accepted = accepted.map(|it| finding(&it.finding, Some(&it.why)));
    json!({
        "findings": open.collect::<Vec<_>>(),
        "accepted": accepted.collect::<Vec<_>>(),
        "idle": idle.collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn example() -> Audit {
        let site = |line, name: &str| Site {
            file: Path::new("src/a.rs").into(),
            line,
            name: name.into(),
        };
        let finding = |line, name| Finding {
            kind: Kind::Coarse,
            site: site(line, name),
            message: format!("nobody notices {name} at 2%"),
        };
        Audit {
            open: [finding(9, "fleet")].into(),
            accepted: [Accepted {
                finding: finding(4, "mttf"),
                why: "a round figure".into(),
            }]
            .into(),
            idle: [Idle {
                kind: Some(Kind::OneSided),
                site: site(5, "interval"),
                message: "nothing needs it".into(),
            }]
            .into(),
        }
    }

    const OPEN: &str = "src/a.rs:5:1: nothing needs it\n\
                        src/a.rs:9:1: nobody notices fleet at 2% [coarse]\n";

    #[test]
    fn findings_are_listed_by_their_lines() {
        // The tests may run in a terminal.
        console::set_colors_enabled(false);
        let found = example();
        let end = "2 findings open, 1 accepted\n";
        assert_eq!(as_text(&found, false, false), format!("{OPEN}\n{end}"));
        assert_eq!(
            as_text(&found, false, true),
            format!(
                "{OPEN}\nsrc/a.rs:4:1: nobody notices mttf at 2% [coarse]\n    \
                 accepted: a round figure\n\n{end}"
            )
        );
        assert!(as_text(&found, true, false).starts_with(
            "::error file=src/a.rs,line=5,col=1::nothing needs it\n\
             ::error file=src/a.rs,line=9,col=1::nobody notices fleet at 2%25 [coarse]\n"
        ));
        let none = Audit {
            open: Vec::new(),
            accepted: Vec::new(),
            idle: Vec::new(),
        };
        assert_eq!(as_text(&none, false, true), "0 findings open, 0 accepted\n");
    }

    #[test]
    fn json_has_the_reasons() {
        assert_eq!(
            as_json(&example()),
            json!({
                "findings": [{
                    "kind": "coarse", "file": "src/a.rs", "line": 9, "name": "fleet",
                    "message": "nobody notices fleet at 2%",
                }],
                "accepted": [{
                    "kind": "coarse", "file": "src/a.rs", "line": 4, "name": "mttf",
                    "message": "nobody notices mttf at 2%", "why": "a round figure",
                }],
                "idle": [{ "file": "src/a.rs", "line": 5, "message": "nothing needs it" }],
            })
        );
    }

    #[test]
    fn the_help_has_every_kind_and_only_some_can_be_listed() {
        let help = arguments().render_long_help().to_string();
        for kind in Kind::ALL {
            let line = format!("\n{:<12}", kind.word());
            assert!(help.contains(&line), "{}", kind.word());
        }
        let count = |kinds: &[Kind]| {
            let found = example().only(kinds);
            (found.open.len(), found.accepted.len(), found.idle.len())
        };
        assert_eq!(count(&[Kind::Coarse]), (1, 1, 0));
        assert_eq!(count(&[Kind::OneSided, Kind::Sum]), (0, 0, 1));
    }

    #[test]
    fn the_clock_gives_a_year() {
        assert!((2026..2200).contains(&this_year()), "{}", this_year());
    }
}

//! `errata`: the wrong figures of the printed edition.

use std::format;
use std::path::Path;
use std::process::ExitCode;
use std::string::String;
use std::vec::Vec;

use clap_builder::{ArgMatches, Command};
use serde_json::{Value as Json, json};

use super::super::chapter::{Chapter, Claim, chapters};
use super::super::edition::shown;
use super::super::errata::{Figure, figures};
use super::super::error::{Error, counted};
use super::super::plain::plain;
use super::super::proportion::by_how_much;
use super::super::say::say;
use super::super::text::{one_line, sentence};
use super::json_flag;

pub(in super::super) fn arguments() -> Command {
    Command::new("errata")
        .about("List what the printed edition says wrongly, and what is right")
        .arg(json_flag())
        .after_help(
            "Example: {run} errata\n\
             shows for each the figure as printed and as it should be, by how much the right one\n\
             differs, whether it is cut off, rounded up or wrong, and its note.",
        )
}

pub(in super::super) fn run(given: &ArgMatches) -> Result<ExitCode, Error> {
    let chapters = chapters()?;
    let mut errata = Vec::new();
    for claim in chapters.iter().flat_map(Chapter::claims) {
        let text = plain(&sentence(&claim)?);
        for published in &claim.record.published {
            for figure in figures(&claim, published) {
                let note = plain(&one_line(published.note));
                errata.push(Erratum {
                    claim,
                    sentence: text.clone(),
                    figure,
                    note,
                });
            }
        }
    }
    match given.get_flag("json") {
        true => {
            let all: Vec<Json> = errata.iter().map(Erratum::json).collect();
            say(&format!("{:#}\n", json!({ "errata": all })));
        }
        false => {
            let head = counted(errata.len(), "figure is wrong", "figures are wrong");
            say(&format!("{head}\n"));
            errata.iter().for_each(|erratum| say(&erratum.text()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

struct Erratum<'a> {
    claim: Claim<'a>,
    sentence: String,
    figure: Figure,
    note: String,
}

impl Erratum<'_> {
    fn place(&self) -> (String, usize) {
        let file = shown(Path::new(self.claim.working.napkin.file));
        (format!("{}", file.display()), self.claim.statement.line)
    }

    fn text(&self) -> String {
        let (file, line) = self.place();
        let values = self.figure.values;
        let by = values.map_or(String::new(), |(printed, right)| {
            by_how_much(printed, right)
        });
        let note = match self.note.is_empty() {
            true => String::new(),
            false => format!("    {}\n", self.note),
        };
        format!(
            "\n{}  {file}:{line}\n    {}\n    printed {}, right {}{by}: {}\n{note}",
            self.claim.path(),
            self.sentence,
            plain(&self.figure.printed),
            plain(&self.figure.right),
            self.figure.class.word(),
        )
    }

    fn json(&self) -> Json {
        let (file, line) = self.place();
        let (printed, right) = self.figure.values.unzip();
        json!({
            "claim": self.claim.path(),
            "file": file,
            "line": line,
            "sentence": self.sentence,
            "printed": { "text": plain(&self.figure.printed), "base": printed },
            "right": { "text": plain(&self.figure.right), "base": right },
            "class": self.figure.class.word(),
            "note": self.note,
        })
    }
}

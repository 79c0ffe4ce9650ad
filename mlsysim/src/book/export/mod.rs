//! The claims of the book for other programs: JSON, LaTeX, CSV.

mod claims_json;
mod csv;
mod latex;
mod quantity;
mod uses;
mod values;

use std::path::Path;
use std::string::String;

use super::chapter::Chapter;
use super::edition::Book;
use super::error::Error;
use super::registry::Registry;
use super::verdict;
use uses::Figures;

/// In which form the claims are exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Everything, by the schema in `mlsysim/docs/claims.schema.json`.
    Json,
    /// A file that a LaTeX book reads.
    Latex,
    /// A row for each number.
    Csv,
}

impl Format {
    /// All of them.
    pub(super) const ALL: [Format; 3] = [Format::Json, Format::Latex, Format::Csv];

    /// As the command line names it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Latex => "latex",
            Format::Csv => "csv",
        }
    }

    /// The file that it is written to where none is named.
    pub(super) fn file(self) -> &'static str {
        match self {
            Format::Json => "claims.json",
            Format::Latex => "claims.tex",
            Format::Csv => "claims.csv",
        }
    }

    /// The form of a file with this name.
    pub(super) fn of_file(file: &Path) -> Option<Format> {
        let ending = file.extension()?;
        let mut all = Format::ALL.into_iter();
        all.find(|format| Path::new(format.file()).extension() == Some(ending))
    }

    /// Whether a file's content is an export of an earlier run.
    pub(super) fn is_ours(self) -> fn(&[u8]) -> bool {
        match self {
            Format::Json => |content| {
                let json = serde_json::from_slice::<serde_json::Value>(content);
                json.is_ok_and(|json| {
                    let generator = json["generator"].as_str();
                    generator.is_some_and(|it| it.starts_with("mlsysim "))
                })
            },
            Format::Latex => |content| content.starts_with(latex::MARK.as_bytes()),
            Format::Csv => |content| content.starts_with(csv::HEAD.as_bytes()),
        }
    }

    /// The whole file; JSON may have the slack of each input, which takes a while.
    pub(super) fn text(
        self,
        book: &Book,
        chapters: &[Chapter],
        registry: &Registry,
        with_slack: bool,
    ) -> Result<String, Error> {
        let figures = || Figures::of(chapters, registry);
        match self {
            // It says of each claim whether it holds.
            Format::Json => claims_json::text(book, chapters, &figures(), with_slack),
            Format::Latex => {
                verdict::verify(chapters)?;
                latex::text(chapters)
            }
            Format::Csv => {
                verdict::verify(chapters)?;
                csv::text(chapters, &figures())
            }
        }
    }
}

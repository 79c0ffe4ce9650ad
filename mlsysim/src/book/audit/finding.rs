//! A finding, and what it is about.

use std::path::{Path, PathBuf};
use std::string::{String, ToString};

use mlsysim_language::audit::Kind;

use super::super::chapter::Working;
use super::super::page::Survey;
use super::super::registry::Place;
use crate::claims::napkin::Statement;

/// Something that holds and yet says too little, or misleads.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Finding {
    pub(in super::super) kind: Kind,
    pub(in super::super) site: Site,
    /// What it is, and what to do.
    pub(in super::super) message: String,
}

/// What a finding is about: there it is accepted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) struct Site {
    pub(in super::super) file: PathBuf,
    pub(in super::super) line: usize,
    /// Of a `let`, a claim or a constant; a page has none.
    pub(in super::super) name: String,
}

impl Site {
    pub(super) fn statement(working: &Working, statement: &Statement) -> Site {
        Site {
            file: Path::new(working.napkin.file).to_path_buf(),
            line: statement.line,
            name: statement.name.to_string(),
        }
    }

    pub(super) fn constant(place: &Place) -> Site {
        Site {
            file: Path::new(place.constant.file).to_path_buf(),
            line: usize::try_from(place.constant.line).unwrap_or(usize::MAX),
            name: place.constant.name.to_string(),
        }
    }

    pub(super) fn page(survey: &Survey) -> Site {
        Site {
            file: survey.file.clone(),
            line: 1,
            name: String::new(),
        }
    }

    /// How its author accepts a finding there.
    pub(super) fn acceptance(&self, kind: Kind) -> String {
        let word = kind.word();
        match self.name.is_empty() {
            true => std::format!("<!-- audit: accept {word} \"why\" -->"),
            false => std::format!("#[accept({word} = \"why\")]"),
        }
    }
}

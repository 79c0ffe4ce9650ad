//! Which files of a folder are ours.

use super::names::{GENERATED, VARIABLES};
use crate::book::chapter::{is_device, valid};
use crate::book::error::LONGEST_NAME;

/// Which files of a folder are ours; nothing else in it is ever touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::book) enum Territory {
    /// What pages include: the variables, and `_generated`.
    Includes,
    /// A folder of HTML.
    Preview,
}

impl Territory {
    /// The folder of the drafts and of the manifest, below the output folder.
    pub(super) fn top(self) -> &'static str {
        match self {
            Territory::Includes => GENERATED,
            Territory::Preview => "",
        }
    }

    /// The manifest's path below the output folder.
    pub(super) fn manifest(self) -> &'static str {
        match self {
            Territory::Includes => "_generated/_manifest.txt",
            Territory::Preview => "_manifest.txt",
        }
    }

    /// Whether a path can be that of a file of ours.
    pub(super) fn holds(self, path: &str) -> bool {
        match self {
            Territory::Includes => is_include(path),
            Territory::Preview => is_preview(path),
        }
    }
}

fn is_include(path: &str) -> bool {
    if path == VARIABLES {
        return true;
    }
    let mut parts = path.split('/');
    let (Some(GENERATED), Some(file)) = (parts.next(), parts.next_back()) else {
        return false;
    };
    let is_name = |name: &str| valid(name, "").is_ok();
    parts.all(is_name) && file.strip_suffix(".qmd").is_some_and(is_name)
}

/// The ends of what a preview is made of.
const ENDS: [&str; 3] = [".html", ".css", ".js"];

/// Pages have names that an author chose, and no claim's.
fn is_preview(path: &str) -> bool {
    if path == ".gitignore" {
        return true;
    }
    let mut parts = path.split('/');
    let Some(file) = parts.next_back() else {
        return false;
    };
    let is_letter = |c: char| !c.is_control() && !"\\:*?\"<>|".contains(c);
    let is_name = |name: &str| {
        let stem = name.split('.').next().unwrap_or("");
        name.chars().all(is_letter)
            && name.len() <= LONGEST_NAME
            && !name.starts_with(['.', ' '])
            && !name.ends_with(['.', ' '])
            && !name.is_empty()
            && !is_device(stem)
    };
    parts.all(is_name) && ENDS.iter().any(|end| file.ends_with(end)) && is_name(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_page_leads_out_of_the_preview() {
        for path in ["index.html", "vol 1/ö-é.html", "_style.css", ".gitignore"] {
            assert!(Territory::Preview.holds(path), "{path}");
        }
        for path in [
            "../x.html",
            "/x.html",
            "a//x.html",
            "a/./x.html",
            ".x.html",
            "a\\..\\x.html",
            "C:x.html",
            "x.qmd",
            "nul.html",
            "a/.git/x.html",
            "x.html ",
            "",
            "a/\nx.html",
        ] {
            assert!(!Territory::Preview.holds(path), "{path}");
        }
    }
}

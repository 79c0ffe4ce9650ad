//! Whether the pages name only what exists.

use std::collections::BTreeSet;
use std::fmt;
use std::format;
use std::path::{Component, Path, PathBuf};
use std::string::{String, ToString};
use std::vec::Vec;

use super::error::Error;
use super::nearest::nearest;
use super::output::{self, GENERATED};
use super::shortcode::{Shortcode, scan};

/// A mistake in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The page.
    pub file: PathBuf,
    /// Counted from one.
    pub line: usize,
    /// In characters, counted from one.
    pub column: usize,
    /// What is wrong, and what was probably meant.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.display();
        write!(f, "{file}:{}:{}: {}", self.line, self.column, self.message)
    }
}

/// What pages may name.
pub(super) struct Known {
    /// Paths of variables.
    pub(super) variables: BTreeSet<String>,
    /// Generated files, by path below the book's folder.
    pub(super) includes: BTreeSet<String>,
}

/// Every mistake in the pages below a folder.
pub(super) fn problems(folder: &Path, known: &Known) -> Result<Vec<Problem>, Error> {
    let mut problems = Vec::new();
    for page in pages(folder)? {
        let bytes = output::read(&page)?;
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
                problems.push(Problem {
                    line: valid.iter().filter(|byte| **byte == b'\n').count() + 1,
                    column: 1,
                    message: "the page is not UTF-8 from here on: save it as UTF-8".into(),
                    file: page,
                });
                continue;
            }
        };
        for found in scan(&text) {
            let message = match &found.shortcode {
                Ok(shortcode) => wrong(shortcode, folder, &page, known),
                Err(malformed) => Some(malformed.to_string()),
            };
            problems.extend(message.map(|message| Problem {
                file: page.clone(),
                line: found.line,
                column: found.column,
                message,
            }));
        }
    }
    Ok(problems)
}

/// The pages below a folder; what Quarto or we generated is none.
pub(super) fn pages(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut pages = Vec::new();
    if !folder.is_dir() {
        return Ok(pages);
    }
    for path in output::entries(folder)? {
        let name = path.file_name().map(|name| name.to_string_lossy());
        let name = name.unwrap_or_default();
        let is_generated = matches!(&*name, GENERATED | "_book" | "_site" | "_freeze");
        if is_generated || name.starts_with('.') {
            continue;
        }
        if path.is_dir() && !path.is_symlink() {
            pages.extend(self::pages(&path)?);
        } else if path.is_file() && path.extension().is_some_and(|end| end == "qmd") {
            pages.push(path);
        }
    }
    Ok(pages)
}

fn wrong(shortcode: &Shortcode, folder: &Path, page: &Path, known: &Known) -> Option<String> {
    match (&*shortcode.name, &*shortcode.arguments) {
        ("var", [name]) => unknown_variable(name, known),
        ("var", _) => Some("`var` takes one name: `{{< var vol1.chapter.name >}}`".into()),
        ("include", [_]) if !shortcode.alone => {
            Some("an `include` stands alone on its line".into())
        }
        ("include", [path]) => unknown_include(path, folder, page, known),
        ("include", _) => {
            Some("`include` takes one path: `{{< include /_generated/errata.qmd >}}`".into())
        }
        _ => None,
    }
}

fn unknown_variable(name: &str, known: &Known) -> Option<String> {
    if known.variables.contains(name) {
        return None;
    }
    let branch = format!("{name}.");
    if known
        .variables
        .iter()
        .any(|variable| variable.starts_with(&branch))
    {
        return Some(format!(
            "`{name}` is a chapter or a volume, and has no text of its own"
        ));
    }
    let nearest = nearest(name, known.variables.iter().map(String::as_str));
    Some(format!(
        "unknown variable `{name}`{}",
        suggestion(nearest.map(str::to_string))
    ))
}

fn unknown_include(path: &str, folder: &Path, page: &Path, known: &Known) -> Option<String> {
    let below = page
        .parent()
        .and_then(|parent| parent.strip_prefix(folder).ok());
    let start = if path.starts_with('/') {
        Path::new("")
    } else {
        below.unwrap_or(Path::new(""))
    };
    let Some(file) = resolved(start, path) else {
        return Some(format!("`{path}` lies outside of the book's folder"));
    };
    if known.includes.contains(&file) {
        return None;
    }
    // What the last run generated and this one does not is about to be removed.
    let is_stale = file.starts_with(&format!("{GENERATED}/"));
    if !is_stale && folder.join(&file).is_file() {
        return None;
    }
    let nearest = nearest(&file, known.includes.iter().map(String::as_str));
    Some(format!(
        "there is no file `{path}` to include{}",
        suggestion(nearest.map(|file| format!("/{file}")))
    ))
}

fn suggestion(nearest: Option<String>) -> String {
    nearest.map_or_else(String::new, |name| format!("; the nearest is `{name}`"))
}

/// A path below the book's folder with `/` between names, `None` if it leads out.
fn resolved(start: &Path, path: &str) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for part in start.join(path.trim_start_matches('/')).components() {
        match part {
            Component::Normal(name) => names.push(name.to_str()?.to_string()),
            Component::ParentDir => {
                names.pop()?;
            }
            Component::CurDir => {}
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(names.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let chapter = folder.path().join("vol1");
        std::fs::create_dir(&chapter).unwrap();
        std::fs::write(chapter.join("training.qmd"), page).unwrap();
        std::fs::write(chapter.join("own.qmd"), "words").unwrap();
        let known = Known {
            variables: ["vol1.training.fleet", "vol1.training.days"]
                .map(String::from)
                .into(),
            includes: ["_generated/vol1/training/days.qmd".to_string()].into(),
        };
        let problems = problems(folder.path(), &known).unwrap();
        problems
            .iter()
            .map(|problem| format!("{}:{}: {}", problem.line, problem.column, problem.message))
            .collect()
    }

    #[test]
    fn a_page_that_names_what_exists_is_right() {
        let page = "It takes {{< var vol1.training.days >}}. {{< meta title >}}\n\n\
                    {{< include /_generated/vol1/training/days.qmd >}}\n\n\
                    {{< include ../_generated/vol1/training/days.qmd >}}\n\n\
                    {{< include own.qmd >}}\n";
        assert!(check(page).is_empty());
    }

    #[test]
    fn mistakes_are_reported_with_what_was_meant() {
        let page = "It takes {{< var vol1.training.day >}}.\n\
                    {{< var training.fleet >}} {{< var vol1.training >}} {{< var >}}\n\
                    See {{< include own.qmd >}}\n\
                    {{< include /_generated/vol1/training/day.qmd >}}\n\
                    {{< include ../../own.qmd >}}\n\
                    {{< var vol1.training.days\n";
        assert_eq!(
            check(page),
            [
                "1:10: unknown variable `vol1.training.day`; the nearest is `vol1.training.days`",
                "2:1: unknown variable `training.fleet`; the nearest is `vol1.training.fleet`",
                "2:28: `vol1.training` is a chapter or a volume, and has no text of its own",
                "2:54: `var` takes one name: `{{< var vol1.chapter.name >}}`",
                "3:5: an `include` stands alone on its line",
                "4:1: there is no file `/_generated/vol1/training/day.qmd` to include; \
                 the nearest is `/_generated/vol1/training/days.qmd`",
                "5:1: `../../own.qmd` lies outside of the book's folder",
                "6:1: `{{<` has no `>}}` on its line",
            ]
        );
    }
}

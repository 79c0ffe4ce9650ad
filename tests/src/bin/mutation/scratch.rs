//! A copy of the workspace in which one mutant after the other is tried.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::find::Mutant;

/// What becomes of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A claim no longer holds.
    BrokenClaim,
    /// It does not compile for another reason: a dimension or a domain.
    OtherError,
    /// Everything passes; whether any value changed is not known yet.
    Passed,
    /// Everything passes, with other values than before.
    Survived,
    /// Everything passes, because no value changed.
    Unreached,
}

/// A test appended to the chapters, which lists every value of every napkin.
const VALUES: &str = "
#[cfg(test)]
mod values_for_mutation {
    #[test]
    fn values() {
        for napkin in mlsysim::claims::napkin::NAPKINS {
            // Also what the macro has computed, which is not among the napkin's values.
            for statement in napkin.statements() {
                for value in statement.values() {
                    println!(\"value {:e}\", value.value);
                }
            }
        }
    }
}
";

/// A copy of the sources, with build results that stay warm.
pub struct Scratch {
    folder: TempDir,
    values: String,
}

impl Scratch {
    pub fn new(workspace: &Path) -> Result<Self, String> {
        let folder = TempDir::with_prefix("mutation-").map_err(|error| error.to_string())?;
        for name in [
            "Cargo.toml",
            "Cargo.lock",
            "rust-toolchain.toml",
            "README.md",
        ] {
            if workspace.join(name).exists() {
                copy(&workspace.join(name), &folder.path().join(name))?;
            }
        }
        for name in ["mlsysim", "mlsysim-macros", "chapters", "tests"] {
            copy(&workspace.join(name), &folder.path().join(name))?;
        }
        let mut scratch = Scratch {
            folder,
            values: String::new(),
        };
        let main = scratch.path("chapters/src/main.rs");
        let text = fs::read_to_string(&main).map_err(|error| error.to_string())?;
        write(&main, &(text + VALUES))?;
        let check = scratch.cargo(&["check"])?;
        if !check.status.success() {
            let text = String::from_utf8_lossy(&check.stderr);
            return Err(format!("the chapters fail before any change:\n{text}"));
        }
        scratch.values = scratch.values().ok_or("the chapters have no values")?;
        Ok(scratch)
    }

    /// Tries one mutant.
    pub fn judge(&self, mutant: &Mutant) -> Result<Verdict, String> {
        let check = self.with(&[mutant], || self.cargo(&["check"]))??;
        Ok(if check.status.success() {
            Verdict::Passed
        } else if String::from_utf8_lossy(&check.stderr).contains("panicked: claim `") {
            Verdict::BrokenClaim
        } else {
            Verdict::OtherError
        })
    }

    /// Whether any value of any napkin changes under all the mutants at once.
    pub fn changes_a_value(&self, mutants: &[&Mutant]) -> Result<bool, String> {
        let values = self.with(mutants, || self.values())?;
        Ok(values.as_ref() != Some(&self.values))
    }

    /// Applies the mutants, which are in the order of files and offsets, for as long as `run` takes.
    fn with<T>(&self, mutants: &[&Mutant], run: impl FnOnce() -> T) -> Result<T, String> {
        let mut originals: Vec<(PathBuf, String)> = Vec::new();
        let mut changed: Vec<String> = Vec::new();
        for mutant in mutants.iter().rev() {
            let path = self.path(&mutant.file);
            if originals.last().is_none_or(|(last, _)| *last != path) {
                let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
                changed.push(text.clone());
                originals.push((path, text));
            }
            if let Some(text) = changed.last_mut() {
                text.replace_range(mutant.start..mutant.end, &mutant.replacement);
            }
        }
        for ((path, _), text) in originals.iter().zip(&changed) {
            write(path, text)?;
        }
        let result = run();
        for (path, text) in &originals {
            write(path, text)?;
        }
        Ok(result)
    }

    /// Every value of the chapters, or nothing if they do not compile.
    fn values(&self) -> Option<String> {
        // Claims may break where several mutants meet; their values still count.
        let features = ["--features", "mlsysim/deferred"];
        let run = ["values_for_mutation", "--", "--nocapture"];
        let output = self
            .cargo(&[&["test"], &features[..], &run[..]].concat())
            .ok()?;
        let text = String::from_utf8_lossy(&output.stdout);
        let values = text.lines().filter_map(|line| line.split_once("value "));
        let values: Vec<&str> = values.map(|(_, value)| value).collect();
        (!values.is_empty()).then(|| values.join("\n"))
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    fn cargo(&self, arguments: &[&str]) -> Result<Output, String> {
        let (command, rest) = arguments.split_first().ok_or("a command")?;
        Command::new(env!("CARGO"))
            .args([
                command,
                "--offline",
                "--quiet",
                "--color=never",
                "-p",
                "chapters",
            ])
            .args(rest)
            .current_dir(self.folder.path())
            .env("CARGO_TARGET_DIR", self.path("target"))
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .output()
            .map_err(|error| format!("cargo does not run: {error}"))
    }
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let described = |error: std::io::Error| format!("{}: {error}", from.display());
    if !from.is_dir() {
        return fs::copy(from, to).map(drop).map_err(described);
    }
    fs::create_dir_all(to).map_err(described)?;
    for entry in fs::read_dir(from).map_err(described)? {
        let entry = entry.map_err(described)?;
        if entry.file_name() != "target" {
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

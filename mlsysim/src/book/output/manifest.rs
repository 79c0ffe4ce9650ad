//! The manifest: which files of the output folder are ours, and what we wrote into them.
//!
//! A text beside the files, committed with them, with a line for each:
//!
//! ```text
//! 9e3779b97f4a7c15  _generated/vol1/training/days.qmd
//! ```
//!
//! A file is ours only while its content still has the sum that stands here, so
//! neither a copy nor an edited file is ever taken for one of ours. A line that is
//! not understood, such as what a merge leaves, names no file and makes nothing
//! ours; a path may stand more than once, and each of its sums counts.

use std::collections::{BTreeMap, BTreeSet};
use std::format;
use std::string::{String, ToString};

use super::territory::Territory;

const HEAD: &str = "# What mlsysim wrote here, and the sum of each text. A file that was changed since is left alone.\n";

/// The sums by path.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Manifest {
    files: BTreeMap<String, BTreeSet<u64>>,
}

impl Manifest {
    /// Reads what an earlier run wrote, whatever has become of it.
    pub(super) fn parse(text: &[u8], territory: Territory) -> Manifest {
        let mut manifest = Manifest::default();
        let text = String::from_utf8_lossy(text);
        for (sum, path) in text.lines().filter_map(|line| line.split_once("  ")) {
            if let (Some(sum), true) = (parsed(sum), territory.holds(path)) {
                manifest.add(path, sum);
            }
        }
        manifest
    }

    /// Whether a text is a manifest, and no file of an author's.
    pub(super) fn is_one(text: &[u8]) -> bool {
        String::from_utf8_lossy(text)
            .lines()
            .any(|line| line == HEAD.trim_end())
    }

    pub(super) fn add(&mut self, path: &str, sum: u64) {
        self.files.entry(path.to_string()).or_default().insert(sum);
    }

    /// Everything of two manifests.
    pub(super) fn joined(mut self, other: &Manifest) -> Manifest {
        for (path, sums) in &other.files {
            self.files.entry(path.clone()).or_default().extend(sums);
        }
        self
    }

    /// Whether we wrote a file at this path, whatever is in it now.
    pub(super) fn lists(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether the file at this path is as we wrote it.
    pub(super) fn wrote(&self, path: &str, content: &[u8]) -> bool {
        self.files
            .get(path)
            .is_some_and(|sums| sums.contains(&sum(content)))
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    pub(super) fn text(&self) -> String {
        let mut text = HEAD.to_string();
        for (path, sums) in &self.files {
            for sum in sums {
                text.push_str(&format!("{sum:016x}  {path}\n"));
            }
        }
        text
    }
}

/// Exactly as [`Manifest::text`] writes it.
fn parsed(sum: &str) -> Option<u64> {
    let is_hexadecimal = sum.len() == 16 && sum.chars().all(|c| c.is_ascii_hexdigit());
    is_hexadecimal
        .then(|| u64::from_str_radix(sum, 16).ok())
        .flatten()
}

/// FNV-1a with 64 bits. Line ends count as one character, as a checkout may change them.
pub(super) fn sum(content: &[u8]) -> u64 {
    let mut sum = 0xcbf2_9ce4_8422_2325_u64;
    let mut at = 0;
    // No iterators: megabytes go through here, and a debug build has them too.
    while at < content.len() {
        let byte = content[at];
        at += 1;
        if byte != b'\r' || content.get(at) != Some(&b'\n') {
            sum = (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    sum
}

/// Whether two texts are one but for the line ends.
pub(super) fn same(one: &[u8], other: &[u8]) -> bool {
    one == other || unified(one).eq(unified(other))
}

/// `\r\n` as `\n`.
fn unified(content: &[u8]) -> impl Iterator<Item = u8> {
    let next = content.iter().skip(1).map(Some).chain([None]);
    let pairs = content.iter().zip(next);
    pairs
        .filter(|pair| !matches!(pair, (b'\r', Some(b'\n'))))
        .map(|(byte, _)| *byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Manifest {
        Manifest::parse(text.as_bytes(), Territory::Includes)
    }

    #[test]
    fn what_is_written_is_read() {
        let mut manifest = Manifest::default();
        manifest.add("_variables.yml", sum(b"a: 1\n"));
        manifest.add("_generated/vol1/x.qmd", sum(b"x"));
        assert_eq!(parse(&manifest.text()), manifest);
        assert!(Manifest::is_one(manifest.text().as_bytes()));
        assert!(manifest.wrote("_variables.yml", b"a: 1\r\n"));
        assert!(!manifest.wrote("_variables.yml", b"a: 1"));
        assert!(!manifest.wrote("_generated/x.qmd", b"x"));
    }

    /// The reference vectors of the function's authors.
    #[test]
    fn sums_are_those_of_every_release() {
        assert_eq!(sum(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(sum(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(sum(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_merge_leaves_both_sums() {
        let text = "<<<<<<< ours\n000000000000000a  _generated/x.qmd\n=======\n\
                    000000000000000b  _generated/x.qmd\n>>>>>>> theirs\n";
        let manifest = parse(text);
        assert_eq!(manifest.files["_generated/x.qmd"], [10, 11].into());
        assert_eq!(manifest.files.len(), 1);
    }

    #[test]
    fn no_line_leads_out_of_the_folder() {
        for path in [
            "../x.qmd",
            "_generated/../x.qmd",
            "/etc/x.qmd",
            "_generated//x.qmd",
            "_generated/x.md",
            "_generated/.qmd",
            "_generated/a\\..\\x.qmd",
            "vol1/x.qmd",
            "_generated",
            "_generated/_manifest.txt",
            "",
        ] {
            let line = format!("000000000000000a  {path}\n");
            assert_eq!(parse(&line), Manifest::default(), "{path}");
        }
        for sum in ["a", "+00000000000000a", "00000000000000000a", "wxyz"] {
            let line = format!("{sum}  _generated/x.qmd\n");
            assert_eq!(parse(&line), Manifest::default());
        }
    }
}

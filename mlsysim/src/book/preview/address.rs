//! Addresses of pages and files, as links write them.

use std::format;
use std::path::{Component, Path};
use std::string::{String, ToString};
use std::vec::Vec;

/// The path of a page in the preview: `vol1/training.qmd` is `vol1/training.html`.
pub(super) fn of_page(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    format!("{stem}.html")
}

/// The way from one page of the preview to another, as a link.
pub(super) fn link(from: &str, to: &str) -> String {
    let (target, anchor) = match to.split_once('#') {
        Some((target, anchor)) => (target, format!("#{}", encoded(anchor))),
        None => (to, String::new()),
    };
    if target == from && !anchor.is_empty() {
        return anchor;
    }
    let folders = |path: &str| path.matches('/').count();
    let mut common = 0;
    let names = from.split_inclusive('/').zip(target.split_inclusive('/'));
    for (one, other) in names {
        if one != other || !one.ends_with('/') {
            break;
        }
        common += one.len();
    }
    let up = "../".repeat(folders(&from[common..]));
    format!("{up}{}{anchor}", encoded(&target[common..]))
}

/// The way from a folder to another, each absolute, with a `/` at its end; none if they have no
/// folder in common, as on two disks.
pub(super) fn way(from: &Path, to: &Path) -> Option<String> {
    let names = |path: &Path| -> Option<Vec<String>> {
        let names = path.components().map(|part| match part {
            Component::Normal(name) => name.to_str().map(String::from),
            Component::Prefix(prefix) => prefix.as_os_str().to_str().map(String::from),
            Component::RootDir => Some(String::new()),
            Component::CurDir | Component::ParentDir => None,
        });
        names.collect()
    };
    let (from, to) = (names(from)?, names(to)?);
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if common == 0 {
        return None;
    }
    let mut way = "../".repeat(from.len() - common);
    for name in &to[common..] {
        way.push_str(&encoded(name));
        way.push('/');
    }
    Some(way)
}

/// Each byte that an address keeps for itself as `%20`.
pub(super) fn encoded(path: &str) -> String {
    let mut text = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => text.push(char::from(byte)),
            b'/' | b'-' | b'_' | b'.' | b'~' | b'+' | b',' => text.push(char::from(byte)),
            byte => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

/// Whether a link of a page leads elsewhere than to a file of the book.
pub(super) fn is_elsewhere(link: &str) -> bool {
    let scheme = link.split(['/', '?', '#']).next().unwrap_or_default();
    link.starts_with(['#', '/']) || link.is_empty() || scheme.contains(':')
}

/// A link of an author's with what stands behind a `#` or a `?` apart.
pub(super) fn parts(link: &str) -> (String, String) {
    let end = link.find(['#', '?']).unwrap_or(link.len());
    (link[..end].to_string(), link[end..].to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative() {
        assert_eq!(of_page("vol1/a.b.qmd"), "vol1/a.b.html");
        assert_eq!(
            link("vol1/a.html", "vol2/b c.html#x"),
            "../vol2/b%20c.html#x"
        );
        assert_eq!(link("vol1/a.html", "vol1/c/b.html"), "c/b.html");
        assert_eq!(link("vol1/c/b.html", "vol1/a.html"), "../a.html");
        assert_eq!(link("a.html", "a.html#eq-x"), "#eq-x");
        assert_eq!(link("a.html", "index.html"), "index.html");
        let way = |from: &str, to: &str| way(Path::new(from), Path::new(to)).unwrap();
        assert_eq!(way("/b/book/_preview", "/b/book"), "../");
        assert_eq!(way("/out", "/b/my book"), "../b/my%20book/");
        assert_eq!(way("/b", "/b"), "");
        assert!(
            is_elsewhere("https://a.b/c.qmd") && is_elsewhere("mailto:a") && is_elsewhere("#x")
        );
        assert!(!is_elsewhere("a/b.qmd#c:d"));
        assert_eq!(parts("a.qmd#b"), ("a.qmd".into(), "#b".into()));
    }
}

//! Paths as pages write them.

use std::path::{Component, Path};
use std::string::{String, ToString};
use std::vec::Vec;

/// What a page names, as a path below the book's folder with `/` between names.
///
/// `None` if it leads out.
pub(super) fn resolved(page: &str, path: &str) -> Option<String> {
    let start = match path.starts_with('/') {
        true => "",
        false => page.rsplit_once('/').map_or("", |(folder, _)| folder),
    };
    let mut names: Vec<String> = Vec::new();
    let relative = path.trim_start_matches('/');
    for part in Path::new(start).join(relative).components() {
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

    #[test]
    fn a_path_stays_in_the_book() {
        let from = |path| resolved("vol1/training.qmd", path);
        assert_eq!(from("a.qmd").as_deref(), Some("vol1/a.qmd"));
        assert_eq!(from("./../b/a.qmd").as_deref(), Some("b/a.qmd"));
        assert_eq!(from("//a.qmd").as_deref(), Some("a.qmd"));
        assert_eq!(from("../../a.qmd"), None);
    }
}

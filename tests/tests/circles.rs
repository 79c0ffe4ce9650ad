//! No circle of files: what a file uses does not use the file, not even by a detour.
//!
//! Files are found by the `mod` lines that name them. A path leads to the file of the last module
//! in it; a name that a module only hands on leads to the file that it comes from. Tests may use
//! what they like, and so may `__private`: what the macros write names it, and it names the rest.

#[path = "circles/graph.rs"]
mod graph;

use std::path::Path;

use graph::Crate;

fn circles(source: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(source);
    let read = Crate::read(&root).expect("a crate of modules");
    assert!(read.files() > 5, "{source} has files");
    read.circles()
}

#[test]
fn the_language_has_no_circle_of_files() {
    assert_eq!(circles("mlsysim/language/src/lib.rs"), [""; 0]);
}

#[test]
fn the_reader_of_pages_has_no_circle_of_files() {
    assert_eq!(circles("mlsysim/prose/src/lib.rs"), [""; 0]);
}

#[test]
fn the_macros_have_no_circle_of_files() {
    assert_eq!(circles("mlsysim-macros/src/lib.rs"), [""; 0]);
}

#[test]
fn the_library_has_no_circle_of_files() {
    assert_eq!(circles("mlsysim/src/lib.rs"), [""; 0]);
}

#[test]
fn a_circle_is_found_through_names_that_are_handed_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("a file");
    };
    write("lib.rs", "mod a; mod b; mod c; pub use a::One;");
    write("a.rs", "use crate::b; pub struct One; fn f() { b::g() }");
    write(
        "b.rs",
        "pub fn g() {} #[cfg(test)] mod tests { use crate::a::One; }",
    );
    write("c.rs", "fn h() { super::b::g() }");
    let found = |folder: &Path| {
        Crate::read(&folder.join("lib.rs"))
            .expect("modules")
            .circles()
    };
    assert_eq!(found(folder.path()), [""; 0]);
    write("b.rs", "use super::One; pub fn g() -> One { One }");
    assert_eq!(found(folder.path()), ["a.rs -> b.rs -> a.rs"]);
}

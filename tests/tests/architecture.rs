//! The page on the architecture names only what is there.

use std::fs;
use std::path::Path;

#[test]
fn every_path_of_the_page_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = fs::read_to_string(root.join("mlsysim/docs/architecture.md")).expect("the page");
    let spans = page.split('`').skip(1).step_by(2);
    let paths = spans.filter(|span| span.contains('/') && !span.contains(' '));
    let mut count = 0;
    for path in paths {
        assert!(root.join(path).exists(), "{path} is not there");
        count += 1;
    }
    assert!(count > 30, "{count} paths");
}

//! Every message that an author can meet, word for word beside its mistake.
//!
//! After a change of wording, run `cargo run -p mlsysim-tests --bin renew` and read the
//! difference as an author would.

use std::path::Path;

#[test]
fn mistakes_are_reported_in_words_and_their_legal_twins_run() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    cases.compile_fail("ui/check/*.rs");
    cases.compile_fail("ui/q/*.rs");
    cases.compile_fail("ui/formula/*.rs");
    cases.compile_fail("ui/constants/*.rs");
    cases.compile_fail("ui/units/*.rs");
}

/// What stays behind when a case is renamed is compared with nothing.
#[test]
fn every_golden_stands_beside_its_mistake() {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let mut count = 0;
    for folder in std::fs::read_dir(ui).expect("the folder of the cases") {
        for file in std::fs::read_dir(folder.expect("a folder").path()).expect("cases") {
            let file = file.expect("a case").path();
            if file.extension().is_some_and(|end| end == "stderr") {
                count += 1;
                assert!(file.with_extension("rs").exists(), "{}", file.display());
            }
        }
    }
    assert!(count > 100, "{count} goldens");
}

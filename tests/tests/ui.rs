//! Every message that an author can meet, word for word beside its mistake.
//!
//! After a change of wording, run `TRYBUILD=overwrite cargo test -p mlsysim-tests --test ui`
//! and read the difference as an author would.

#[test]
fn mistakes_are_reported_in_words_and_their_legal_twins_run() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    cases.compile_fail("ui/check/*.rs");
    cases.compile_fail("ui/q/*.rs");
    cases.compile_fail("ui/formula/*.rs");
    cases.compile_fail("ui/constants/*.rs");
}

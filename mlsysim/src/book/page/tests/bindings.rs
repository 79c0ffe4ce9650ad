//! Which numbers of a page are bound, and to what.

use std::string::ToString;
use std::vec;

use super::super::binding::Bindings;
use super::super::binding::bindings;
use super::super::stated::Stated;
use super::*;

fn bound(page: &str) -> Bindings {
    let page = Page::new("vol1/training.qmd".into(), page.into());
    bindings(&page, Path::new(""), &known(), &Stated::of(&known()))
}

#[test]
fn what_is_inserted_or_marked_is_bound() {
    let found = bound(
        "In 2023 the {{< var vol1.training.fleet >}} ran for \
         [19.2 days]{.claim id=vol1.training.days} on [8 nodes]{.exempt} (Section 4.2).",
    );
    assert_eq!((found.bound, found.exempt), (2, 3));
    assert!(found.unbound.is_empty() && found.problems.is_empty());
}

#[test]
fn the_innermost_mark_counts() {
    let found =
        bound("4 h, [5 h, [6 h]{.exempt}, 7 h, [8 h]{.other} and [9 h]{.exempt}]{.claim} or 10 h");
    let unbound: Vec<&str> = found.unbound.iter().map(|it| it.text.as_str()).collect();
    assert_eq!((unbound, found.exempt), (vec!["4 h", "10 h"], 2));
}

#[test]
fn a_typed_number_is_found_with_the_claim_that_says_it() {
    let found = bound("Ü runs on 10,000\u{a0}GPUs\nfor 19 days.");
    let unbound = found.unbound.iter();
    let unbound = unbound.map(|it| (it.line, it.column, it.text.as_str(), it.same.clone()));
    assert_eq!(
        unbound.collect::<Vec<_>>(),
        [
            (
                1,
                11,
                "10,000\u{a0}GPUs",
                vec!["vol1.training.fleet".to_string()]
            ),
            (2, 5, "19 days", vec![]),
        ]
    );
    assert_eq!(found.bound, 0);
}

#[test]
fn a_mark_says_what_its_claim_says() {
    let message = |page: &str| {
        let found = bound(page);
        let problem = found.problems.first().expect("a problem");
        assert_eq!(found.bound, 0);
        problem.message.clone()
    };
    assert_eq!(
        message("[19 days]{.claim id=vol1.training.days}"),
        "`19 days` is marked as `vol1.training.days`, which prints 19.2 days"
    );
    assert_eq!(
        message("[19.2 days]{.claim id=vol1.training.day}"),
        "the mark names `vol1.training.day`, which is no variable; the nearest is \
         `vol1.training.days`"
    );
    assert_eq!(
        message(r"[$19\,\text{days}$]{.claim id=vol1.training.days}"),
        r"`$19\,\text{days}$` is marked as `vol1.training.days`, which prints 19.2 days"
    );
    assert_eq!(
        bound(r"[$19.2\,\text{days}$]{.claim id=vol1.training.days}").bound,
        1
    );
    assert!(message("[19.2 days]{.claim}").starts_with("the mark names no claim"));
}

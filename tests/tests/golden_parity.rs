//! Every formula of the Python package mlsysim 0.3.0 against ours, vector by vector.
//!
//! Reads `golden/formulas.json`, or the file that `MLSYSIM_GOLDEN` names. A
//! formula of the file that the table below does not know, an argument that its
//! row does not read, and a difference above one in a billion are failures.
//! `cargo test -p mlsysim-tests --test golden_parity -- --nocapture` prints the
//! worst difference of each formula.

mod golden;

use std::panic::{AssertUnwindSafe, catch_unwind};

use golden::answer::compare;
use golden::peer::FORMULAS;
use golden::vectors::{self, Vector};

/// The largest relative difference that passes.
const TOLERANCE: f64 = 1e-9;

#[test]
fn formulas_agree_with_the_reference() {
    let formulas = vectors::read();
    assert!(!formulas.is_empty(), "the file holds no formula");
    let mut failures = Vec::new();
    println!("{:<42} {:>7}  worst difference", "formula", "vectors");
    for (name, vectors) in &formulas {
        assert!(!vectors.is_empty(), "`{name}` has no vector");
        match worst_difference(name, vectors) {
            Ok(worst) => println!("{name:<42} {:>7}  {worst:.1e}", vectors.len()),
            Err(failure) => {
                println!("{name:<42} {:>7}  FAILS", vectors.len());
                failures.push(failure);
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {} formulas fail\n{}",
        failures.len(),
        formulas.len(),
        failures.join("\n")
    );
}

fn worst_difference(name: &str, vectors: &[Vector]) -> Result<f64, String> {
    let Some((_, formula)) = FORMULAS.iter().find(|(peer, _)| *peer == name) else {
        return Err(format!("`{name}` is not in the table of `golden/peer.rs`"));
    };
    let mut worst = 0.0_f64;
    for (index, vector) in vectors.iter().enumerate() {
        let failure = |what: String| format!("`{name}`, vector {index}: {what}");
        let answer = catch_unwind(AssertUnwindSafe(|| formula(vector)))
            .map_err(|_| failure("it panics; see above".to_owned()))?;
        let unread = vector.unread();
        if !unread.is_empty() {
            return Err(failure(format!("nothing reads {}", unread.join(", "))));
        }
        let difference = compare(&answer, vector.result()).map_err(failure)?;
        if difference > TOLERANCE {
            return Err(failure(format!(
                "{answer:?} differs by {difference:.1e} from {}",
                vector.result()
            )));
        }
        worst = worst.max(difference);
    }
    Ok(worst)
}

//! Scenarios held to their own targets.

use mlsysim::core::scenarios::{APPLICATIONS, FLEETS};

#[test]
fn show() {
    for scenario in APPLICATIONS.iter().chain(FLEETS) {
        println!("{}", scenario.evaluate());
    }
}

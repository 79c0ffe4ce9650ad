//! Derivations: *symbolic = substituted = result*.

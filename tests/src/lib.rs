//! Tests across the workspace; they stand in `tests/tests`, the README's code here.

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// The environment variable by which `--bin renew` asks the tests to write their goldens.
pub const RENEW: &str = "MLSYSIM_RENEW";

/// Whether goldens are written before they are compared.
pub fn renews() -> bool {
    std::env::var_os(RENEW).is_some()
}

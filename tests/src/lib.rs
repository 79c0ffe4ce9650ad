//! Tests across the workspace; they stand in `tests/tests`, the README's code here.

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

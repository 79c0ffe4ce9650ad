//! Tests across the workspace; they stand in `tests/tests`, the README's code here.

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// A small generator, so that a run of fuzzing can be repeated from its seed.
pub struct Random(pub u64);

impl Random {
    /// A number below the limit, and zero for a limit of zero.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    /// One of the pieces.
    pub fn of<'a>(&mut self, pieces: &[&'a str]) -> &'a str {
        pieces[self.below(pieces.len())]
    }
}

/// The environment variable by which `--bin renew` asks the tests to write their goldens.
pub const RENEW: &str = "MLSYSIM_RENEW";

/// Whether goldens are written before they are compared.
pub fn renews() -> bool {
    std::env::var_os(RENEW).is_some()
}

use mlsysim::{constants, core::constants::Source, q, units::Time};

constants! {
    #[source(Source::estimate("a guess"))]
    pub const PAUSE: Time = q!(5 GB);
}

fn main() {}

use mlsysim::{constants, core::constants::Source};

constants! {
    #[source(Source::estimate("a guess"))]
    pub const NAME: &str = "A100";
}

fn main() {}

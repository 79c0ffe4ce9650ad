use mlsysim::constants;

constants! {
    mod prices {
        use mlsysim::{q, units::Money};
        pub const H100: Money = q!(30_000 USD);
    }
}

fn main() {}

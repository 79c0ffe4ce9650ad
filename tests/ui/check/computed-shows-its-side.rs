use mlsysim::check;

check! {
    /// A sentence with {} in it.
    share: 320_000 / 17 ~= 18_823;
}

fn main() {}

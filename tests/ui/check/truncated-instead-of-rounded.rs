use mlsysim::check;

check! {
    /// A sentence with {} in it.
    share: 2 / 3 ~= 66%;
}

fn main() {}

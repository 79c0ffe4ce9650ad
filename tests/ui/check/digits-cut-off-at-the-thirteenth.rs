use mlsysim::check;

check! {
    /// A sentence with {} in it.
    third: 1 / 3 ~= 0.3333333333334;
}

fn main() {}

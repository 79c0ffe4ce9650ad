use mlsysim::check;

check! {
    /// A sentence with {} in it.
    share: 6 h ~= 5 h within 90%;
}

fn main() {}

use mlsysim::check;

check! {
    /// A sentence with {} in it.
    share: 3 h * 2 ~= 5 h within 90%;
}

fn main() {}

use mlsysim::check;

check! {
    /// A sentence with {} in it.
    share: 0.1 + 0.2 > 0.3;
}

fn main() {}

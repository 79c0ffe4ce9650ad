use mlsysim::check;

check! {
    /// A sentence with {} in it.
    delay: 50 h / 10 ~= 6 h;
    /// A sentence with {} in it.
    total: delay + 3 GB ~= 3 GB;
}

fn main() {}

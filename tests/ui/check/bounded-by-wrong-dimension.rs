use mlsysim::check;

check! {
    /// A sentence with {} in it.
    failure_interval: 50_000 h / 10_000 < 6 GB;
}

fn main() {}

use mlsysim::check;

check! {
    /// A sentence with {} in it.
    #[published]
    failure_interval: 50_000 h / 10_000 ~= 5 h;
}

fn main() {}

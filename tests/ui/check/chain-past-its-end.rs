use mlsysim::check;

check! {
    /// A sentence with {} in it.
    latency: 1 ms < 2 * 1 ms < 3 * 1 ms < 2.5 ms;
}

fn main() {}

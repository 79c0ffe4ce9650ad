use mlsysim::check;

check! {
    /// A sentence with {} in it.
    latency: 1 ms < 2 * 2 ms > 3 ms;
}

fn main() {}

use mlsysim::check;

check! {
    /// A sentence with {} in it.
    latency: 3 * 1 ms in 4 ms ..= 6 ms;
}

fn main() {}

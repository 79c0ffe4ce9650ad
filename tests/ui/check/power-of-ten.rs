use mlsysim::check;

check! {
    /// A sentence with {} in it.
    latency: 6.4 MB / 2 GB/s ~= 3.2 us;
}

fn main() {}

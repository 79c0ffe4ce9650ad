use mlsysim::check;

check! {
    /// A sentence with {} in it.
    link: 2 * 50 Gb/s ~= 100 Gbps;
}

fn main() {}

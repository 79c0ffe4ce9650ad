use mlsysim::check;

check! {
    /// A sentence with {} in it.
    transfer: 100 GB / 100 Gbps ~= 1 s;
}

fn main() {}

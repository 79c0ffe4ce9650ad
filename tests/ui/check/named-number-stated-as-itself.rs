use mlsysim::check;

check! {
    let link = 10 Gbps;
    /// A sentence with {} in it.
    speed: link ~= 10 Gbps;
}

fn main() {}

use mlsysim::check;

check! {
    let limit = 250 requests/s;
    /// A sentence with {} in it.
    speed: 2 * 100 tokens/s < limit;
}

fn main() {}

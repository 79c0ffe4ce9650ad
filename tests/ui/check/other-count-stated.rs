use mlsysim::check;

check! {
    /// A sentence with {} in it.
    speed: 2 * 100 tokens/s ~= 200 requests/s;
}

fn main() {}

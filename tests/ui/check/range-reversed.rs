use mlsysim::check;

check! {
    /// A sentence with {} in it.
    speed: 2 * 3..4 m/s ~= 8..6 m/s;
}

fn main() {}

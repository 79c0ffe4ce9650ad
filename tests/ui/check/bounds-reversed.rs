use mlsysim::check;

check! {
    /// A sentence with {} in it.
    speed: 2 * 3 m/s in 7 m/s ..= 5 m/s;
}

fn main() {}

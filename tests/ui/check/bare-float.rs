use mlsysim::check;
pub const DELAY: f64 = 5.0;

check! {
    /// A sentence with {} in it.
    delay: DELAY ~= 5;
}

fn main() {}

use mlsysim::check;

check! {
    /// A sentence with {} in it.
    risk: 1 - exp(-(3 / 0)) ~= 1.0;
}

fn main() {}

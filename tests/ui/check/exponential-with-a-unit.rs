use mlsysim::check;

check! {
    /// A sentence with {} in it.
    risk: exp(2 h) ~= 3;
}

fn main() {}

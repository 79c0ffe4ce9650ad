use mlsysim::check;

check! {
    /// A sentence with {} in it.
    shift: 5.1 h * 3 ~= 15.000 h within 5%;
}

fn main() {}

use mlsysim::check;

check! {
    /// A sentence with {} in it.
    shift: 1_00 s * 2 ~= 200 s;
}

fn main() {}

use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: 4 m^7 ~= 4 m^2;
}

fn main() {}

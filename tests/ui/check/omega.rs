use mlsysim::check;

check! {
    /// A sentence with {} in it.
    shunt: 3 mΩ * 2 ~= 7 mΩ;
}

fn main() {}

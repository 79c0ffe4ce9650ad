use mlsysim::check;

check! {
    /// A sentence with {} in it.
    mass: (((1 m)^8)^8)^4 ~= 1.00 kg;
}

fn main() {}

use mlsysim::check;

check! {
    /// A sentence with {} in it.
    trips: ceil(2.5 h) ~= 3 h;
}

fn main() {}

use mlsysim::check;

check! {
    /// A sentence with {} in it.
    rest: if 2 h < 3 h { 8 h } else { 9 h } ~= 8 h;
}

fn main() {}

use mlsysim::check;

check! {
    let work = 8 h;
    let twice = work * 2;
    /// A sentence with {} in it.
    speedup: twice / work ~= 2.0;
}

fn main() {}

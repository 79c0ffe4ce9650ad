use mlsysim::check;

check! {
    /// It fails every {first}.
    first: 50 h / 10 ~= 5 h;
    /// It fails every {first}.
    second: first * 3 ~= 15 h;
}

fn main() {}

use mlsysim::check;

check! {
    /// It fails 2x as often, every {}.
    delay: 50 h / 10 ~= 5 h;
}

fn main() {}

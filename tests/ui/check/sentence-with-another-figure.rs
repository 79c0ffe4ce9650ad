use mlsysim::check;

check! {
    /// It fails every 6 h, not {}.
    delay: 50 h / 10 ~= 5 h;
}

fn main() {}

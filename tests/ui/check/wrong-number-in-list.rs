use mlsysim::check;

check! {
    /// A sentence with {} in it.
    cluster: 50_000 h / [8, 64, 512] ~= [6_250, 781, 89] h;
}

fn main() {}

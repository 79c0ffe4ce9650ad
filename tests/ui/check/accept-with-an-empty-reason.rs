use mlsysim::check;

check! {
    let fleet = 10_000;
    /// A fleet of {fleet} loses a GPU every {}.
    #[accept(coarse = " ")]
    interval: 50_000 h / fleet ~= 5 h;
}

fn main() {}

use mlsysim::check;

check! {
    #[accept(corse = "a round figure")]
    let fleet = 10_000;
    /// A fleet of {fleet} loses a GPU every {}.
    interval: 50_000 h / fleet ~= 5 h;
}

fn main() {}

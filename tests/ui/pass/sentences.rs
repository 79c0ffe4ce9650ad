use mlsysim::check;

check! {
    let fleet = 8 GPUs;
    /// Each of {fleet} has {}, not less than 70 GB.
    #[published(80 GB to 2 digits, "table 2")]
    #[published(7..8 GB)]
    memory: 632 GB / fleet > 70 GB;
    /// A 70B model: {}.
    nodes: 2 * fleet ~= 16 GPUs;
    /// The printed figure goes on: {}.
    rounded: 3 h * 2.2 ~= 7 h;
    /// Twice what is printed: {}.
    twice: 2 * printed(rounded) ~= 14 h;
    /// Which is more than {rounded}.
    more: 2 * rounded > rounded + 6 h;
    /// In between, from low to high: {}.
    between: 1 h < 2 h * 1 < 3 h * 1 < 2 * rounded < 20 h;
}

fn main() {}

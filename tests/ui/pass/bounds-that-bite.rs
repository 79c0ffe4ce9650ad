use mlsysim::check;

check! {
    /// A reserve of more than {}.
    reserve: 24 GB - 14 GB > 9 GB;
    /// A bound of zero, with its reason: {}.
    #[loose = "the sign is the point"]
    sign: 24 GB - 14 GB > 0 GB;
    /// A bound far away, with its reason: {}.
    #[loose = "the text gives an order of magnitude"]
    magnitude: 24 GB - 14 GB > 0.5 GB;
    /// A chain: {}.
    utilization: 20% < 3 * 15% < 60%;
    /// Both ends included: {}.
    latency: 2 * 2 ms in 4 ms ..= 6 ms;
}

fn main() {}

use mlsysim::check;

check! {
    /// Halfway rounds either way: {}.
    up: 21.45 ms ~= 21.5 ms;
    /// Or {}.
    down: 21.45 ms ~= 21.4 ms;
    /// To the last printed digit: {}.
    share: 2 / 3 ~= 67%;
    /// To fewer digits than printed: {}.
    speedup: 1_540 ~= 1_500x to 2 digits;
    /// Within a share of it: {}.
    memory: 80 GiB ~= 80 GB within 8%;
}

fn main() {}

use mlsysim::check;

check! {
    /// Halfway rounds either way: {}.
    up: 42.9 ms / 2 ~= 21.5 ms;
    /// Or {}.
    down: 42.9 ms / 2 ~= 21.4 ms;
    /// To the last printed digit: {}.
    share: 2 / 3 ~= 67%;
    /// To fewer digits than printed: {}.
    speedup: 2 * 770 ~= 1_500x to 2 digits;
    /// Within a share of it: {}.
    memory: 80 GiB ~= 80 GB within 8%;
}

fn main() {}

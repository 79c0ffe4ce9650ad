use mlsysim::{check, q, units::Ratio};

macro_rules! claim {
    ($sum:expr, $count:literal) => {
        check! {
            /// A group that is passed in is a parenthesis: {}.
            total: $sum * 2 ~= 6;
            /// And one number is itself: {}.
            fleet: 2 * $count GPUs ~= 16 GPUs;
        }
        const DOUBLED: Ratio = q!($sum * 2);
    };
}
claim!(1 + 2, 8);

fn main() {
    assert_eq!(DOUBLED.value, 6.0);
}

use mlsysim::q;
use mlsysim::units::{Bandwidth, Information, Time};

pub const WEIGHTS: Information = q!(70 billion params * 2 B);

fn main() {
    let link: Bandwidth = q!(100 Gbps);
    let transfer: Time = q!(WEIGHTS / { q_link() });
    assert_eq!(link, q_link());
    assert_eq!(transfer.value, 11.2);
}

const fn q_link() -> Bandwidth {
    q!(100 Gbps)
}

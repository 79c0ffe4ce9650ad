use mlsysim::check;

check! {
    let shift = 8 h;
    let days = 20;
    /// {shift} a day make {}.
    work: 3 * shift == 24 h;
    /// A multiple reads as one: {}.
    speedup: 3 * 2 == 6x;
    /// {days} shifts.
    month_of_work: days * shift == 160 h;
}

fn main() {}

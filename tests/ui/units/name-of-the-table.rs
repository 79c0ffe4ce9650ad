mlsysim::units! {
    GB (gigabyte);
    reads (token);
}

fn main() {}

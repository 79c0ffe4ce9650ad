use mlsysim::check;

check! {
    #[doc = "It fails every {}.\u{202e}"]
    delay: 50 h / 10 ~= 5 h;
}

fn main() {}

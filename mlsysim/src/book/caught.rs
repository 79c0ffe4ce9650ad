//! What stops with words for an author: caught, and the words given.

use std::any::Any;
use std::boxed::Box;
use std::panic::{self, AssertUnwindSafe};
use std::string::{String, ToString};
use std::sync::Mutex;

/// The hook belongs to the whole program.
static HOOK: Mutex<()> = Mutex::new(());

/// What it gives; where it panics, which the compiler would report, the words.
pub(super) fn caught<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    let _alone = HOOK.lock();
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let result = panic::catch_unwind(AssertUnwindSafe(run));
    panic::set_hook(hook);
    result.map_err(|payload| words(&*payload))
}

fn words(payload: &(dyn Any + Send)) -> String {
    let owned = payload.downcast_ref::<String>().cloned();
    let borrowed = || payload.downcast_ref::<&str>().map(ToString::to_string);
    owned.or_else(borrowed).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::format;

    use super::*;

    #[test]
    fn a_panic_gives_its_words() {
        assert_eq!(caught(|| 3), Ok(3));
        let of = |text: &'static str| caught(move || -> () { panic!("{text} {}", 5) });
        assert_eq!(of("more than"), Err(format!("more than {}", 5)));
        assert_eq!(caught(|| -> () { panic!("plain") }), Err("plain".into()));
    }
}

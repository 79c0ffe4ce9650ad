//! Numbers that are part of a name: `H100`, `CUDA 12.4`, `Llama-3 70B`, `555-0142`.

use super::found::{Found, Kind, What};
use super::near::{after, before, char_at, char_before, digits, letters, space, word_before};
use super::numeral::Numeral;
use super::unit::{measures, unit_at};

/// Words in capitals that are measured, and name nothing.
const METRICS: [&str; 46] = [
    "EUR", "GBP", "JPY", "CHF", "CNY", "INR", "PUE", "MFU", "HFU", "TDP", "QPS", "RPS", "TTFT",
    "TPOT", "ITL", "MTBF", "MTTF", "MTTR", "RTT", "WER", "BLEU", "ROUGE", "AUC", "IoU", "PPL",
    "IPC", "CPI", "TCO", "ROI", "PSNR", "SSIM", "WUE", "CUE", "SLA", "SLO", "GPUs", "CPUs", "TPUs",
    "FLOP", "FLOPs", "MAC", "MACs", "SM", "SMs", "LR", "FPS",
];

/// Words that begin with a capital only because they begin a sentence or a heading.
const PLAIN: [&str; 64] = [
    "A", "About", "Above", "Add", "After", "All", "Almost", "An", "And", "Another", "Any",
    "Around", "As", "At", "Before", "Below", "Between", "But", "By", "Each", "Every", "Exactly",
    "For", "From", "Give", "Given", "Half", "Hence", "I", "If", "In", "Into", "It", "Its", "Just",
    "Less", "Like", "More", "Most", "Nearly", "No", "Of", "On", "Only", "Or", "Our", "Over",
    "Roughly", "So", "Some", "Take", "Than", "That", "The", "These", "This", "To", "Under", "Up",
    "Use", "What", "When", "Where", "With",
];

/// Devices that are numbered: `GPU 3`.
const ONE_OF_MANY: [&str; 5] = ["GPU", "CPU", "TPU", "NPU", "SM"];

/// Words before the number of one of many: `job 4410873`.
const NUMBERED: [&str; 22] = [
    "job",
    "ticket",
    "issue",
    "port",
    "room",
    "extension",
    "kernel",
    "version",
    "versions",
    "release",
    "revision",
    "driver",
    "firmware",
    "number",
    "id",
    "rfc",
    "flight",
    "seed",
    "build",
    "commit",
    "chapter",
    "vlan",
];

/// Prefixes behind which a number keeps its meaning: `sub-10 ms`, `mid-2023`.
const PREFIXES: [&str; 20] = [
    "sub", "over", "under", "pre", "post", "mid", "non", "near", "up", "ultra", "early", "late",
    "batch", "size", "radix", "order", "degree", "length", "and", "to",
];

/// A word with digits in it, by its letters' end; `None` where its number stands for itself.
pub(super) fn word(text: &str, at: usize, end: usize) -> Option<Found> {
    let (word, rest) = (&text[at..end], after(text, end));
    let next = |sign: &[char]| {
        let behind = rest.strip_prefix(sign);
        behind.is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_digit()))
    };
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        let kind = match matches!(word, "v" | "V") {
            true => Kind::Version,
            false => Kind::Name,
        };
        return Some(Found::exempt(at..token_end(text, end), kind));
    }
    if next(&['_', '~']) {
        let token = token_end(text, end + 1);
        let token = token + usize::from(text[token..].starts_with('~'));
        return Some(Found::exempt(at..token, Kind::Name));
    }
    if next(&['-', '‑']) {
        // `n-1` is a difference.
        let is_symbol = word.len() == 1 && word.starts_with(|c: char| c.is_ascii_lowercase());
        let is_prefix = is_symbol || PREFIXES.contains(&word.to_lowercase().as_str());
        return (!is_prefix).then(|| Found::exempt(at..token_end(text, end + 1), Kind::Name));
    }
    // `HTTP/2`.
    let is_name =
        word.len() > 1 && word.chars().all(char::is_uppercase) && measures(word).is_none();
    (next(&['/']) && is_name).then(|| Found::exempt(at..token_end(text, end + 1), Kind::Name))
}

/// Past letters, digits, and single signs between them.
fn token_end(text: &str, from: usize) -> usize {
    let mut end = from;
    let mut chars = text[from..].char_indices().peekable();
    while let Some((index, c)) = chars.next() {
        let is_joined = matches!(c, '.' | '-' | '_' | '‑')
            && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !c.is_alphanumeric() && !is_joined {
            break;
        }
        end = from + index + c.len_utf8();
    }
    end
}

/// A number that its own shape makes a name.
pub(super) fn from_shape(text: &str, numeral: &Numeral) -> Option<Found> {
    let at = numeral.digits;
    let rest = after(text, at);
    let found = |end: usize, kind| Some(Found::exempt(numeral.digits..end, kind));
    if let Some(end) = telephone(text, numeral) {
        return Some(Found::exempt(numeral.start..end, Kind::Name));
    }
    let whole = digits(rest);
    let suffix = letters(&rest[whole.len()..]);
    if ["st", "nd", "rd", "th"].contains(&suffix) && !whole.is_empty() {
        return found(at + whole.len() + suffix.len(), Kind::Ordinal);
    }
    if numeral.has_currency {
        return None;
    }
    let dots = points(&rest[whole.len()..]);
    if dots >= 2 {
        let end = token_end(text, at);
        let network = after(text, end)
            .strip_prefix('/')
            .map_or(0, |mask| 1 + digits(mask).len());
        return match dots >= 3 {
            true => found(end + network, Kind::Name),
            false => found(end, Kind::Version),
        };
    }
    if whole.len() > 1 && whole.starts_with('0') {
        return found(token_end(text, at), Kind::Name);
    }
    if let Some(second) = rest[whole.len()..].strip_prefix('-') {
        let second = digits(second);
        if second.len() >= 5 || second.len() > 1 && second.starts_with('0') {
            return found(token_end(text, at), Kind::Name);
        }
    }
    if rest.starts_with("24/7") {
        return found(at + 4, Kind::Word);
    }
    let is_sparsity = digits(rest[whole.len()..].strip_prefix(':').unwrap_or(""));
    if !is_sparsity.is_empty() {
        let end = at + whole.len() + 1 + is_sparsity.len();
        let next = after(text, end).trim_start();
        return next
            .starts_with("spars")
            .then(|| Found::exempt(at..end, Kind::Name));
    }
    glued(text, numeral)
}

/// How many groups of digits follow, each behind a point.
fn points(text: &str) -> usize {
    let (mut rest, mut count) = (text, 0);
    while let Some(behind) = rest.strip_prefix('.') {
        let part = digits(behind).len();
        if part == 0 {
            break;
        }
        rest = &behind[part..];
        count += 1;
    }
    count
}

/// `3D`, `802.11ax`, `8b/10b`: letters that touch the digits and are no unit.
fn glued(text: &str, numeral: &Numeral) -> Option<Found> {
    let rest = after(text, numeral.end);
    let is_capital = |rest: &str| {
        let word = letters(rest);
        word.chars().count() == 1
            && word.chars().all(char::is_uppercase)
            && measures(word).is_none()
    };
    let is_hyphened = rest.strip_prefix('-').is_some_and(is_capital);
    if is_hyphened
        || rest.starts_with(|c: char| c.is_ascii_alphabetic())
            && unit_at(text, numeral.end).is_none()
    {
        let is_product =
            rest.starts_with('x') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
        if is_product && !is_after_name(text, numeral) {
            return None;
        }
        let mut end = token_end(text, numeral.end);
        while let Some(part) = after(text, end).strip_prefix('/') {
            if !part.starts_with(|c: char| c.is_ascii_digit()) {
                break;
            }
            end = token_end(text, end + 1);
        }
        return Some(Found::exempt(numeral.digits..end, Kind::Name));
    }
    None
}

/// `+1 (555) 010-0199`.
fn telephone(text: &str, numeral: &Numeral) -> Option<usize> {
    let rest = after(text, numeral.start).strip_prefix('+')?;
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '-');
    let number = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
    let number = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    let count = number.chars().filter(char::is_ascii_digit).count();
    (count >= 9 && number.contains(['-', ' '])).then(|| numeral.start + 1 + number.len())
}

/// A number that what stands before it makes a name: `Python 3.11`, `iPhone 15`.
pub(super) fn from_context(text: &str, numeral: &Numeral, last: Option<&Found>) -> Option<Found> {
    let is_bare =
        !(numeral.has_currency || numeral.has_sign || numeral.is_grouped || numeral.has_power);
    if !is_bare {
        return None;
    }
    let found = |kind| {
        let end = match kind {
            Kind::Version => token_end(text, numeral.end),
            _ => numeral.end,
        };
        Some(Found::exempt(numeral.digits..end, kind))
    };
    let kind = match numeral.has_point && !numeral.has_magnitude {
        true => Kind::Version,
        false => Kind::Name,
    };
    let is_model =
        numeral.has_magnitude && last.is_some_and(|last| is_next_to(text, last, numeral));
    match unit_at(text, numeral.end) {
        // `Llama-3 70B checkpoints`.
        Some(unit) if !(unit.is_noun && is_model) => return None,
        Some(_) | None => {}
    }
    let last =
        last.filter(|last| text.len() >= last.range.end && numeral.digits - last.range.end < 8);
    if let Some(last) = last {
        let between = &text[last.range.end..numeral.digits];
        let is_next = is_next_to(text, last, numeral);
        match last.what {
            What::Exempt(Kind::Name) if is_next => return found(Kind::Name),
            What::Exempt(Kind::Version) if is_next && numeral.has_magnitude => {
                return found(Kind::Name);
            }
            What::Exempt(Kind::Version) if is_next && kind == Kind::Version => return found(kind),
            What::Exempt(Kind::Version) if between.trim_start() == "×" => {
                return found(Kind::Name);
            }
            What::Exempt(Kind::Version)
                if numeral.has_point && [" and ", " or ", ", ", " to ", "–"].contains(&between) =>
            {
                return found(Kind::Version);
            }
            What::Exempt(_) | What::Quantity => {}
        }
    }
    let next = char_at(text, numeral.end);
    if next.is_some_and(|c| "%×:".contains(c)) {
        return None;
    }
    if is_product(text, numeral) {
        return found(Kind::Name);
    }
    is_after_name(text, numeral).then(|| found(kind))?
}

/// Whether only space stands between what was found last and a numeral.
fn is_next_to(text: &str, last: &Found, numeral: &Numeral) -> bool {
    let between = text.get(last.range.end..numeral.digits).unwrap_or("-");
    (1..4).contains(&between.len()) && between.trim().is_empty()
}

/// `the 8800 GTX of 2006`, and not `the 1024 CUDA cores`.
fn is_product(text: &str, numeral: &Numeral) -> bool {
    let is_the =
        word_before(text, numeral.digits).is_some_and(|(word, _)| matches!(word, "the" | "The"));
    let mut words = after(text, numeral.end).split_whitespace();
    let code = words.next().unwrap_or("");
    let is_code = code.len() > 1 && code.chars().all(|c| c.is_ascii_uppercase());
    let is_counted = words
        .next()
        .is_some_and(|word| letters(word).ends_with('s'));
    let is_long = numeral.is_plain() && numeral.end - numeral.digits >= 3;
    is_the && is_long && is_code && !METRICS.contains(&code) && !is_counted
}

/// Whether a name stands before a place, with a space between.
fn is_after_name(text: &str, numeral: &Numeral) -> bool {
    let Some((word, before)) = word_before(text, numeral.digits) else {
        return false;
    };
    if word.ends_with('.') {
        return false;
    }
    if NUMBERED.contains(&word.to_lowercase().as_str()) {
        return true;
    }
    if ONE_OF_MANY.contains(&word) {
        return numeral.is_plain();
    }
    let core = word.rsplit(['-', '/']).next().unwrap_or(word);
    let mut inner = core.chars();
    let starts = inner.next().is_some_and(char::is_uppercase);
    let is_mixed = inner.any(char::is_uppercase);
    let is_known = METRICS.contains(&core) || PLAIN.contains(&core) || measures(core).is_some();
    let is_name = is_mixed || starts && (!begins_sentence(before) || is_in_name(text, numeral));
    is_name && !is_known
}

/// Whether a name goes on behind a number: `Gemini 1.5 Pro`, `Llama 3.1 405B`.
fn is_in_name(text: &str, numeral: &Numeral) -> bool {
    let rest = after(text, numeral.end);
    let next = rest.strip_prefix(' ').unwrap_or("");
    let word = letters(next);
    let goes_on =
        word.len() > 1 && word.starts_with(char::is_uppercase) && measures(word).is_none();
    let count = digits(next);
    let is_size = !count.is_empty() && next[count.len()..].starts_with(['B', 'M']);
    numeral.has_point && !numeral.has_magnitude && (goes_on || is_size)
}

/// Whether a sentence begins behind this text.
fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || "([\"'“‘*_".contains(c));
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '|', '\u{fffc}'])
}

/// `#217`.
pub(super) fn after_hash(text: &str, at: usize) -> Option<Found> {
    let number = digits(&text[at + 1..]);
    let is_free = !char_before(text, at).is_some_and(char::is_alphanumeric);
    let is_alone = !after(text, at + 1 + number.len()).starts_with(char::is_alphabetic);
    (is_free && is_alone && !number.is_empty())
        .then(|| Found::exempt(at..at + 1 + number.len(), Kind::Name))
}

/// Whether a place stands behind `from`, as the first end of two that are named.
pub(super) fn is_after_from(text: &str, at: usize) -> bool {
    let near = before(text, at).trim_end();
    let word = near.rsplit(char::is_whitespace).next().unwrap_or("");
    space(before(text, at)) < near.len() && matches!(word, "from" | "From")
}

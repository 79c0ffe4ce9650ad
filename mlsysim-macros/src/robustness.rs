//! Whatever an author types, a macro answers with code or with errors: it neither panics nor hangs.

use std::time::{Duration, Instant};

use mlsysim_language::units::own::OwnUnits;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

/// Valid uses, for mutation.
const CHECKS: &[&str] = &[
    r#"let fleet = 10_000 GPUs; let mttf = reliability::GPU.mttf;
       /// A fleet of {fleet} loses a GPU every {}.
       failure_interval: mttf / fleet ~= 5 h;"#,
    r#"/// At least one: {}.
       in_a_day: failure_probability(MTTF / 8, 1 day) > 99%;"#,
    r#"/// Sizes: {}.
       #[published([6_250, 781, 97] h, "page 7")] cluster: MTTF / [8, 64, 512] GPUs ~= [6_250, 781, 98] h;"#,
    r#"/// Range {}.
       #[loose = "why"] #[accept(coarse = "why")] speedup: 156..312 TFLOP/s / 2 TFLOP/s ~= 78..160 x to 2 digits;"#,
    r#"/// In {}.
       latency: max(1 ms, sqrt(4 ms^2)) in 1 ms ..= 6 ms; /// Chain {}.
       share: 1% < -2^2 * -5 / 100 < 45%;"#,
    r#"/// Memory {}.
       bound: engine(&H100, Precision::Fp16).bound is Memory;
       /// Money {}.
       #[published(< $3)] cost: $0.12/kWh * 1.5e3 kWh + {other()} == $180 within 5%;"#,
];
const QUANTITIES: &[&str] = &[
    "2 * 80 layers * 8 heads * 128 * 2 B",
    "GPT3.training_ops / (1_024 GPUs * A100.peak(Precision::Fp16) * 45%)",
    "q!(3.35 TB/s) ^ 2 - -9.8 m/s^2",
    "$3 million / min(1, 2) + log2(DATA[3])",
];
const FORMULAS: &[&str] = &[
    r#"/// Time to train. Source: x
       pub const fn training_time(#[symbol = "O"] operations: Operation, #[domain(>= 1, < 5)] devices: Count) -> Time {
           let a = operations / devices; let b = a + a;
           if a < b { b ^ 2 } else if a > q!(5 h) { exp(-a) } else { round(b) }
       }"#,
    "/// Doc.\nconst fn f(x: Ratio,) -> crate::units::Ratio { ratio(x, Precision::Fp8).value * [1, 2] }",
];
const NAMES: &[&str] = &[
    "a",
    "b",
    "fleet",
    "GPU_MTTF",
    "H100",
    "Precision",
    "Fp16",
    "h",
    "s",
    "GB",
    "TFLOP",
    "day",
    "million",
    "billion",
    "USD",
    "x",
    "percent",
    "to",
    "within",
    "digits",
    "is",
    "in",
    "let",
    "if",
    "else",
    "fn",
    "const",
    "pub",
    "self",
    "crate",
    "type",
    "sqrt",
    "exp",
    "min",
    "max",
    "round",
    "q",
    "check",
    "published",
    "loose",
    "accept",
    "coarse",
    "doc",
    "symbol",
    "domain",
    "formula",
    "Time",
    "Count",
    "f64",
    "__m",
    "unit",
    "r#move",
    "true",
    "mod",
    "struct",
    "parsec",
    "Tb",
];
const LITERALS: &[&str] = &[
    "0",
    "1",
    "2",
    "5",
    "10_000",
    "0.5",
    "1.5x",
    "5h",
    "1e9",
    "2.5e-5",
    "1e400",
    "1e-300",
    "0x10",
    "0b11",
    "8u32",
    "1f64",
    "99999999999999999999999999",
    "340282366920938463463374607431768211455",
    "0.00000000000000000000000000001",
    "1.",
    "\"text {a}\"",
    "\"\"",
    "'c'",
    "b\"bytes\"",
    "1__0",
    "123456789012345678901234.5",
    "1e+5",
    "00012",
    "0.0",
    "4294967296",
];
const PUNCTUATION: &[&str] = &[
    "+", "-", "*", "/", "^", "%", "$", "~", "=", "~=", "==", "<", "<=", ">", ">=", "..", "..=",
    ";", ":", "::", ",", ".", "#", "!", "&", "->", "?", "|", "@", "'", "=>", "!=",
];

/// Sebastiano Vigna's SplitMix64 (2015): small, and its streams repeat from a seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    /// Mostly what the language has, in any order.
    fn tokens(&mut self, depth: usize) -> Vec<TokenTree> {
        let mut tokens = Vec::new();
        for _ in 0..self.below(12) {
            match self.below(10) {
                0..3 => tokens.extend(parsed(self.of(NAMES))),
                3..6 => tokens.extend(parsed(self.of(LITERALS))),
                6..9 => tokens.extend(self.punctuation()),
                _ if depth > 0 => tokens.push(self.group(depth - 1)),
                _ => {}
            }
        }
        tokens
    }

    fn punctuation(&mut self) -> Vec<TokenTree> {
        let text = self.of(PUNCTUATION);
        let last = text.len() - 1;
        let puncts = text.char_indices().map(|(index, c)| {
            let spacing = if index < last || self.below(8) == 0 {
                Spacing::Joint
            } else {
                Spacing::Alone
            };
            TokenTree::Punct(Punct::new(c, spacing))
        });
        puncts.collect()
    }

    fn group(&mut self, depth: usize) -> TokenTree {
        let delimiter = match self.below(7) {
            0..3 => Delimiter::Parenthesis,
            3..5 => Delimiter::Bracket,
            5 => Delimiter::Brace,
            _ => Delimiter::None,
        };
        TokenTree::Group(Group::new(
            delimiter,
            self.tokens(depth).into_iter().collect(),
        ))
    }

    /// A valid use with one to three tokens dropped, doubled, swapped or replaced, at any depth.
    fn mutated(&mut self, valid: &str) -> TokenStream {
        let mut tokens: Vec<TokenTree> = parsed(valid);
        for _ in 0..=self.below(3) {
            self.mutate(&mut tokens);
        }
        tokens.into_iter().collect()
    }

    fn mutate(&mut self, tokens: &mut Vec<TokenTree>) {
        if tokens.is_empty() {
            *tokens = self.tokens(1);
            return;
        }
        let place = self.below(tokens.len());
        if let TokenTree::Group(group) = &tokens[place]
            && self.below(4) != 0
        {
            let mut inner: Vec<TokenTree> = group.stream().into_iter().collect();
            self.mutate(&mut inner);
            let delimiter = group.delimiter();
            tokens[place] = TokenTree::Group(Group::new(delimiter, inner.into_iter().collect()));
            return;
        }
        match self.below(6) {
            0 => drop(tokens.remove(place)),
            1 => tokens.insert(place, tokens[place].clone()),
            2 => {
                let middle = tokens.len() / 2;
                tokens.swap(place, middle);
            }
            3 => drop(tokens.splice(place..place, self.tokens(2))),
            4 => tokens.truncate(place),
            _ => drop(tokens.splice(place..=place, self.tokens(2))),
        }
    }

    fn input(&mut self, valid: &[&str]) -> TokenStream {
        match self.below(4) {
            0 => self.tokens(4).into_iter().collect(),
            _ => {
                let valid = self.of(valid);
                self.mutated(valid)
            }
        }
    }
}

fn parsed(text: &str) -> Vec<TokenTree> {
    let stream: TokenStream = text.parse().expect("the lists hold whole tokens");
    stream.into_iter().collect()
}

/// Expands as `lib.rs` does, and gives how many of the three were accepted.
fn expand_all(
    check: TokenStream,
    quantity: TokenStream,
    option: TokenStream,
    item: TokenStream,
) -> usize {
    let outputs = [
        crate::check::expand(check, OwnUnits::default())
            .unwrap_or_else(syn::Error::into_compile_error),
        crate::quantity::expand(quantity, OwnUnits::default())
            .unwrap_or_else(crate::quantity::failure),
        crate::formula::expand(option, item, OwnUnits::default()),
    ];
    let is_accepted = |output: &&TokenStream| !output.to_string().contains("compile_error");
    outputs.iter().filter(is_accepted).count()
}

/// As deep a stack as rustc gives a macro.
fn on_a_stack_like_rustc(body: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(8 << 20).spawn(body);
    let finished = thread.expect("a thread starts").join();
    finished.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
}

#[test]
fn arbitrary_tokens_give_code_or_errors() {
    const ROUNDS: u64 = 35_000;
    on_a_stack_like_rustc(|| {
        let mut accepted = 0;
        for seed in 0..ROUNDS {
            let mut random = Random(seed);
            let option = if random.below(4) == 0 {
                random.tokens(1).into_iter().collect()
            } else {
                TokenStream::new()
            };
            let inputs = [
                random.input(CHECKS),
                random.input(QUANTITIES),
                random.input(FORMULAS),
            ];
            let shown = format!(
                "seed {seed}: {}",
                inputs.clone().map(|i| i.to_string()).join(" ¦ ")
            );
            let [check, quantity, item] = inputs;
            let begin = Instant::now();
            let outcome = std::panic::catch_unwind(|| expand_all(check, quantity, option, item));
            accepted += outcome.unwrap_or_else(|_| panic!("panicked at {shown}"));
            assert!(begin.elapsed() < Duration::from_secs(10), "slow at {shown}");
        }
        // Near the language, not only noise: else the rules behind the parser go untested.
        assert!(accepted as u64 > ROUNDS / 10, "{accepted} inputs accepted");
    });
}

#[test]
fn the_valid_uses_are_valid() {
    for valid in &CHECKS[..5] {
        let expanded = crate::check::expand(valid.parse().expect("tokens"), OwnUnits::default());
        assert!(expanded.is_ok(), "{valid}: {}", expanded.unwrap_err());
    }
    for valid in QUANTITIES {
        let expanded = crate::quantity::expand(valid.parse().expect("tokens"), OwnUnits::default());
        assert!(expanded.is_ok(), "{valid}: {}", expanded.unwrap_err());
    }
    let expanded = crate::formula::expand(
        TokenStream::new(),
        FORMULAS[0].parse().expect("tokens"),
        OwnUnits::default(),
    );
    assert!(!expanded.to_string().contains("compile_error"));
}

#[test]
fn deep_and_long_inputs_do_not_overflow_the_stack() {
    on_a_stack_like_rustc(|| {
        let nested = |delimiter, depth| {
            (0..depth).fold(quote!(1), |inner, _| {
                let group = TokenTree::Group(Group::new(delimiter, inner));
                quote!(#group)
            })
        };
        let mut long: Vec<TokenStream> = Vec::new();
        for delimiter in [
            Delimiter::Parenthesis,
            Delimiter::Bracket,
            Delimiter::Brace,
            Delimiter::None,
        ] {
            long.push(nested(delimiter, 1_000));
        }
        for operator in ["+", "*", "^", "^ -", "..", "/", "- -", "::", "."] {
            let text = format!("x {operator} ").repeat(20_000) + "x";
            long.push(text.parse().expect("tokens"));
        }
        for pair in ["sqrt (", "- (", "if 1 <", "2 GB /"] {
            let closed = pair.contains('(');
            let text = pair.repeat(500) + "1" + if closed { ")" } else { "" }.repeat(500).as_str();
            long.push(text.parse().expect("tokens"));
        }
        long.push(
            format!("[{}] GB", "1, ".repeat(20_000))
                .parse()
                .expect("tokens"),
        );
        long.push(
            ("if 1 < 2 { 1 } else ".repeat(2_000) + "{ 2 }")
                .parse()
                .expect("tokens"),
        );
        for expression in long {
            let check = quote!(#[doc = "x"] id: #expression ~= #expression;);
            let item = quote!(#[doc = "x"] const fn f(x: Time) -> Time { #expression });
            expand_all(check, expression, TokenStream::new(), item);
        }
    });
}

/// Each `let` of a formula stands for its expression, so this doubles forty times.
#[test]
fn doubling_lets_end_in_an_error() {
    let lets = (1..40).map(|index| {
        let before = Ident::new(&format!("a{}", index - 1), Span::call_site());
        let name = Ident::new(&format!("a{index}"), Span::call_site());
        quote!(let #name = #before + #before;)
    });
    let item = quote!(#[doc = "x"] const fn f(a0: Time) -> Time { #(#lets)* a39 });
    let expanded =
        crate::formula::expand(TokenStream::new(), item, OwnUnits::default()).to_string();
    assert!(expanded.contains("too many steps"), "{expanded}");
}

/// A step is counted in two bytes: a block with more of them would read the wrong ones.
#[test]
fn a_block_with_more_steps_than_are_counted_is_refused() {
    let expanded = |claims: usize| {
        let items = (0..1_000).map(|_| quote!(X * 3)).collect::<Vec<_>>();
        let stated = (0..1_000).map(|_| quote!(6)).collect::<Vec<_>>();
        let claims = (0..claims).map(|index| {
            let name = Ident::new(&format!("c{index}"), Span::call_site());
            quote!(#[doc = "{}"] #name: [#(#items),*] ~= [#(#stated),*];)
        });
        crate::check::expand(quote!(#(#claims)*), OwnUnits::default())
    };
    // At least a constant and a product for each item, and at most six values.
    assert!(expanded(10).is_ok());
    let error = expanded(33).err().map(|error| error.to_string());
    let error = error.unwrap_or_default();
    assert!(error.contains("too many steps"), "{error}");
}

#[test]
fn literals_of_every_form_are_read_or_refused() {
    for literal in LITERALS {
        for sign in ["", "-", "$", "-$", "- -"] {
            for after in ["", "%", "GB", "GB/s^2", "to 2 digits", "..5", "million USD"] {
                let text = format!("{sign}{literal} {after}");
                let Ok(tokens) = text.parse::<TokenStream>() else {
                    continue;
                };
                let claim = quote!(#[doc = "x"] id: 1 ~= #tokens;);
                expand_all(claim, tokens, TokenStream::new(), TokenStream::new());
            }
        }
    }
    let negative = Literal::f64_unsuffixed(1.0);
    expand_all(
        TokenStream::new(),
        quote!(-#negative),
        TokenStream::new(),
        TokenStream::new(),
    );
}

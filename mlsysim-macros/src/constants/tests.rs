//! What the macro reads, and that it answers whatever an author types.

use std::time::{Duration, Instant};

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::quote;

use super::expand;
use super::leaf::LeafKind;
use super::lower::lower;
use super::parse::Page;
use mlsysim_language::units::own::OwnUnits;

/// Path and expression of every figure, or the errors.
fn figures(tokens: TokenStream) -> Result<Vec<(String, String)>, Vec<String>> {
    let page = Page::read(tokens);
    let (lowered, errors) = lower(&page);
    match errors {
        Some(errors) => Err(errors.into_iter().map(|error| error.to_string()).collect()),
        None => {
            let leaves = lowered.into_iter().flat_map(|constant| constant.leaves);
            let read =
                leaves.filter(|leaf| matches!(leaf.kind, LeafKind::Figure | LeafKind::Either));
            Ok(read.map(|leaf| (leaf.path, leaf.text)).collect())
        }
    }
}

fn error(tokens: TokenStream) -> String {
    figures(tokens).expect_err("it is a mistake").join("\n")
}

#[test]
fn a_call_in_a_list_is_what_the_method_gives_and_its_figure_comes_last() {
    let found = figures(quote! {
        pub const A: Chip = Chip { peaks: &[peak(Format::Half, q!(3 TFLOP/s)), peak(B, OTHER.rate)], source: S };
        pub const C: Chip = Chip { peaks: A.peaks, source: S };
    });
    let expected = [
        ("A.peak(Format::Half)", "3 TFLOP / s"),
        ("A.peak(B)", "OTHER.rate"),
        ("C.peak(Format::Half)", "A.peak(Format::Half)"),
        ("C.peak(B)", "A.peak(B)"),
    ];
    let expected = expected.map(|(path, text)| (path.to_owned(), text.to_owned()));
    assert_eq!(found, Ok(expected.to_vec()));
    for wrong in [
        quote!(
            const A: Chip = Chip {
                peaks: &[peak(q!(3 TFLOP/s), Format::Half)],
                source: S,
            };
        ),
        quote!(
            const A: Chip = Chip {
                peaks: &[peak()],
                source: S,
            };
        ),
    ] {
        assert!(error(wrong).contains("the figure is the last argument"));
    }
    let hidden = quote!(
        const A: Chip = Chip {
            all: Some(Peaks {
                list: &[peak(F, q!(3))],
            }),
            source: S,
        };
    );
    assert!(error(hidden).contains("a list of calls belongs to a record"));
}

#[test]
fn what_is_made_of_itself_ends() {
    for tokens in [
        quote!(
            const A: T = T { a: A.a, source: S };
        ),
        quote!(
            const A: T = T { ..A };
        ),
        quote!(const A: T = T { ..B, source: S }; const B: T = T { ..A };),
        quote!(
            const A: T = T {
                a: B,
                b: B,
                source: S,
            };
            const B: U = U { a: C, b: C };
            const C: T = T { a: B, b: B };
        ),
    ] {
        let said = error(tokens);
        assert!(
            said.contains("made of itself") || said.contains("more figures"),
            "{said}"
        );
    }
}

#[test]
fn every_mistake_of_a_page_is_reported_at_once() {
    let said = error(quote! {
        pub const A: Money = q!(3 USD);
        #[source] pub const B: Money = q!(3 USD);
        impl T { const C: Money = q!(3 USD); }
        pub const D: T = T { ..other::D };
        pub const E: Money = price();
    });
    for part in [
        "`A` has no source",
        "how far",
        "`C` stands inside",
        "`other::D` stands",
        "whether `E`",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn a_missing_semicolon_is_named() {
    for tokens in [
        quote!(const A: Money = q!(3 USD)),
        quote!(const A: Money = q!(3 USD) /** doc */ pub const B: Money = q!(3 USD);),
        quote!(
            const A: Money;
        ),
        quote!(const A = q!(3 USD);),
    ] {
        let said = error(tokens);
        assert!(said.contains("mind the `;`"), "{said}");
    }
}

#[test]
fn other_items_pass_through() {
    let tokens = quote! {
        use a::{b, c};
        /// A type.
        pub struct S<const N: usize> { pub a: [u8; N] }
        pub const fn f() -> Money { const X: Money = q!(3 USD); X }
        macro_rules! m { () => { q!(3) } }
        impl S<3> { pub fn g(&self) -> Money { q!(3 USD) } }
        const _: () = assert!(true);
        pub const COUNT: usize = 3;
        const NAMES: &[&str] = &["a", "b"];
        static TEXT: &str = concat!("a", "b");
    };
    let same = expand(tokens.clone(), OwnUnits::default()).to_string();
    assert_eq!(same, tokens.to_string());
}

/// Small, fast and the same on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

fn mutated(tokens: TokenStream, random: &mut Random) -> TokenStream {
    let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
    if tokens.is_empty() {
        return TokenStream::new();
    }
    let (at, other) = (random.below(tokens.len()), random.below(tokens.len()));
    match (random.below(6), tokens[at].clone()) {
        (0, _) => {
            tokens.remove(at);
        }
        (1, token) => tokens.insert(other, token),
        (2, _) => tokens.swap(at, other),
        (_, TokenTree::Group(group)) => {
            let inner = mutated(group.stream(), random);
            tokens[at] = Group::new(group.delimiter(), inner).into();
        }
        _ => {
            let at = tokens
                .iter()
                .position(|token| matches!(token, TokenTree::Group(_)));
            if let Some(TokenTree::Group(group)) = at.map(|at| tokens[at].clone()) {
                let inner = mutated(group.stream(), random);
                tokens[at.unwrap_or_default()] = Group::new(group.delimiter(), inner).into();
            }
        }
    }
    tokens.into_iter().collect()
}

#[test]
fn whatever_is_typed_is_answered() {
    let page = quote! {
        /// Doc.
        #[source(Source::estimate("a guess"))]
        pub const RENT: MoneyRate = q!($2.10/h);
        const PART: Link = Link { bandwidth: q!(3 GB/s * RENT / 2), latency: Some(q!(5 ns)) };
        pub const A: Chip = Chip { name: "a", peaks: &[peak(F, q!(3 TFLOP/s))], link: Some(PART), kind: Kind::Of { a: q!(3) }, source: S };
        pub const B: Chip = Chip { name: "b", pair: (q!(3), -0.5), link: A.link, node: &nodes::X, ..A };
        pub const ALL: &[&Chip] = all!();
        impl S { const X: usize = 3; }
    };
    let mut random = Random(7);
    let start = Instant::now();
    for round in 0..2_000 {
        let mut tokens = page.clone();
        for _ in 0..=round % 5 {
            tokens = mutated(tokens, &mut random);
        }
        let _ = expand(tokens, OwnUnits::default());
    }
    assert!(
        start.elapsed() < Duration::from_secs(120),
        "{:?}",
        start.elapsed()
    );
}

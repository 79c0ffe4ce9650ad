//! Where a figure is published, and when somebody last looked.

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year of the common era.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

/// How far a figure can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// The maker's own specification.
    Datasheet,
    /// A paper or a book.
    Literature,
    /// A survey, a benchmark result or an operator's own account.
    IndustryReport,
    /// A figure that nobody publishes, put together from what is published near it.
    Estimate,
    /// A round figure that the book agrees with itself to use.
    Convention,
    /// A figure for the sake of an example: plausible, not measured.
    Illustrative,
    /// Computed from other figures of the same source.
    Derived,
}

impl SourceKind {
    /// Whether a reader can look the figure up, so that an address is due.
    ///
    /// ```
    /// use mlsysim::core::constants::SourceKind;
    /// assert!(SourceKind::Datasheet.is_published());
    /// assert!(!SourceKind::Convention.is_published());
    /// ```
    pub const fn is_published(self) -> bool {
        matches!(
            self,
            SourceKind::Datasheet | SourceKind::Literature | SourceKind::IndustryReport
        )
    }
}

/// Where a figure comes from.
///
/// ```
/// use mlsysim::core::constants::{SourceKind, accelerators::cloud::H100};
/// assert_eq!(H100.source.kind, SourceKind::Datasheet);
/// assert!(H100.source.reference.contains("H100 datasheet"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// How far it can be trusted.
    pub kind: SourceKind,
    /// Author, year, title and, where it helps, the table or section.
    pub reference: &'static str,
    /// Where it can be read; conventions and examples may have no address.
    pub url: Option<&'static str>,
    /// The day on which the figure was last compared with the source, if somebody did.
    pub checked: Option<Date>,
}

/// A method for each figure that some records of a family lack.
macro_rules! where_known {
    ($($(#[$attribute:meta])* $method:ident: $type:ty = $($field:ident).+, $what:literal;)*) => {
        $(
            $(#[$attribute])*
            #[track_caller]
            pub const fn $method(&self) -> $type {
                const _: () = {
                    const fn place() {}
                    #[linkme::distributed_slice($crate::claims::method::METHODS)]
                    static METHOD: $crate::claims::method::Method = $crate::claims::method::Method {
                        module: module_path!(),
                        name: stringify!($method),
                        place: || ::core::any::type_name_of_val(&place),
                        documentation: concat!("The ", $what, ", where it is known."),
                        symbol: "",
                        arguments: &[],
                        result: stringify!($type),
                        reads: &[concat!("self", $(".", stringify!($field)),+)],
                        program: "",
                        numbers: &[],
                        formulas: &[],
                    };
                };
                match self.$($field).+ {
                    Some(figure) => figure,
                    None => $crate::core::constants::source::missing(self.name, $what),
                }
            }
        )*
    };
}

pub(super) use where_known;

/// Stops the build with the record and the figure that it lacks.
#[track_caller]
pub(super) const fn missing(record: &str, figure: &str) -> ! {
    let mut text = crate::units::text::Text::new();
    text.push("`");
    text.push(record);
    text.push("` has no ");
    text.push(figure);
    panic!("{}", text.as_str())
}

/// For orders of magnitude whose origin is not recorded.
pub(super) const UNSOURCED: Source =
    Source::estimate("Order of magnitude in mlsysim 0.3.0 (PyPI), which names no source")
        .at("https://pypi.org/project/mlsysim/0.3.0/")
        .checked(2026, 11, 23);

/// A source in one line, for an author's own constants.
///
/// ```
/// use mlsysim::core::constants::Source;
///
/// const PRICES: Source = Source::industry_report("Uptime (2024), Survey, Table 3", "https://uptime.org")
///     .checked(2026, 11, 23);
/// const ROUND: Source = Source::convention("A round figure for one rack of this book");
/// assert_eq!(PRICES.url, Some("https://uptime.org"));
/// assert_eq!(ROUND.checked, None);
/// ```
///
/// ```compile_fail
/// use mlsysim::core::constants::Source;
/// // error: an address starts with `https://` or `http://`
/// const WRONG: Source = Source::literature("Author (2024), Title", "doi.org/10.1145/3360307");
/// ```
impl Source {
    #[track_caller]
    const fn new(kind: SourceKind, reference: &'static str, url: Option<&'static str>) -> Source {
        assert!(
            !reference.trim_ascii().is_empty(),
            "a source names who says it: author, year, title, and where in it"
        );
        Source {
            kind,
            reference,
            url,
            checked: None,
        }
    }

    /// The maker's own specification, and its address.
    #[track_caller]
    pub const fn datasheet(reference: &'static str, url: &'static str) -> Source {
        Source::new(SourceKind::Datasheet, reference, None).at(url)
    }

    /// A paper or a book (author, year, title, table), and its address.
    #[track_caller]
    pub const fn literature(reference: &'static str, url: &'static str) -> Source {
        Source::new(SourceKind::Literature, reference, None).at(url)
    }

    /// A survey, a benchmark result or an operator's own account, and its address.
    #[track_caller]
    pub const fn industry_report(reference: &'static str, url: &'static str) -> Source {
        Source::new(SourceKind::IndustryReport, reference, None).at(url)
    }

    /// A figure that nobody publishes: what it was put together from.
    #[track_caller]
    pub const fn estimate(reference: &'static str) -> Source {
        Source::new(SourceKind::Estimate, reference, None)
    }

    /// A round figure that the book agrees with itself to use: what it stands for.
    #[track_caller]
    pub const fn convention(reference: &'static str) -> Source {
        Source::new(SourceKind::Convention, reference, None)
    }

    /// A figure for the sake of an example: plausible, not measured.
    #[track_caller]
    pub const fn illustrative(reference: &'static str) -> Source {
        Source::new(SourceKind::Illustrative, reference, None)
    }

    /// Computed from other figures: from which, and how.
    #[track_caller]
    pub const fn derived(reference: &'static str) -> Source {
        Source::new(SourceKind::Derived, reference, None)
    }

    /// The same source with an address, which starts with `https://` or `http://`.
    #[track_caller]
    pub const fn at(self, url: &'static str) -> Source {
        assert!(
            starts_with(url, "https://") || starts_with(url, "http://"),
            "an address starts with `https://` or `http://`"
        );
        Source {
            url: Some(url),
            ..self
        }
    }

    /// The same source, compared with the figure on a day: `.checked(2026, 11, 23)`.
    #[track_caller]
    pub const fn checked(self, year: u16, month: u8, day: u8) -> Source {
        assert!(
            year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= days(year, month),
            "a date is year, month and day: `.checked(2026, 11, 23)`"
        );
        Source {
            checked: Some(Date { year, month, day }),
            ..self
        }
    }
}

const fn days(year: u16, month: u8) -> u8 {
    let is_leap_year =
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap_year => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

const fn starts_with(text: &str, start: &str) -> bool {
    match text.as_bytes().split_at_checked(start.len()) {
        Some((first, rest)) => {
            let (start, mut index) = (start.as_bytes(), 0);
            while index < start.len() {
                if first[index] != start[index] {
                    return false;
                }
                index += 1;
            }
            !rest.is_empty()
        }
        None => false,
    }
}

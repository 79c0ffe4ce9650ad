//! Where a figure is published, and when somebody last looked.

use crate::units::dynamic::Dynamic;

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
    /// The day on which the figure was last compared with the source.
    pub checked: Date,
}

/// One figure with its source.
///
/// ```
/// use mlsysim::core::constants::prices;
/// use mlsysim::{q, units::EnergyPrice};
///
/// const ON_PREMISES: EnergyPrice = q!(prices::ON_PREMISES_ELECTRICITY.value);
/// assert_eq!(ON_PREMISES, q!($0.07/kWh));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sourced<T> {
    /// The figure.
    pub value: T,
    /// Where it comes from.
    pub source: Source,
}

/// A figure of any dimension, as a row of a family's `ALL` table.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// The constant's own name, such as `GPU_TRAINING`.
    pub name: &'static str,
    /// Its value with the dimension as data.
    pub value: Dynamic,
    /// The expression that gives it, such as `q!(50_000 h)`.
    pub expression: &'static str,
    /// Where it comes from.
    pub source: &'static Source,
}

/// Constants of one figure each, and the table `ALL` of them.
macro_rules! sourced {
    ($($(#[$attribute:meta])* $name:ident: $type:ty = $value:expr, $source:expr;)*) => {
        $(
            $(#[$attribute])*
            pub const $name: $crate::core::constants::Sourced<$type> =
                $crate::core::constants::Sourced { value: $value, source: $source };
        )*
        /// Every figure of this page.
        pub const ALL: &[$crate::core::constants::Figure] = &[$(
            $crate::core::constants::Figure {
                name: stringify!($name),
                value: $crate::units::dynamic::of($name.value),
                expression: stringify!($value),
                source: &$name.source,
            }
        ),*];
    };
}

/// A method for each figure that some records of a family lack.
macro_rules! where_known {
    ($($(#[$attribute:meta])* $method:ident: $type:ty = $($field:ident).+, $what:literal;)*) => {
        $(
            $(#[$attribute])*
            #[track_caller]
            pub const fn $method(&self) -> $type {
                match self.$($field).+ {
                    Some(figure) => figure,
                    None => $crate::core::constants::source::missing(self.name, $what),
                }
            }
        )*
    };
}

pub(super) use {sourced, where_known};

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

pub(super) const fn date(year: u16, month: u8, day: u8) -> Date {
    Date { year, month, day }
}

const fn published(
    kind: SourceKind,
    reference: &'static str,
    url: &'static str,
    checked: Date,
) -> Source {
    Source {
        kind,
        reference,
        url: Some(url),
        checked,
    }
}

pub(super) const fn datasheet(reference: &'static str, url: &'static str, checked: Date) -> Source {
    published(SourceKind::Datasheet, reference, url, checked)
}

pub(super) const fn literature(
    reference: &'static str,
    url: &'static str,
    checked: Date,
) -> Source {
    published(SourceKind::Literature, reference, url, checked)
}

pub(super) const fn industry_report(
    reference: &'static str,
    url: &'static str,
    checked: Date,
) -> Source {
    published(SourceKind::IndustryReport, reference, url, checked)
}

/// A source that need not have an address; [`Source::at`] gives it one.
pub(super) const fn unpublished(
    kind: SourceKind,
    reference: &'static str,
    checked: Date,
) -> Source {
    Source {
        kind,
        reference,
        url: None,
        checked,
    }
}

pub(super) const fn convention(reference: &'static str, checked: Date) -> Source {
    unpublished(SourceKind::Convention, reference, checked)
}

pub(super) const fn estimate(reference: &'static str, checked: Date) -> Source {
    unpublished(SourceKind::Estimate, reference, checked)
}

pub(super) const fn illustrative(reference: &'static str, checked: Date) -> Source {
    unpublished(SourceKind::Illustrative, reference, checked)
}

pub(super) const fn derived(reference: &'static str, checked: Date) -> Source {
    unpublished(SourceKind::Derived, reference, checked)
}

/// For orders of magnitude whose origin is not recorded.
pub(super) const UNSOURCED: Source = estimate(
    "Order of magnitude in mlsysim 0.3.0 (PyPI), which names no source",
    date(2026, 11, 23),
)
.at("https://pypi.org/project/mlsysim/0.3.0/");

impl Source {
    /// The same source with an address.
    pub(super) const fn at(self, url: &'static str) -> Source {
        Source {
            url: Some(url),
            ..self
        }
    }
}

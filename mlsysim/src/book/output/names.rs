//! What the files of the output folder are called.

/// The folder of the generated includes.
pub(in crate::book) const GENERATED: &str = "_generated";
pub(super) const VARIABLES: &str = "_variables.yml";
/// The folder of the preview.
pub(in crate::book) const PREVIEW: &str = "_preview";

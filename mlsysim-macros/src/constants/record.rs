//! Writing a record: fields one after the other, each as `<length in bytes>:<text>`.
//!
//! No text can be taken for the end of a field, so any text comes back as it went in. The reader
//! is `mlsysim::core::constants::registry::record`.

#[derive(Default)]
pub(super) struct Writer {
    text: String,
}

impl Writer {
    pub(super) fn text(&mut self, field: &str) -> &mut Self {
        self.text.push_str(&field.len().to_string());
        self.text.push(':');
        self.text.push_str(field);
        self
    }

    pub(super) fn number(&mut self, field: usize) -> &mut Self {
        self.text(&field.to_string())
    }

    /// `0`, or `1` and the text.
    pub(super) fn maybe(&mut self, field: Option<&str>) -> &mut Self {
        self.list(field.as_slice(), |writer, field| {
            writer.text(field);
        })
    }

    /// The count, and then each.
    pub(super) fn list<T>(
        &mut self,
        items: &[T],
        mut write: impl FnMut(&mut Self, &T),
    ) -> &mut Self {
        self.number(items.len());
        for item in items {
            write(self, item);
        }
        self
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

//! Writes XML, element by element. What XML cannot hold becomes a replacement character.

use std::fmt::Write as _;

use crate::schema::XmlNamespace;

#[derive(Debug, Default)]
pub(crate) struct Xml {
    text: String,
}

impl Xml {
    pub(crate) fn open(&mut self, name: &str, namespace: Option<XmlNamespace>) {
        self.open_with(name, namespace, None);
    }

    /// An attribute with a prefix is one of XML Schema's.
    pub(crate) fn open_with(
        &mut self,
        name: &str,
        namespace: Option<XmlNamespace>,
        attribute: Option<(&str, &str)>,
    ) {
        self.text.push('<');
        self.text.push_str(name);
        if let Some((name, value)) = attribute {
            let schema = "http://www.w3.org/2001/XMLSchema-instance";
            let _ = write!(self.text, " xmlns:xsi=\"{schema}\" {name}=\"");
            self.text(value);
            self.text.push('"');
        } else if let Some(XmlNamespace { prefix, uri }) = namespace {
            let prefix = prefix
                .map(|prefix| format!(":{prefix}"))
                .unwrap_or_default();
            let _ = write!(self.text, " xmlns{prefix}=\"");
            self.text(uri);
            self.text.push('"');
        }
        self.text.push('>');
    }

    pub(crate) fn close(&mut self, name: &str) {
        let _ = write!(self.text, "</{name}>");
    }

    pub(crate) fn element(&mut self, name: &str, content: &str) {
        self.open(name, None);
        self.text(content);
        self.close(name);
    }

    pub(crate) fn text(&mut self, content: &str) {
        for character in content.chars() {
            match character {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\r' => self.text.push_str("&#xD;"),
                '\t' | '\n' => self.text.push(character),
                '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => self.text.push('\u{fffd}'),
                _ => self.text.push(character),
            }
        }
    }

    pub(crate) fn finish(self) -> String {
        self.text
    }
}

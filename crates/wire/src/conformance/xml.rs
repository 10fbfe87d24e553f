//! Just enough of XML to compare two answers: elements with attributes, and text.

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Element {
    name: String,
    text: String,
    children: Vec<Element>,
}

impl Element {
    /// Reads the one element that the text holds.
    pub(super) fn parse(text: &str) -> Self {
        let mut rest = text.trim();
        let element = Self::read(&mut rest);
        assert_eq!(rest.trim(), "", "nothing follows the root");
        element
    }

    /// Removes children that a vector leaves out.
    pub(super) fn without(mut self, name: &str) -> Self {
        self.children.retain(|child| child.name != name);
        self
    }

    /// The order of maps' entries means nothing.
    pub(super) fn sorted(mut self) -> Self {
        self.children = self.children.into_iter().map(Self::sorted).collect();
        self.children.sort_by_key(|child| format!("{child:?}"));
        self
    }

    pub(super) fn root_without_namespace(mut self) -> Self {
        self.name = self
            .name
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_owned();
        self
    }

    fn read(rest: &mut &str) -> Self {
        let (tag, after) = rest
            .strip_prefix('<')
            .and_then(|rest| rest.split_once('>'))
            .expect("a tag");
        *rest = after;
        if let Some(name) = tag.strip_suffix('/') {
            return Self {
                name: name.trim().to_owned(),
                text: String::new(),
                children: Vec::new(),
            };
        }
        let mut element = Self {
            name: tag.to_owned(),
            text: String::new(),
            children: Vec::new(),
        };
        loop {
            let (text, after) = rest.split_once('<').expect("an end tag");
            element.text.push_str(&unescape(text));
            if let Some(end) = after.strip_prefix('/') {
                *rest = end.split_once('>').expect("an end tag").1;
                break;
            }
            *rest = rest.split_at(text.len()).1;
            element.children.push(Self::read(rest));
        }
        if !element.children.is_empty() || element.text.trim().is_empty() {
            element.text.clear();
        }
        element
    }
}

fn unescape(text: &str) -> String {
    let quotes = text.replace("&quot;", "\"").replace("&#xD;", "\r");
    quotes
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

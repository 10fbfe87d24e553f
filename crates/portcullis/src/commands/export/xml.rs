//! The texts of elements in what AWS's query protocol answers: elements without attributes, whose
//! names tell where they stand.

/// The text of the first element of a name that holds text alone.
pub(super) fn first(xml: &str, element: &str) -> Option<String> {
    all(xml, element).into_iter().next()
}

/// The texts of all of them.
pub(super) fn all(xml: &str, element: &str) -> Vec<String> {
    let (open, close) = (format!("<{element}>"), format!("</{element}>"));
    let mut rest = xml;
    let mut texts = Vec::new();
    while let Some((_, after)) = rest.split_once(&open) {
        let Some((text, behind)) = after.split_once(&close) else {
            break;
        };
        if !text.contains('<') {
            texts.push(unescaped(text));
        }
        rest = behind;
    }
    texts
}

fn unescaped(text: &str) -> String {
    let named = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&#34;", "\"");
    named.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_by_the_names_of_their_elements() {
        let xml =
            "<A><member><Name>x</Name></member><member>a &amp;lt; b</member><member>c</member></A>";
        assert_eq!(all(xml, "Name"), ["x"]);
        assert_eq!(all(xml, "member"), ["a &lt; b", "c"]);
        assert_eq!(first(xml, "Marker"), None);
        assert_eq!(first("<Name>open", "Name"), None);
    }
}

//! Lists in one header: items separated by commas, quoted where they hold a comma or a quote.

/// Splits at commas outside quotes. Dates hold a comma themselves, so those pairs stay together.
pub(super) fn split(text: &str, dates: bool) -> Vec<String> {
    let items = unquoted(text);
    if !dates {
        return items;
    }
    items.chunks(2).map(|date| date.join(", ")).collect()
}

fn unquoted(text: &str) -> Vec<String> {
    let (mut items, mut item) = (Vec::new(), String::new());
    let (mut quoted, mut was_quoted) = (false, false);
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' if !quoted && item.trim().is_empty() => {
                item.clear();
                (quoted, was_quoted) = (true, true);
            }
            '"' if quoted => quoted = false,
            '\\' if quoted => item.extend(characters.next()),
            ',' if !quoted => {
                items.push(finished(&item, was_quoted));
                item.clear();
                was_quoted = false;
            }
            _ if was_quoted && !quoted => {}
            _ => item.push(character),
        }
    }
    if !items.is_empty() || was_quoted || !item.trim().is_empty() {
        items.push(finished(&item, was_quoted));
    }
    items
}

fn finished(item: &str, was_quoted: bool) -> String {
    if was_quoted {
        item.to_owned()
    } else {
        item.trim().to_owned()
    }
}

pub(super) fn join(items: &[String], quote: bool) -> String {
    let items = items.iter().map(|item| {
        if quote && item.contains([',', '"']) {
            format!("\"{}\"", item.replace('\\', "\\\\").replace('"', "\\\""))
        } else {
            item.clone()
        }
    });
    items.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &str, items: &[&str]) {
        assert_eq!(split(header, false), items);
        let owned: Vec<String> = items.iter().map(|&item| item.to_owned()).collect();
        assert_eq!(join(&owned, true), header);
    }

    #[test]
    fn quotes_guard_commas_and_quotes() {
        check("a, b, c", &["a", "b", "c"]);
        check(r#""b,c", "\"def\"", a"#, &["b,c", "\"def\"", "a"]);
        check("", &[]);
    }

    #[test]
    fn dates_keep_their_own_comma() {
        let dates = "Mon, 16 Dec 2019 23:48:18 GMT, Tue, 17 Dec 2019 23:48:18 GMT";
        let expected = [
            "Mon, 16 Dec 2019 23:48:18 GMT",
            "Tue, 17 Dec 2019 23:48:18 GMT",
        ];
        assert_eq!(split(dates, true), expected);
    }
}

//! A file of API keys: comma-separated values with a line of column names.
//!
//! Names are read in any case and order; columns that mean nothing here are left out, as AWS leaves
//! them out. A value may stand in double or single quotes, where a doubled quote is one.

/// A line, without what only the file knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Counted from 1, for warnings.
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) key: String,
    pub(super) description: String,
    pub(super) enabled: bool,
    pub(super) plans: Vec<String>,
}

/// The text says what makes the whole file unusable.
pub(super) fn read(text: &str) -> Result<Vec<Row>, String> {
    let mut lines = records(text)?.into_iter();
    let (_, names) = lines.next().ok_or("The file is empty")?;
    let names: Vec<String> = names
        .iter()
        .map(|name| name.trim().to_ascii_lowercase())
        .collect();
    for needed in ["name", "key"] {
        if !names.iter().any(|name| name == needed) {
            return Err(format!("The file has no column {needed}"));
        }
    }
    Ok(lines
        .map(|(line, fields)| row(line, &names, &fields))
        .collect())
}

fn row(line: usize, names: &[String], fields: &[String]) -> Row {
    let field = |wanted: &str| {
        let at = names.iter().position(|name| name == wanted);
        let field = at.and_then(|at| fields.get(at));
        field
            .map(|field| field.trim().to_owned())
            .unwrap_or_default()
    };
    let plans = field("usageplanids");
    let plans = plans.split(',').map(str::trim).filter(|id| !id.is_empty());
    Row {
        line,
        name: field("name"),
        key: field("key"),
        description: field("description"),
        enabled: !field("enabled").eq_ignore_ascii_case("false"),
        plans: plans.map(str::to_owned).collect(),
    }
}

type Record = (usize, Vec<String>);

/// Lines that are not blank, by their numbers.
fn records(text: &str) -> Result<Vec<Record>, String> {
    let mut records = Vec::new();
    let mut rest = text.trim_start_matches('\u{feff}');
    let mut line = 1;
    while !rest.is_empty() {
        let (fields, lines, after) = record(rest, line)?;
        if fields.iter().any(|field| !field.trim().is_empty()) {
            records.push((line, fields));
        }
        line += lines;
        rest = after;
    }
    Ok(records)
}

/// One record, how many lines it takes, and what follows it.
fn record(text: &str, line: usize) -> Result<(Vec<String>, usize, &str), String> {
    let mut fields = Vec::new();
    let mut rest = text;
    let mut lines = 1;
    loop {
        let (field, after) = field(rest).ok_or(format!("Line {line}: a quote is not closed"))?;
        lines += field.matches('\n').count();
        fields.push(field);
        let Some(next) = after.strip_prefix(',') else {
            let after = after.strip_prefix('\r').unwrap_or(after);
            return Ok((fields, lines, after.strip_prefix('\n').unwrap_or(after)));
        };
        rest = next;
    }
}

/// A value up to its comma or the end of the line, and what follows it.
fn field(text: &str) -> Option<(String, &str)> {
    let quote = text
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''));
    let Some(quote) = quote else {
        let end = text.find([',', '\r', '\n']).unwrap_or(text.len());
        let (field, after) = text.split_at(end);
        return Some((field.to_owned(), after));
    };
    let mut field = String::new();
    let mut rest = text.strip_prefix(quote)?;
    loop {
        let (part, after) = rest.split_once(quote)?;
        field.push_str(part);
        let Some(doubled) = after.strip_prefix(quote) else {
            let end = after.find([',', '\r', '\n']).unwrap_or(after.len());
            return Some((field, after.split_at(end).1));
        };
        field.push(quote);
        rest = doubled;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected` is `line:name:key:description:enabled:plan+plan`.
    #[track_caller]
    fn check(text: &str, expected: Result<&[&str], &str>) {
        let shown = read(text).map(|rows| {
            let rows = rows.into_iter();
            rows.map(|row| {
                let plans = row.plans.join("+");
                let Row {
                    line,
                    name,
                    key,
                    description,
                    enabled,
                    ..
                } = row;
                format!("{line}:{name}:{key}:{description}:{enabled}:{plans}")
            })
            .collect::<Vec<_>>()
        });
        let expected = expected.map(|rows| rows.iter().map(|row| (*row).to_owned()).collect());
        assert_eq!(shown, expected.map_err(str::to_owned), "{text}");
    }

    #[test]
    fn the_examples_of_the_guide_are_read() {
        check("Key,name\nk1,First\n", Ok(&["2:First:k1::true:"]));
        check(
            "Name,key,description,Enabled,usageplanIds\r\nFirst,k1,An imported key,TRUE,c7y23b\r\n",
            Ok(&["2:First:k1:An imported key:true:c7y23b"]),
        );
        check(
            "Enabled,Name,key,UsageplanIds\ntrue,First,k1,\"c7y23b,glvrsr\"\nfalse,Second,k2,'a, b'",
            Ok(&["2:First:k1::true:c7y23b+glvrsr", "3:Second:k2::false:a+b"]),
        );
    }

    #[test]
    fn quotes_hold_commas_lines_and_quotes() {
        check(
            "name,key,description\n\"a \"\"b\"\"\",k1,\"two\nlines\"\n\nc,k2,it's,more\n",
            Ok(&["2:a \"b\":k1:two\nlines:true:", "5:c:k2:it's:true:"]),
        );
    }

    #[test]
    fn what_is_no_such_file_is_refused() {
        check("", Err("The file is empty"));
        check("name\na", Err("The file has no column key"));
        check("key\na", Err("The file has no column name"));
        check("name,key\n\"a,b", Err("Line 2: a quote is not closed"));
    }
}

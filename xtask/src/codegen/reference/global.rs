//! The global condition keys, which the package keeps in a script instead of in its data.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context as _, ensure};

use super::input::{KeyType, key_name};

/// The keys with their types.
pub(super) fn read(package: &Path) -> anyhow::Result<BTreeMap<String, KeyType>> {
    let path = package.join("dist/esm/globalConditionKeys.js");
    let script = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let keys = quoted(&script, "key: '");
    let types = quoted(&script, "type: '");
    ensure!(
        keys.len() == types.len() && keys.len() > 40,
        "the script of the global condition keys is not as it was"
    );
    keys.into_iter()
        .zip(types)
        .map(|(key, kind)| Ok((key_name(key), KeyType::read(kind)?)))
        .collect()
}

/// What stands between the mark and the next quote, line by line.
fn quoted<'a>(script: &'a str, mark: &str) -> Vec<&'a str> {
    let lines = script.lines().map(str::trim_start);
    lines
        .filter_map(|line| line.strip_prefix(mark)?.split('\'').next())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_after_the_mark_is_read() {
        let script = "{\n  key: 'aws:A',\n  type: 'Bool', // also\n},\nconst key = 'x';";
        assert_eq!(quoted(script, "key: '"), ["aws:A"]);
        assert_eq!(quoted(script, "type: '"), ["Bool"]);
    }
}

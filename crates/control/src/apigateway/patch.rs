//! Patch operations: JSON Patch as API Gateway understands it (API reference, "Patch operations").
//!
//! A path has the parts that stand between its slashes, with `~1` for a slash and `~0` for a
//! tilde. What a path means is for each resource to say; the ways to refuse one are the same.

use std::collections::BTreeMap;

use wire::apigateway::PatchOperation;

use super::failures::{bad_request, not_found};
use crate::refused::Refused;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Op {
    Add,
    Remove,
    Replace,
    Move,
    Copy,
    Test,
}

impl Op {
    const ALL: [Self; 6] = [
        Self::Add,
        Self::Remove,
        Self::Replace,
        Self::Move,
        Self::Copy,
        Self::Test,
    ];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Remove => "remove",
            Self::Replace => "replace",
            Self::Move => "move",
            Self::Copy => "copy",
            Self::Test => "test",
        }
    }
}

#[derive(Debug, Clone)]
pub(super) struct Patch {
    pub(super) op: Op,
    /// As it was sent.
    pub(super) path: String,
    parts: Vec<String>,
    value: Option<String>,
    pub(super) from: Option<String>,
}

/// Reads the operations in their order.
pub(super) fn read(operations: Option<Vec<PatchOperation>>) -> Result<Vec<Patch>, Refused> {
    operations
        .unwrap_or_default()
        .into_iter()
        .map(Patch::read)
        .collect()
}

impl Patch {
    fn read(operation: PatchOperation) -> Result<Self, Refused> {
        let given = operation.op.as_deref();
        let Some(op) = Op::ALL.into_iter().find(|op| Some(op.as_str()) == given) else {
            return Err(bad_request("Invalid patch operation specified."));
        };
        let Some(path) = operation.path else {
            return Err(bad_request("Invalid patch path null"));
        };
        let Some(below) = path.strip_prefix('/') else {
            return Err(bad_request(format!("Invalid patch path {path}")));
        };
        let parts = below.split('/').map(unescape).collect();
        Ok(Self {
            op,
            parts,
            path,
            value: operation.value,
            from: operation.from,
        })
    }

    pub(super) fn parts(&self) -> Vec<&str> {
        self.parts.iter().map(String::as_str).collect()
    }

    /// An empty value is one, an absent one is none.
    pub(super) fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// The value, with an empty one counting as none, as AWS takes it for scalars.
    pub(super) fn filled(&self) -> Option<&str> {
        self.value().filter(|value| !value.is_empty())
    }

    pub(super) fn invalid_path(&self) -> Refused {
        bad_request(format!("Invalid patch path {}", self.path))
    }

    /// The new value of something that can only be replaced.
    pub(super) fn replacement(&self) -> Result<Option<String>, Refused> {
        self.only(&[Op::Replace])?;
        Ok(self.filled().map(str::to_owned))
    }

    /// The new value of something that can be taken away too.
    pub(super) fn optional(&self) -> Result<Option<String>, Refused> {
        self.only(&[Op::Add, Op::Replace, Op::Remove])?;
        Ok(self
            .filled()
            .filter(|_| self.op != Op::Remove)
            .map(str::to_owned))
    }

    /// A replaced switch. Anything but `true` switches off, as recorded.
    pub(super) fn switch(&self) -> Result<bool, Refused> {
        Ok(self
            .replacement()?
            .is_some_and(|value| value.eq_ignore_ascii_case("true")))
    }

    pub(super) fn only(&self, allowed: &[Op]) -> Result<(), Refused> {
        if allowed.contains(&self.op) {
            return Ok(());
        }
        let allowed: Vec<_> = allowed.iter().map(|op| op.as_str()).collect();
        Err(bad_request(format!(
            "Invalid patch operation specified. Must be one of: [{}]",
            allowed.join(", ")
        )))
    }

    /// For resources that know a few paths and `replace` alone, and that say so.
    pub(super) fn among(&self, paths: &[&str]) -> Result<(), Refused> {
        let (path, op) = (&self.path, self.op.as_str());
        let refused = format!("Invalid patch path  '{path}' specified for op '{op}'.");
        if self.op != Op::Replace {
            return Err(bad_request(format!(
                "{refused} Please choose supported operations"
            )));
        }
        if !paths.contains(&path.as_str()) {
            let paths = paths.join(", ");
            return Err(bad_request(format!("{refused} Must be one of: [{paths}]")));
        }
        Ok(())
    }

    /// One entry of a map. `missing` is said when what is to be replaced or removed is not there.
    pub(super) fn entry<V>(
        &self,
        map: &mut BTreeMap<String, V>,
        key: &str,
        missing: &'static str,
        read: impl FnOnce(&str) -> Result<V, Refused>,
    ) -> Result<(), Refused> {
        self.only(&[Op::Add, Op::Remove, Op::Replace])?;
        if self.op != Op::Add && !map.contains_key(key) {
            return Err(not_found(missing));
        }
        if self.op == Op::Remove {
            map.remove(key);
            return Ok(());
        }
        let Some(value) = self.value() else {
            let member = self.parts.first().map_or("", String::as_str);
            return Err(bad_request(format!(
                "Invalid null or empty value in {member}"
            )));
        };
        map.insert(key.to_owned(), read(value)?);
        Ok(())
    }

    /// The same for a map that is gone with its last entry.
    pub(super) fn entry_of<V>(
        &self,
        map: &mut Option<BTreeMap<String, V>>,
        key: &str,
        missing: &'static str,
        read: impl FnOnce(&str) -> Result<V, Refused>,
    ) -> Result<(), Refused> {
        let mut entries = map.take().unwrap_or_default();
        let outcome = self.entry(&mut entries, key, missing, read);
        *map = Some(entries).filter(|entries| !entries.is_empty());
        outcome
    }

    /// A list that is patched like a set: the item stands in the path, what replaces it is the
    /// value and goes to the end (recorded for `binaryMediaTypes`).
    pub(super) fn item(&self, list: &mut Vec<String>, item: &str) -> Result<(), Refused> {
        self.only(&[Op::Add, Op::Remove, Op::Replace])?;
        if self.op != Op::Add {
            let before = list.len();
            list.retain(|present| present != item);
            if list.len() == before {
                return Err(self.invalid_path());
            }
        }
        let added = match self.op {
            Op::Replace => self.filled(),
            Op::Add => Some(item),
            Op::Remove | Op::Move | Op::Copy | Op::Test => None,
        };
        if let Some(added) = added.filter(|added| !list.iter().any(|present| present == added)) {
            list.push(added.to_owned());
        }
        Ok(())
    }

    /// The item of a set that a path ends with, or that is the value of a path that stops before.
    pub(super) fn item_or_value<'a>(&'a self, rest: &'a [&str]) -> Result<&'a str, Refused> {
        match (rest, self.filled()) {
            ([item], _) => Ok(item),
            ([], Some(value)) => Ok(value),
            _ => Err(self.invalid_path()),
        }
    }
}

fn unescape(part: &str) -> String {
    part.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patch(op: &str, path: &str, value: Option<&str>) -> Patch {
        let operation = PatchOperation {
            op: Some(op.to_owned()),
            path: Some(path.to_owned()),
            value: value.map(str::to_owned),
            from: None,
        };
        Patch::read(operation).unwrap()
    }

    fn text<T: std::fmt::Debug>(outcome: Result<T, Refused>) -> String {
        match outcome {
            Err(Refused::Failure(failure)) => failure.message,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_path_is_cut_before_it_is_unescaped() {
        for (path, parts) in [
            ("/name", &["name"][..]),
            (
                "/requestModels/application~1json",
                &["requestModels", "application/json"],
            ),
            ("/a/b/c", &["a", "b", "c"]),
            ("/a~01", &["a~1"]),
            ("/", &[""]),
        ] {
            assert_eq!(patch("add", path, None).parts(), parts, "{path}");
        }
    }

    #[test]
    fn what_is_no_operation_is_refused() {
        let without_path = PatchOperation {
            op: Some("add".into()),
            ..PatchOperation::default()
        };
        assert_eq!(text(Patch::read(without_path)), "Invalid patch path null");
        let relative = PatchOperation {
            op: Some("add".into()),
            path: Some("name".into()),
            ..PatchOperation::default()
        };
        assert_eq!(text(Patch::read(relative)), "Invalid patch path name");
    }

    #[test]
    fn a_scalar_can_only_be_replaced() {
        let replaced = patch("replace", "/name", Some("new"));
        assert_eq!(replaced.replacement().unwrap().as_deref(), Some("new"));
        assert_eq!(
            patch("replace", "/name", Some("")).replacement().unwrap(),
            None
        );
        assert_eq!(
            text(patch("add", "/name", Some("new")).replacement()),
            "Invalid patch operation specified. Must be one of: [replace]"
        );
        assert!(patch("replace", "/on", Some("TRUE")).switch().unwrap());
        assert!(!patch("replace", "/on", Some("whatever")).switch().unwrap());
    }

    #[test]
    fn a_map_loses_and_gains_entries() {
        let mut map = None;
        let mut apply = |op: &str, value: Option<&str>| {
            let patch = patch(op, "/parameters/x", value);
            let outcome = patch.entry_of(&mut map, "x", "not there", |v| Ok(v.to_owned()));
            (text(outcome), map.clone())
        };
        let with = |value: &str| Some(BTreeMap::from([("x".to_owned(), value.to_owned())]));
        for (op, value, said, left) in [
            ("replace", Some("1"), "not there", None),
            ("remove", None, "not there", None),
            ("add", Some("1"), "Ok(())", with("1")),
            ("replace", Some("2"), "Ok(())", with("2")),
            ("remove", None, "Ok(())", None),
            (
                "add",
                None,
                "Invalid null or empty value in parameters",
                None,
            ),
        ] {
            assert_eq!(apply(op, value), (said.to_owned(), left), "{op} {value:?}");
        }
    }

    #[test]
    fn a_list_is_patched_like_a_set() {
        let mut list = vec!["image/png".to_owned(), "image/jpeg".to_owned()];
        patch("replace", "/types/image~1png", Some("image/gif"))
            .item(&mut list, "image/png")
            .unwrap();
        assert_eq!(list, ["image/jpeg", "image/gif"]);
        patch("add", "/types/image~1gif", None)
            .item(&mut list, "image/gif")
            .unwrap();
        patch("remove", "/types/image~1jpeg", None)
            .item(&mut list, "image/jpeg")
            .unwrap();
        assert_eq!(list, ["image/gif"]);
        assert!(
            patch("remove", "/types/x", None)
                .item(&mut list, "x")
                .is_err()
        );
    }

    #[test]
    fn some_resources_name_their_paths() {
        let paths = ["/description", "/schema"];
        assert_eq!(
            text(patch("add", "/wrong-path", None).among(&paths)),
            "Invalid patch path  '/wrong-path' specified for op 'add'. Please choose supported operations"
        );
        assert_eq!(
            text(patch("replace", "/name", None).among(&paths)),
            "Invalid patch path  '/name' specified for op 'replace'. Must be one of: [/description, /schema]"
        );
        assert!(patch("replace", "/schema", None).among(&paths).is_ok());
    }
}

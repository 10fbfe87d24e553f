//! Conditions on reading and writing an object (S3 user guide, "Conditional requests"; RFC 9110,
//! section 13).

use model::{Object, ObjectVersion};
use wire::{Document, Failure};

use super::super::failures::{no_such_key, precondition_failed};
use super::super::times;
use super::{Found, quoted};
use crate::refused::Refused;

#[derive(Debug, Default)]
pub(in super::super) struct ReadConditions {
    pub(in super::super) matches: Option<String>,
    pub(in super::super) matches_none: Option<String>,
    pub(in super::super) modified_since: Option<wire::Timestamp>,
    pub(in super::super) unmodified_since: Option<wire::Timestamp>,
}

impl ReadConditions {
    /// Of two that speak of the same, the entity tag counts.
    pub(in super::super) fn check(&self, found: &Found) -> Result<(), Refused> {
        let modified = found.version.modified.seconds();
        if let Some(tags) = &self.matches {
            if !is_among(&found.object, tags) {
                return Err(precondition_failed("If-Match"));
            }
        } else if self
            .unmodified_since
            .is_some_and(|time| modified > times::seconds(time))
        {
            return Err(precondition_failed("If-Unmodified-Since"));
        }
        let unchanged = match (&self.matches_none, self.modified_since) {
            (Some(tags), _) => is_among(&found.object, tags),
            (None, Some(time)) => modified <= times::seconds(time),
            (None, None) => false,
        };
        if unchanged {
            return Err(not_modified(&found.object));
        }
        Ok(())
    }

    /// The same of the source of a copy, where nothing is "not modified".
    pub(in super::super) fn check_source(&self, found: &Found) -> Result<(), Refused> {
        let failed = |condition| precondition_failed(condition);
        match self.check(found) {
            Err(Refused::Failure(failure)) if failure.status == 304 => {
                Err(failed("x-amz-copy-source-If-None-Match"))
            }
            other => other,
        }
    }
}

fn not_modified(object: &Object) -> Refused {
    let failure = Failure::new("NotModified", 304, "Not Modified");
    let tag = Document::String(quoted(&object.etag));
    failure.with("ETag", tag).into()
}

fn is_among(object: &Object, tags: &str) -> bool {
    let tags = tags.split(',').map(str::trim);
    let mut tags = tags.map(|tag| tag.trim_start_matches("W/").trim_matches('"'));
    tags.any(|tag| tag == "*" || tag == object.etag)
}

#[derive(Debug, Default, Clone)]
pub(in super::super) struct WriteConditions {
    pub(in super::super) matches: Option<String>,
    /// Only `*`: there must be none.
    pub(in super::super) matches_none: Option<String>,
    pub(in super::super) key: String,
}

impl WriteConditions {
    pub(in super::super) fn check(&self, current: Option<&ObjectVersion>) -> Result<(), Refused> {
        let object = current.and_then(|version| version.object.as_ref());
        if self.matches_none.is_some() && object.is_some() {
            return Err(precondition_failed("If-None-Match"));
        }
        match (&self.matches, object) {
            (None, _) => Ok(()),
            (Some(_), None) => Err(no_such_key(&self.key)),
            (Some(tags), Some(object)) if is_among(object, tags) => Ok(()),
            (Some(_), Some(_)) => Err(precondition_failed("If-Match")),
        }
    }

    /// What can be asked of a write.
    pub(in super::super) fn of(
        key: &str,
        matches: Option<String>,
        matches_none: Option<String>,
    ) -> Result<Self, Refused> {
        if matches_none.as_deref().is_some_and(|tag| tag != "*") {
            let message = "A header you provided implies functionality that is not implemented";
            let fields = [("Header", "If-None-Match")];
            return Err(super::super::failures::with(
                "NotImplemented",
                501,
                message,
                &fields,
            ));
        }
        Ok(Self {
            matches,
            matches_none,
            key: key.to_owned(),
        })
    }
}

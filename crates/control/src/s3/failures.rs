//! The errors that several operations share, in the words of S3 (S3 API reference, "Error responses").

use wire::{Document, Failure};

use crate::refused::Refused;
use crate::unserved;

pub(super) fn no_such_bucket(bucket: &str) -> Refused {
    let message = "The specified bucket does not exist";
    with("NoSuchBucket", 404, message, &[("BucketName", bucket)])
}

pub(super) fn no_such_key(key: &str) -> Refused {
    let message = "The specified key does not exist.";
    with("NoSuchKey", 404, message, &[("Key", key)])
}

pub(super) fn no_such_version(key: &str, version: &str) -> Refused {
    let message = "The specified version does not exist.";
    let fields = [("Key", key), ("VersionId", version)];
    with("NoSuchVersion", 404, message, &fields)
}

pub(super) fn no_such_upload(upload: &str) -> Refused {
    let message = "The specified upload does not exist. The upload ID may be invalid, or the upload \
                   may have been aborted or completed.";
    with("NoSuchUpload", 404, message, &[("UploadId", upload)])
}

pub(super) fn invalid_argument(message: &str, name: &str, value: &str) -> Refused {
    let fields = [("ArgumentName", name), ("ArgumentValue", value)];
    with("InvalidArgument", 400, message, &fields)
}

pub(super) fn invalid_request(message: impl Into<String>) -> Refused {
    Failure::new("InvalidRequest", 400, message).into()
}

pub(super) fn malformed_xml() -> Refused {
    let message = "The XML you provided was not well-formed or did not validate against our \
                   published schema";
    Failure::new("MalformedXML", 400, message).into()
}

pub(super) fn precondition_failed(condition: &str) -> Refused {
    let message = "At least one of the pre-conditions you specified did not hold";
    with(
        "PreconditionFailed",
        412,
        message,
        &[("Condition", condition)],
    )
}

/// Said without a policy having been asked.
pub(super) fn access_denied(message: &str) -> Refused {
    Failure::new("AccessDenied", 403, message).into()
}

pub(super) fn no_acls() -> Refused {
    let message = "The bucket does not allow ACLs";
    Failure::new("AccessControlListNotSupported", 400, message).into()
}

pub(super) fn absent(code: &'static str, message: &str, bucket: &str) -> Refused {
    with(code, 404, message, &[("BucketName", bucket)])
}

pub(super) fn with(
    code: &'static str,
    status: u16,
    message: &str,
    fields: &[(&'static str, &str)],
) -> Refused {
    let failure = Failure::new(code, status, message);
    let told = fields.iter().fold(failure, |failure, (name, value)| {
        failure.with(name, Document::String((*value).to_owned()))
    });
    told.into()
}

/// Refuses, by name, whatever is given and not served.
pub(super) fn refuse_unserved(given: &[(&str, bool)]) -> Result<(), Refused> {
    unserved::refuse(given, |name| {
        let message = format!(
            "A header you provided implies functionality that is not implemented: {}",
            unserved::message(name)
        );
        with("NotImplemented", 501, &message, &[("Header", name)])
    })
}

/// The body was not as long as its head said.
pub(crate) fn incomplete_body() -> Failure {
    Failure::new(
        "IncompleteBody",
        400,
        "You did not provide the number of bytes specified by the Content-Length HTTP header",
    )
}

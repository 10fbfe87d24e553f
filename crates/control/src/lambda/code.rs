//! The zip of a function: checked, then kept under its hash.

use ::lambda::{CodeError, TakenImage, check_zip};
use bytes::Bytes;
use model::{Code, ContainerImage, Version};
use objects::ContentError;

use super::failures::invalid;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::s3::Place;

/// No unzipped code is larger (Lambda developer guide, "Lambda quotas").
const MOST_ZIP_BYTES: u64 = 262_144_000;

/// The bucket whose keys are folders of this machine: a convention of local servers.
const HOT_RELOAD: &str = "hot-reload";

/// Where a function's code comes from.
pub(in crate::lambda) struct Source {
    pub(super) code: Code,
    /// A folder of this machine that is read again whenever it changes.
    pub(super) folder: Option<String>,
    /// A container image, which stays unpacked as long as this is held.
    pub(super) image: Option<(ContainerImage, TakenImage)>,
}

impl Source {
    /// What a version already has.
    pub(super) fn of(version: &Version) -> Self {
        Self {
            code: version.code.clone(),
            folder: version.code_folder.clone(),
            image: None,
        }
    }
}

impl Rooms {
    /// A zip that comes with the call, or a folder by the bucket's convention.
    pub(super) async fn source(
        &self,
        call: &Call,
        zip: Option<Bytes>,
        place: Option<Place<'_>>,
    ) -> Result<Source, Refused> {
        if let Some(Place {
            bucket: HOT_RELOAD,
            key,
            ..
        }) = place
        {
            let folder = self.lambda.hot_folder(key);
            let folder = folder.map_err(|refused| invalid(format!("{refused}.")))?;
            let folder = folder.display().to_string();
            let size = folder.len() as u64;
            let sha256 = self.blobs.put(Bytes::from(folder.clone())).await?;
            return Ok(Source {
                code: Code { sha256, size },
                folder: Some(folder),
                image: None,
            });
        }
        let zip = match (zip, place) {
            (Some(zip), _) => zip,
            (None, Some(place)) => self.zip_at(call, place).await?,
            (None, None) => return Err(invalid("Please provide a source for function code.")),
        };
        let code = self.keep_code(zip).await?;
        Ok(Source {
            code,
            folder: None,
            image: None,
        })
    }

    /// A zip in a bucket, read as whoever calls: as on AWS they need `s3:GetObject` on it.
    pub(super) async fn zip_at(&self, call: &Call, place: Place<'_>) -> Result<Bytes, Refused> {
        let read = self.read_object(call, place, MOST_ZIP_BYTES).await;
        read.map_err(of_s3)
    }

    /// Keeps a zip that could be unpacked, and only such a one.
    pub(super) async fn keep_code(&self, zip: Bytes) -> Result<Code, Refused> {
        let size = zip.len() as u64;
        let looked_at = zip.clone();
        let checked = tokio::task::spawn_blocking(move || check_zip(&looked_at)).await;
        checked.map_err(Refused::internal)?.map_err(refused)?;
        let sha256 = self.blobs.put(zip).await?;
        Ok(Code { sha256, size })
    }
}

/// The place of a zip, if a bucket and a key are given.
pub(super) fn place<'a>(
    bucket: Option<&'a str>,
    key: Option<&'a str>,
    version: Option<&'a str>,
) -> Option<Place<'a>> {
    Some(Place {
        bucket: bucket?,
        key: key?,
        version,
    })
}

/// In Lambda's words, as its clients report them.
fn of_s3(refused: Refused) -> Refused {
    match refused {
        Refused::Failure(failure) => invalid(format!(
            "Error occurred while GetObject. S3 Error Code: {}. S3 Error Message: {}",
            failure.code, failure.message
        )),
        Refused::Content(ContentError::TooLarge(most)) => invalid(format!(
            "Unzipped size must be smaller than 262144000 bytes: the object is longer than {most} \
             bytes"
        )),
        other => other,
    }
}

fn refused(error: CodeError) -> Refused {
    match error {
        CodeError::Broken(_) => invalid(
            "Could not unzip uploaded file. Please check your file, then try to upload again.",
        ),
        CodeError::Empty => invalid("Uploaded file must be a non-empty zip"),
        CodeError::TooLarge => invalid("Unzipped size must be smaller than 262144000 bytes"),
        CodeError::Escapes(_) | CodeError::Link(_) | CodeError::TooMany => {
            invalid(format!("Could not unzip uploaded file: {error}."))
        }
        CodeError::Io(_) => Refused::internal(error),
    }
}

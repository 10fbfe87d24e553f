//! The zip of a function: checked, then kept under its hash.

use ::lambda::{CodeError, check_zip};
use bytes::Bytes;
use model::Code;

use super::failures::invalid;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// The bucket whose keys are folders of this machine: a convention of local servers.
pub(super) const HOT_RELOAD: &str = "hot-reload";

/// Where a function's code comes from.
pub(in crate::lambda) struct Source {
    pub(super) code: Code,
    /// A folder of this machine that is read again whenever it changes.
    pub(super) folder: Option<String>,
}

impl Rooms {
    /// A zip that comes with the call, or a folder by the bucket's convention.
    pub(super) async fn source(
        &self,
        zip: Option<Bytes>,
        place: (Option<&str>, Option<&str>),
    ) -> Result<Source, Refused> {
        if let (Some(HOT_RELOAD), Some(key)) = place {
            let folder = self.lambda.hot_folder(key);
            let folder = folder.map_err(|refused| invalid(format!("{refused}.")))?;
            let folder = folder.display().to_string();
            let size = folder.len() as u64;
            let sha256 = self.blobs.put(Bytes::from(folder.clone())).await?;
            return Ok(Source {
                code: Code { sha256, size },
                folder: Some(folder),
            });
        }
        let zip = zip.ok_or_else(|| invalid("Please provide a source for function code."))?;
        let code = self.keep_code(zip).await?;
        Ok(Source { code, folder: None })
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

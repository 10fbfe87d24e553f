//! The zip of a function: checked, then kept under its hash.

use ::lambda::{CodeError, check_zip};
use bytes::Bytes;
use model::Code;

use super::failures::invalid;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Rooms {
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

//! Takes in the body of an object: piece by piece, held to everything that the head of the request and
//! the headers behind the body say of it.

mod chunks;

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::HeaderMap;
use http_body_util::BodyExt as _;
use identity::Promised;
use model::ObjectChecksum;
use objects::{Algorithm, Contents, Kept, Writing};
use wire::s3::CompleteMultipartUpload;
use wire::{Failure, Operation as _};

use super::failures::incomplete_body;
use crate::refused::Refused;
use crate::upload::{Declared, Upload};
use chunks::Chunks;

/// How long a client may take for the next piece.
const PIECE_WITHIN: Duration = Duration::from_mins(1);

/// Receives the whole content; a checksum is made of it that the client names, or else `wanted`.
pub(super) async fn receive(
    contents: &Contents,
    upload: Upload,
    wanted: Option<Algorithm>,
) -> Result<Kept, Refused> {
    let algorithm = algorithm(&upload.checksum)?.or(wanted);
    let md5 = upload.md5.as_deref().map(digest_of).transpose()?;
    let Some(length) = upload.length else {
        let message = "You must provide the Content-Length HTTP header.";
        return Err(Failure::new("MissingContentLength", 411, message).into());
    };
    if length > contents.most_bytes() {
        return Err(objects::ContentError::TooLarge(contents.most_bytes()).into());
    }
    let (promised, checksum) = (upload.promised.clone(), upload.checksum.clone());
    let announced = upload.trailer.clone();
    let mut writing = contents.write(algorithm).await?;
    let trailers = read(upload, &mut writing).await?;
    let is_there = |name: &String| trailers.iter().any(|(trailer, _)| trailer == name);
    if announced.is_some_and(|name| !is_there(&name.to_ascii_lowercase())) {
        let message = "The request contained trailing data that was not well-formed or did not \
                       conform to our published schema.";
        return Err(Failure::new("MalformedTrailerError", 400, message).into());
    }
    if writing.size() != length {
        return Err(incomplete_body().into());
    }
    let kept = writing.finish().await?;
    if md5.is_some_and(|md5| md5 != kept.md5) {
        let message = "The Content-MD5 you specified did not match what we received.";
        return Err(Failure::new("BadDigest", 400, message).into());
    }
    check_hash(&promised, &kept)?;
    check_sums(&checksum, &trailers, &kept)?;
    Ok(kept)
}

/// A checksum as it is kept with an object.
pub(super) fn checksum_of(kept: &Kept) -> Option<ObjectChecksum> {
    let (algorithm, value) = kept.checksum.clone()?;
    Some(ObjectChecksum {
        algorithm: algorithm.name().to_owned(),
        value,
        composite: false,
    })
}

fn algorithm(declared: &Declared) -> Result<Option<Algorithm>, Refused> {
    match declared {
        Declared::Nothing => Ok(None),
        Declared::Algorithm(algorithm) | Declared::Value(algorithm, _) => Ok(Some(*algorithm)),
        Declared::Unknown(name) => {
            let message = format!("The checksum {name} is not supported by Portcullis.");
            Err(Failure::new("NotImplemented", 501, message).into())
        }
        Declared::Several => {
            let message = "Expecting a single x-amz-checksum- header. Multiple checksum Types are \
                           not allowed.";
            Err(Failure::new("InvalidRequest", 400, message).into())
        }
    }
}

fn digest_of(text: &str) -> Result<[u8; 16], Refused> {
    let read = STANDARD.decode(text).ok();
    read.and_then(|bytes| bytes.try_into().ok()).ok_or_else(|| {
        let message = "The Content-MD5 you specified was invalid.";
        Failure::new("InvalidDigest", 400, message).into()
    })
}

/// The headers behind the body.
async fn read(upload: Upload, writing: &mut Writing) -> Result<Vec<(String, String)>, Refused> {
    let mut chunks = match upload.promised {
        Promised::Chunks(seal) => Some(Chunks::new(seal)),
        Promised::Anything | Promised::Hash(_) => None,
    };
    let mut body = upload.body;
    loop {
        let frame = tokio::time::timeout(PIECE_WITHIN, body.frame()).await;
        let Some(frame) = frame.map_err(|_| late())? else {
            break;
        };
        let frame = frame.map_err(|_| incomplete_body())?;
        let Ok(data) = frame.into_data() else {
            continue;
        };
        match &mut chunks {
            Some(chunks) => {
                for piece in chunks.feed(&data)? {
                    writing.push(piece).await?;
                }
            }
            None => writing.push(data).await?,
        }
    }
    let trailers = chunks.map(Chunks::finish).transpose()?;
    Ok(trailers.unwrap_or_default())
}

fn late() -> Failure {
    Failure::new(
        "RequestTimeout",
        400,
        "Your socket connection to the server was not read from or written to within the timeout \
         period. Idle connections will be closed.",
    )
}

fn check_hash(promised: &Promised, kept: &Kept) -> Result<(), Refused> {
    match promised {
        Promised::Hash(hash) if *hash != kept.sha256 => Err(hash_mismatch().into()),
        Promised::Hash(_) | Promised::Anything | Promised::Chunks(_) => Ok(()),
    }
}

fn hash_mismatch() -> Failure {
    Failure::new(
        "XAmzContentSHA256Mismatch",
        400,
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
    )
}

fn check_sums(
    declared: &Declared,
    trailers: &[(String, String)],
    kept: &Kept,
) -> Result<(), Refused> {
    let Some((algorithm, made)) = &kept.checksum else {
        return Ok(());
    };
    let name = format!("x-amz-checksum-{}", algorithm.name().to_ascii_lowercase());
    let behind = trailers.iter().find(|(trailer, _)| *trailer == name);
    let given = match declared {
        Declared::Value(_, value) => Some(value),
        Declared::Algorithm(_) => behind.map(|(_, value)| value),
        Declared::Nothing | Declared::Unknown(_) | Declared::Several => None,
    };
    if given.is_some_and(|given| given != made) {
        return Err(bad_checksum(*algorithm).into());
    }
    Ok(())
}

fn bad_checksum(algorithm: Algorithm) -> Failure {
    let name = algorithm.name();
    let message = format!("The {name} you specified did not match the calculated checksum.");
    Failure::new("BadDigest", 400, message)
}

/// The same for a document that was read whole: its signature was verified over its bytes.
///
/// With CompleteMultipartUpload comes the checksum of the object, and none of the document.
pub(crate) fn check_document(
    operation: &str,
    headers: &HeaderMap,
    document: &Bytes,
) -> Result<(), Failure> {
    if let Some(given) = headers.get("content-md5")
        && given.to_str().ok() != Some(&STANDARD.encode(md5::compute(document).0))
    {
        let message = "The Content-MD5 you specified did not match what we received.";
        return Err(Failure::new("BadDigest", 400, message));
    }
    if operation == CompleteMultipartUpload::NAME {
        return Ok(());
    }
    match Declared::of(headers) {
        Declared::Value(algorithm, value) if algorithm.of(document) != value => {
            Err(bad_checksum(algorithm))
        }
        Declared::Value(..)
        | Declared::Algorithm(_)
        | Declared::Nothing
        | Declared::Unknown(_)
        | Declared::Several => Ok(()),
    }
}

/// For the fuzz targets: what comes of a body in chunks that is cut into pieces.
pub(crate) fn read_chunks(body: &[u8], cut: usize) -> Option<Vec<u8>> {
    let mut chunks = Chunks::new(None);
    let mut content = Vec::new();
    for piece in body.chunks(cut.max(1)) {
        content.extend(chunks.feed(piece).ok()?.concat());
    }
    chunks.finish().ok()?;
    Some(content)
}

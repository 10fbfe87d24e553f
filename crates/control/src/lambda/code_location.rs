//! Where GetFunction says that the code is: an address of this server, good for ten minutes for
//! whoever has it, as AWS's presigned ones are.

use bytes::Bytes;
use http::{Response, StatusCode, Uri, header};
use model::Timestamp;
use ring::hmac;

use crate::call::Call;
use crate::hex;
use crate::rooms::Rooms;

const PREFIX: &str = "/_portcullis/code/";
const VALID_SECONDS: i64 = 600;

impl Rooms {
    pub(crate) fn code_location(&self, call: &Call, sha256: &str) -> String {
        let expires = call.now().plus_seconds(VALID_SECONDS).seconds();
        let tag = hmac::sign(&self.code_key(), claim(sha256, expires).as_bytes());
        let signature = hex::encode(tag.as_ref());
        let endpoint = call.endpoint();
        format!("{endpoint}{PREFIX}{sha256}?expires={expires}&signature={signature}")
    }

    /// Answers a request for such an address; `None` if it is for something else.
    pub(crate) async fn code_at(&self, uri: &Uri, now: Timestamp) -> Option<Response<Bytes>> {
        let sha256 = uri.path().strip_prefix(PREFIX)?;
        if !self.is_signed(sha256, uri.query().unwrap_or_default(), now) {
            return Some(plain(StatusCode::FORBIDDEN, Bytes::new()));
        }
        Some(match self.blobs.get(sha256).await {
            Ok(Some(zip)) => plain(StatusCode::OK, zip),
            Ok(None) => plain(StatusCode::NOT_FOUND, Bytes::new()),
            Err(error) => {
                tracing::error!(%error, "the code of a function could not be read");
                plain(StatusCode::INTERNAL_SERVER_ERROR, Bytes::new())
            }
        })
    }

    fn is_signed(&self, sha256: &str, query: &str, now: Timestamp) -> bool {
        let Some((expires, signature)) = parameters(query) else {
            return false;
        };
        let claim = claim(sha256, expires);
        now.seconds() <= expires
            && hmac::verify(&self.code_key(), claim.as_bytes(), &signature).is_ok()
    }

    fn code_key(&self) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, &self.identity.config().seal)
    }
}

/// The words in front keep this use of the key apart from every other.
fn claim(sha256: &str, expires: i64) -> String {
    format!("portcullis code location\n{sha256}\n{expires}")
}

fn parameters(query: &str) -> Option<(i64, Vec<u8>)> {
    let rest = query.strip_prefix("expires=")?;
    let (expires, signature) = rest.split_once("&signature=")?;
    Some((expires.parse().ok()?, hex::decode(signature)?))
}

fn plain(status: StatusCode, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let kind = http::HeaderValue::from_static("application/zip");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

//! What somebody outside says to a resource that waits: an address of this server for each, good for whoever has it
//! until the resource has what it waited for.
//!
//! What is said is written down before it is acknowledged, so that a resource that waits across a restart finds it.

use bytes::Bytes;
use http::request::Parts;
use http::{Method, Response, StatusCode};
use model::{AccountId, Region, StackSignalRecord};
use ring::hmac;
use store::{StoreError, UpdateError};
use tokio::sync::Notify;

use crate::hex;
use crate::rooms::Rooms;

const PREFIX: &str = "/_portcullis/stack-signal/";
/// CloudFormation takes responses of 4,096 bytes; functions that send more are told.
const MOST_BYTES: usize = 64 * 1024;
const MOST_SIGNALS: usize = 1000;

/// The token of what the creation policy of a resource waits for; no address is given away with it.
pub(super) fn token_of_policy(logical_id: &str, generation: u32) -> String {
    format!("{logical_id}-{generation}-creation-policy")
}

/// Tells those who wait that something was written.
#[derive(Debug, Default)]
pub(super) struct Bell(Notify);

impl Bell {
    pub(super) fn ring(&self) {
        self.0.notify_waiters();
    }

    /// Resolves at the next ring after it was first polled or enabled.
    pub(super) fn heard(&self) -> tokio::sync::futures::Notified<'_> {
        self.0.notified()
    }
}

/// Whose address it is.
#[derive(Debug, Clone)]
pub(super) struct Mailbox {
    pub(super) account: AccountId,
    pub(super) region: Region,
    pub(super) stack: String,
    pub(super) token: String,
}

impl Mailbox {
    fn id(&self) -> String {
        StackSignalRecord::id_of(&self.account, &self.region, &self.stack, &self.token)
    }

    /// Opens it, or finds it open since before a restart.
    pub(super) async fn open(&self, rooms: &Rooms) -> Result<(), StoreError> {
        let record = StackSignalRecord {
            account: self.account.clone(),
            region: self.region.clone(),
            stack: self.stack.clone(),
            token: self.token.clone(),
            signals: Vec::new(),
        };
        match rooms.records.create(&record).await {
            Ok(_) | Err(StoreError::Conflict { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    pub(super) async fn signals(&self, rooms: &Rooms) -> Result<Option<Vec<String>>, StoreError> {
        let found = rooms.records.get::<StackSignalRecord>(&self.id()).await?;
        Ok(found.map(|found| found.record.signals))
    }

    /// What comes later is refused.
    pub(super) async fn close(&self, rooms: &Rooms) -> Result<(), StoreError> {
        let id = self.id();
        let Some(found) = rooms.records.get::<StackSignalRecord>(&id).await? else {
            return Ok(());
        };
        let deleted = rooms
            .records
            .delete::<StackSignalRecord>(&id, found.version)
            .await;
        match deleted {
            Ok(_) | Err(StoreError::Conflict { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Adds what somebody says.
    pub(super) async fn say(&self, rooms: &Rooms, text: &str) -> Result<bool, StoreError> {
        let add = |record: &mut StackSignalRecord| {
            if record.signals.len() >= MOST_SIGNALS {
                return Err(());
            }
            record.signals.push(text.to_owned());
            Ok(())
        };
        let updated = rooms
            .records
            .update::<StackSignalRecord, _, ()>(&self.id(), add)
            .await;
        rooms.stacks.bell.ring();
        match updated {
            Ok(_) => Ok(true),
            Err(UpdateError::NotFound | UpdateError::Refused(())) => Ok(false),
            Err(UpdateError::Store(error)) => Err(error),
        }
    }

    /// The address at an endpoint.
    pub(super) fn address(&self, rooms: &Rooms, endpoint: &str) -> String {
        let id = self.id();
        let tag = hmac::sign(&key(rooms), claim(&id).as_bytes());
        let signature = hex::encode(tag.as_ref());
        format!("{endpoint}{PREFIX}{id}?signature={signature}")
    }
}

/// The words in front keep this use of the key apart from every other.
fn claim(id: &str) -> String {
    format!("portcullis stack signal\n{id}")
}

fn key(rooms: &Rooms) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &rooms.identity.config().seal)
}

impl Rooms {
    /// Takes what is sent to such an address; `None` if the request is for something else.
    pub(crate) async fn stack_signal(
        &self,
        parts: &Parts,
        body: &Bytes,
    ) -> Option<Response<Bytes>> {
        let id = parts.uri.path().strip_prefix(PREFIX)?;
        if parts.method != Method::PUT {
            return Some(plain(StatusCode::METHOD_NOT_ALLOWED));
        }
        let signature = parts.uri.query().unwrap_or_default();
        let signature = signature
            .strip_prefix("signature=")
            .and_then(hex::decode)
            .unwrap_or_default();
        if hmac::verify(&key(self), claim(id).as_bytes(), &signature).is_err() {
            return Some(plain(StatusCode::FORBIDDEN));
        }
        let text = std::str::from_utf8(body).ok();
        let (Some(text), Some(mailbox)) =
            (text.filter(|text| text.len() <= MOST_BYTES), mailbox(id))
        else {
            return Some(plain(StatusCode::BAD_REQUEST));
        };
        Some(match mailbox.say(self, text).await {
            Ok(true) => plain(StatusCode::OK),
            Ok(false) => plain(StatusCode::NOT_FOUND),
            Err(error) => {
                tracing::error!(%error, "what was said to a stack could not be kept");
                plain(StatusCode::INTERNAL_SERVER_ERROR)
            }
        })
    }
}

fn mailbox(id: &str) -> Option<Mailbox> {
    let mut parts = id.split('/');
    let mailbox = Mailbox {
        account: AccountId::new(parts.next()?).ok()?,
        region: Region::new(parts.next()?).ok()?,
        stack: parts.next()?.to_owned(),
        token: parts.next()?.to_owned(),
    };
    parts.next().is_none().then_some(mailbox)
}

fn plain(status: StatusCode) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = status;
    response
}

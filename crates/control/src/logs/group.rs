//! Which group an input speaks of, and what must be allowed on it.

use model::{AccountId, Arn, LogGroupRecord, LogStreamRecord, Region};
use store::Stored;

use super::failures::{invalid, no_such_group, no_such_stream};
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// A group as an input names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) account: AccountId,
    pub(super) region: Region,
    pub(super) name: String,
}

impl Group {
    pub(super) fn named(call: &Call, name: &str) -> Self {
        Self {
            account: call.account().clone(),
            region: call.region().clone(),
            name: name.to_owned(),
        }
    }

    /// By name, or by an identifier that is a name or an ARN.
    pub(super) fn read(
        call: &Call,
        name: Option<&str>,
        identifier: Option<&str>,
    ) -> Result<Self, Refused> {
        match (name, identifier) {
            (Some(name), None) => Ok(Self::named(call, name)),
            (None, Some(identifier)) => Self::identified(call, identifier),
            (Some(_), Some(_)) => Err(invalid(
                "LogGroup name and LogGroup identifier are mutually exclusive parameters.",
            )),
            (None, None) => Err(invalid(
                "Either LogGroup name or LogGroup identifier must be specified.",
            )),
        }
    }

    pub(super) fn identified(call: &Call, identifier: &str) -> Result<Self, Refused> {
        if !identifier.starts_with("arn:") {
            return Ok(Self::named(call, identifier));
        }
        let wrong = || invalid("The specified resource ARN is not a log group of this region.");
        let arn = Arn::new(identifier).map_err(|_| wrong())?;
        let name = arn
            .resource()
            .strip_prefix("log-group:")
            .ok_or_else(wrong)?;
        let name = name.strip_suffix(":*").unwrap_or(name);
        if arn.service() != "logs" || arn.region() != call.region().as_str() || name.contains(':') {
            return Err(wrong());
        }
        Ok(Self {
            account: AccountId::new(arn.account()).map_err(|_| wrong())?,
            region: call.region().clone(),
            name: name.to_owned(),
        })
    }

    /// Said by the operations that take a name longer than that, in these words.
    pub(super) fn check_length(&self) -> Result<(), Refused> {
        const MOST: usize = 512;
        if self.name.len() > MOST {
            return Err(invalid(
                "Invalid LogGroup or LogStream, both must have length less than or equal to 512.",
            ));
        }
        Ok(())
    }

    pub(super) fn id(&self) -> String {
        LogGroupRecord::id_of(&self.account, &self.region, &self.name)
    }

    pub(super) fn stream_id(&self, stream: &str) -> String {
        LogStreamRecord::id_of(&self.account, &self.region, &self.name, stream)
    }

    /// Streams' and chunks' ids begin with this.
    pub(super) fn inside(&self) -> String {
        format!("{}:", self.id())
    }

    pub(super) fn arn(&self) -> String {
        let Self {
            account,
            region,
            name,
        } = self;
        format!("arn:aws:logs:{region}:{account}:log-group:{name}")
    }

    pub(super) fn stream_arn(&self, stream: &str) -> String {
        format!("{}:log-stream:{stream}", self.arn())
    }

    /// An action on a stream; with an empty name on the group, which AWS asks for in this form, so
    /// that a policy's `log-group:NAME:*` fits it.
    pub(super) fn ask(&self, action: &'static str, stream: &str) -> Ask {
        Ask::on(action, self.stream_arn(stream)).owned_by(self.account.clone(), None)
    }

    /// The tagging actions name the group without anything behind.
    pub(super) fn ask_plainly(&self, action: &'static str) -> Ask {
        Ask::on(action, self.arn()).owned_by(self.account.clone(), None)
    }
}

impl Rooms {
    pub(super) async fn log_group(&self, group: &Group) -> Result<Stored<LogGroupRecord>, Refused> {
        let found = self.records.get::<LogGroupRecord>(&group.id()).await?;
        found.ok_or_else(no_such_group)
    }

    /// A stream of a group that must be there too.
    pub(super) async fn log_stream(
        &self,
        group: &Group,
        stream: &str,
    ) -> Result<Stored<LogStreamRecord>, Refused> {
        self.log_group(group).await?;
        let found = self
            .records
            .get::<LogStreamRecord>(&group.stream_id(stream))
            .await?;
        found.ok_or_else(no_such_stream)
    }

    pub(super) async fn change_group(
        &self,
        group: &Group,
        change: impl FnMut(&mut LogGroupRecord) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        let updated = self.records.update(&group.id(), change).await;
        updated.map_err(|error| Refused::of_update(error, no_such_group))?;
        Ok(())
    }
}

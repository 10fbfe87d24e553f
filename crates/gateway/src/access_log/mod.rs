//! The access log: one line for each request, in the format that the stage gives.
//!
//! Lines go to the log group that the stage names, with the role that the account named for logs.
//! What stands in a line is what the variables of the format say ("Variables for access logging for
//! API Gateway", developer guide) and never a header or a body.

mod format;
mod variables;

use identity::{Assumer, SessionAsk};
use journal::StepKind;
use lambda::LogBatch;
use model::{AccountId, LogEvent, Region};

use crate::clock;
use crate::completion::{self, LOG_SESSION, LOG_SESSION_SECONDS};
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::invocation::PRINCIPAL;
use crate::response::Reply;
use format::Format;
use variables::Variables;

/// Where a stage's lines go, and what stands in them.
#[derive(Debug)]
pub(crate) struct AccessLog {
    account: AccountId,
    region: Region,
    group: String,
    format: Format,
}

impl AccessLog {
    /// `None` unless the stage names both, and the destination is a log group; others are refused
    /// where they are stored.
    pub(crate) fn compile(destination: Option<&str>, format: Option<&str>) -> Option<Self> {
        let mut parts = destination?.splitn(7, ':');
        let (service, region, account) = (parts.nth(2)?, parts.next()?, parts.next()?);
        let (kind, group) = (parts.next()?, parts.next()?);
        if (service, kind) != ("logs", "log-group") {
            return None;
        }
        Some(Self {
            account: AccountId::new(account).ok()?,
            region: Region::new(region).ok()?,
            group: group.strip_suffix(":*").unwrap_or(group).to_owned(),
            format: Format::parse(format?),
        })
    }
}

/// Writes the line of a request that is answered.
pub(crate) fn write(gateway: &Gateway, exchange: &mut Exchange, reply: &Reply) {
    let Some(stage) = exchange.stage.clone() else {
        return;
    };
    let Some(log) = &stage.access_log else {
        return;
    };
    let Some(role) = gateway.deployments.logging_role(&stage.place) else {
        let text = "the account names no role to write access logs with";
        exchange.note(StepKind::Logs, text);
        return;
    };
    let session = SessionAsk::new(LOG_SESSION, LOG_SESSION_SECONDS);
    let assumer = Assumer::Service(PRINCIPAL);
    let now = clock::now();
    match gateway.identity.assume_role(&assumer, &role, &session, now) {
        Ok(session) => {
            let message = log.format.fill(&Variables::of(exchange, reply));
            gateway.logs.put(LogBatch {
                caller: session.caller,
                account: log.account.clone(),
                region: log.region.clone(),
                group: log.group.clone(),
                stream: completion::stream_name(&stage.place.stage),
                events: vec![LogEvent { at: now, message }],
            });
        }
        Err(refused) => {
            let text = format!("access logs can't be written: {refused}");
            exchange.note(StepKind::Logs, text);
        }
    }
}

//! Makes a log group.

use wire::logs::{CreateLogGroup, CreateLogGroupRequest};

use super::failures::{invalid, refuse_unserved};
use super::group::Group;
use super::keeping;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::{is_reserved, marked};

impl Handle<CreateLogGroup> for Rooms {
    fn needs(&self, call: &Call, input: &CreateLogGroupRequest) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        let mut asks = vec![group.ask("logs:CreateLogGroup", "")];
        let tags = input.tags.clone().unwrap_or_default();
        // CloudWatch Logs API reference, CreateLogGroup: tags need the permission to tag.
        if !tags.is_empty() {
            asks.push(group.ask_plainly("logs:TagResource"));
        }
        let asks = asks.into_iter().map(|ask| ask.bringing_tags(&tags));
        Ok(Needs::Permissions(asks.collect()))
    }

    async fn handle(&self, authorized: Authorized<CreateLogGroup>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let class = input.log_group_class.as_deref().unwrap_or("STANDARD");
        refuse_unserved(&[
            ("kmsKeyId", input.kms_key_id.is_some()),
            ("logGroupClass other than STANDARD", class != "STANDARD"),
            (
                "deletionProtectionEnabled",
                input.deletion_protection_enabled == Some(true),
            ),
        ])?;
        let tags = input.tags.unwrap_or_default();
        if let Some(key) = tags.keys().find(|key| is_reserved(key)) {
            return Err(invalid(format!("The tag key {key} is reserved.")));
        }
        let group = Group::named(&call, &input.log_group_name);
        group.check_length()?;
        keeping::create_group(&self.records, &group, marked(tags), call.now()).await
    }
}

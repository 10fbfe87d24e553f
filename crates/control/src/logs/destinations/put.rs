//! Makes a destination, or changes where one leads.

use model::{Arn, LogDestination, LogSettingsRecord};
use wire::logs::{PutDestination, PutDestinationRequest, PutDestinationResponse};

use super::super::failures::invalid;
use super::super::settings::{arn, check_tags};
use super::{DESTINATION, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

const SERVICE: &str = "logs.amazonaws.com";

impl Handle<PutDestination> for Rooms {
    /// "To perform a PutDestination operation, you must also have the iam:PassRole permission" (API reference).
    fn needs(&self, call: &Call, input: &PutDestinationRequest) -> Result<Needs, Refused> {
        let tags = input.tags.clone().unwrap_or_default();
        let resource = arn(call, DESTINATION, &input.destination_name);
        let put = Ask::on("logs:PutDestination", resource.clone()).bringing_tags(&tags);
        let pass = Ask::pass_role(&input.role_arn, SERVICE).passed_for(Some(&resource));
        Ok(Needs::Permissions(vec![put, pass]))
    }

    async fn handle(
        &self,
        authorized: Authorized<PutDestination>,
    ) -> Result<PutDestinationResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let tags = input.tags.unwrap_or_default();
        check_tags(&tags)?;
        check_target(&input.target_arn)?;
        let directory = self.identity.directory();
        if directory.role(&input.role_arn).is_none() {
            return Err(invalid(
                "Could not deliver message to specified destination. Check if the destination is valid.",
            ));
        }
        let name = input.destination_name;
        let put = |settings: &mut LogSettingsRecord| {
            let before = settings.destinations.get(&name);
            let mut destination = before.cloned().unwrap_or_else(|| LogDestination {
                target: String::new(),
                role: String::new(),
                policy: None,
                created: call.now(),
                tags: crate::tags::marked(tags.clone()),
            });
            destination.target.clone_from(&input.target_arn);
            destination.role.clone_from(&input.role_arn);
            settings
                .destinations
                .insert(name.clone(), destination.clone());
            Ok(destination)
        };
        let destination = self.change_log_settings(&call, put).await?;
        Ok(PutDestinationResponse {
            destination: Some(shown(&call, &name, &destination)),
        })
    }
}

/// "A physical resource (such as an Amazon Kinesis stream)".
fn check_target(target: &str) -> Result<(), Refused> {
    let parsed = Arn::new(target);
    let service = parsed.as_ref().map_or("", |arn| arn.service());
    if matches!(service, "kinesis" | "firehose") {
        return Ok(());
    }
    Err(invalid(
        "The target of a destination is a stream of Kinesis or Firehose.",
    ))
}

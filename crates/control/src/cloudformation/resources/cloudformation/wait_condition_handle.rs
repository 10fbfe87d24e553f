//! AWS::CloudFormation::WaitConditionHandle: an address to which somebody sends signals. `Ref` gives the address.

use model::MadeResource;

use super::super::{Failed, Made, Property, ResourceType, Work};
use super::waiting::{broken, mailbox};

pub(in super::super) struct WaitConditionHandle;

impl ResourceType for WaitConditionHandle {
    const NAME: &'static str = "AWS::CloudFormation::WaitConditionHandle";
    const PROPERTIES: &'static [Property] = &[];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let token = format!("{}-{}", work.logical_id, work.suffix());
        let mailbox = mailbox(work, &token);
        let rooms = work.control.rooms();
        mailbox.open(rooms).await.map_err(|error| broken(&error))?;
        Ok(Made::new(mailbox.address(rooms, &work.by.endpoint)))
    }

    async fn update(_: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        Ok(Made::new(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        if let Some(token) = token_of(&made.physical_id) {
            let rooms = work.control.rooms();
            let closed = mailbox(work, &token).close(rooms).await;
            closed.map_err(|error| broken(&error))?;
        }
        Ok(())
    }
}

/// The token in a handle's address.
pub(super) fn token_of(address: &str) -> Option<String> {
    let (path, _) = address.split_once('?')?;
    path.rsplit('/').next().map(str::to_owned)
}

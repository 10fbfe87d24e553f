//! Makes a stream in a group.

use wire::logs::{CreateLogStream, CreateLogStreamRequest};

use super::group::Group;
use super::keeping;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateLogStream> for Rooms {
    fn needs(&self, call: &Call, input: &CreateLogStreamRequest) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        Ok(group
            .ask("logs:CreateLogStream", &input.log_stream_name)
            .into())
    }

    async fn handle(&self, authorized: Authorized<CreateLogStream>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::named(&call, &input.log_group_name);
        let stream = &input.log_stream_name;
        keeping::create_stream(&self.records, &group, stream, call.now()).await
    }
}

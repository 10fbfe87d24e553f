//! Forgets a query that was kept.

use model::LogSettingsRecord;
use wire::logs::{
    DeleteQueryDefinition, DeleteQueryDefinitionRequest, DeleteQueryDefinitionResponse,
};

use super::missing;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteQueryDefinition> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteQueryDefinitionRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:DeleteQueryDefinition").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteQueryDefinition>,
    ) -> Result<DeleteQueryDefinitionResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let delete = |settings: &mut LogSettingsRecord| {
            let removed = settings
                .query_definitions
                .remove(&input.query_definition_id);
            removed.map(drop).ok_or_else(missing)
        };
        self.change_log_settings(&call, delete).await?;
        Ok(DeleteQueryDefinitionResponse {
            success: Some(true),
        })
    }
}

//! Keeps a query under a name, or changes all of one.

use model::{LogQueryDefinition, LogSettingsRecord};
use wire::logs::{PutQueryDefinition, PutQueryDefinitionRequest, PutQueryDefinitionResponse};

use super::super::failures::{limit_exceeded, refuse_unserved};
use super::missing;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

/// Of an account in a region ("CloudWatch Logs quotas").
const MOST_DEFINITIONS: usize = 1_000;

impl Handle<PutQueryDefinition> for Rooms {
    fn needs(&self, _: &Call, _: &PutQueryDefinitionRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:PutQueryDefinition").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutQueryDefinition>,
    ) -> Result<PutQueryDefinitionResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let language = input.query_language.as_deref().unwrap_or("CWLI");
        refuse_unserved(&[
            ("queryLanguage other than CWLI", language != "CWLI"),
            ("parameters", input.parameters.is_some()),
        ])?;
        let definition = LogQueryDefinition {
            name: input.name,
            text: input.query_string,
            groups: input.log_group_names.unwrap_or_default(),
            modified: call.now(),
        };
        let given = input.query_definition_id;
        let id = given.clone();
        let id = id.unwrap_or_else(|| uuid::Uuid::new_v4().to_string());
        let put = |settings: &mut LogSettingsRecord| {
            let all = &mut settings.query_definitions;
            if given.is_some() && !all.contains_key(&id) {
                return Err(missing());
            }
            all.insert(id.clone(), definition.clone());
            if all.len() > MOST_DEFINITIONS {
                return Err(limit_exceeded());
            }
            Ok(())
        };
        self.change_log_settings(&call, put).await?;
        Ok(PutQueryDefinitionResponse {
            query_definition_id: Some(id),
        })
    }
}

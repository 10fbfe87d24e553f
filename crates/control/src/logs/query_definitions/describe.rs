//! Lists the queries that are kept.

use model::LogQueryDefinition;
use wire::logs::{
    DescribeQueryDefinitions, DescribeQueryDefinitionsRequest, DescribeQueryDefinitionsResponse,
    QueryDefinition,
};

use super::super::paging::page;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DescribeQueryDefinitions> for Rooms {
    fn needs(&self, _: &Call, _: &DescribeQueryDefinitionsRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:DescribeQueryDefinitions").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeQueryDefinitions>,
    ) -> Result<DescribeQueryDefinitionsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let settings = self.log_settings(&call).await?;
        let prefix = input.query_definition_name_prefix.unwrap_or_default();
        let of_language = input.query_language.is_none_or(|asked| asked == "CWLI");
        let all = settings.query_definitions.iter();
        let all = all.filter(|(_, one)| of_language && one.name.starts_with(&prefix));
        let token = input.next_token.as_deref();
        let page = page(all, token, input.max_results, |one| one.0);
        let found = page.items.into_iter().map(|(id, one)| shown(id, one));
        Ok(DescribeQueryDefinitionsResponse {
            query_definitions: Some(found.collect()),
            next_token: page.next_token,
        })
    }
}

fn shown(id: &str, definition: &LogQueryDefinition) -> QueryDefinition {
    QueryDefinition {
        query_language: Some("CWLI".to_owned()),
        query_definition_id: Some(id.to_owned()),
        name: Some(definition.name.clone()),
        query_string: Some(definition.text.clone()),
        last_modified: Some(definition.modified.millis()),
        log_group_names: Some(definition.groups.clone()),
        parameters: None,
    }
}

//! TestInvokeAuthorizer: asked once, past its cache, with the whole log.

use wire::apigateway::{
    TestInvokeAuthorizer, TestInvokeAuthorizerRequest, TestInvokeAuthorizerResponse,
};

use gateway::TestRequest;

use super::super::failures::{no_authorizer, not_found, refuse_given};
use super::super::{asks, records, testing};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TestInvokeAuthorizer> for Rooms {
    fn needs(&self, call: &Call, input: &TestInvokeAuthorizerRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<TestInvokeAuthorizer>(
            call,
            &[&input.rest_api_id, &input.authorizer_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<TestInvokeAuthorizer>,
    ) -> Result<TestInvokeAuthorizerResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let additional = input
            .additional_context
            .filter(|context| !context.is_empty());
        refuse_given(additional.as_ref(), "additionalContext")?;
        let api = records::read(self, &call, &input.rest_api_id, no_authorizer).await?;
        let authorizers = &api.definition.authorizers;
        let authorizer = authorizers
            .get(&input.authorizer_id)
            .ok_or_else(no_authorizer)?;
        let request = TestRequest {
            path_with_query: input.path_with_query_string.filter(|path| !path.is_empty()),
            headers: testing::headers(input.headers, input.multi_value_headers),
            body: input.body,
            stage_variables: input.stage_variables.unwrap_or_default(),
            caller: Some(call.caller().clone()),
        };
        let tested = self
            .gateway
            .test_invoke_authorizer(api.id.as_str(), &authorizer.id, request)
            .await
            .map_err(|error| not_found(error.to_string()))?;
        Ok(TestInvokeAuthorizerResponse {
            client_status: Some(i32::from(tested.client_status)),
            log: Some(tested.log),
            latency: i64::try_from(tested.latency_millis).ok(),
            principal_id: tested.principal_id,
            policy: tested.policy,
            authorization: None,
            claims: tested.claims,
        })
    }
}

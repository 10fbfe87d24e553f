//! TestInvokeMethod: the API as it is now, called once, with the whole log.

use wire::apigateway::{TestInvokeMethod, TestInvokeMethodRequest, TestInvokeMethodResponse};

use gateway::{TestInvocation, TestRequest};
use model::MethodVerb;

use super::super::failures::{no_method, no_resource, not_found, refuse_given};
use super::super::{asks, records, testing};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TestInvokeMethod> for Rooms {
    fn needs(&self, call: &Call, input: &TestInvokeMethodRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<TestInvokeMethod>(
            call,
            &[&input.rest_api_id, &input.resource_id, &input.http_method],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<TestInvokeMethod>,
    ) -> Result<TestInvokeMethodResponse, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_given(input.client_certificate_id.as_ref(), "clientCertificateId")?;
        let api = records::read(self, &call, &input.rest_api_id, no_resource).await?;
        let resource = api
            .definition
            .resources
            .get(&input.resource_id)
            .ok_or_else(no_resource)?;
        let verb = input.http_method.parse().map_err(|_| no_method())?;
        if ![verb, MethodVerb::Any]
            .iter()
            .any(|verb| resource.methods.contains_key(verb))
        {
            return Err(no_method());
        }
        let request = TestRequest {
            path_with_query: input.path_with_query_string.filter(|path| !path.is_empty()),
            headers: testing::headers(input.headers, input.multi_value_headers),
            body: input.body,
            stage_variables: input.stage_variables.unwrap_or_default(),
            caller: Some(call.caller().clone()),
        };
        let tested = self
            .gateway
            .test_invoke_method(api.id.as_str(), &resource.id, verb, request)
            .await
            .map_err(|error| not_found(error.to_string()))?;
        Ok(answer(tested))
    }
}

fn answer(tested: TestInvocation) -> TestInvokeMethodResponse {
    let single = tested
        .headers
        .iter()
        .filter_map(|(name, values)| Some((name.clone(), values.last()?.clone())));
    TestInvokeMethodResponse {
        status: Some(i32::from(tested.status)),
        body: Some(String::from_utf8_lossy(&tested.body).into_owned()),
        headers: Some(single.collect()),
        multi_value_headers: Some(tested.headers.into_iter().collect()),
        log: Some(tested.log),
        latency: i64::try_from(tested.latency_millis).ok(),
    }
}

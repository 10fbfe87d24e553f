//! Methods of resources: who may call them, with what.

mod delete;
mod get;
mod put;
mod test_invoke;
mod update;

use model::{ApiDefinition, AuthorizationType, Method, MethodVerb, RestApiRecord};

use super::failures::{bad_request, no_method, no_request_validator, no_resource};
use super::{integrations, method_responses};
use crate::refused::Refused;

const NO_AUTHORIZER: &str = "Invalid authorizer ID specified. Setting the authorization type to \
    CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.";

pub(super) fn shown(
    verb: MethodVerb,
    method: &Method,
    resource_id: &str,
) -> wire::apigateway::Method {
    let responses = method.responses.iter();
    let responses = responses
        .map(|(status, response)| (status.clone(), method_responses::shown(status, response)));
    wire::apigateway::Method {
        http_method: Some(verb.to_string()),
        authorization_type: Some(method.authorization_type.to_string()),
        authorizer_id: method.authorizer_id.clone(),
        api_key_required: Some(method.api_key_required),
        request_validator_id: method.request_validator_id.clone(),
        operation_name: method.operation_name.clone(),
        request_parameters: method.request_parameters.clone(),
        request_models: method.request_models.clone(),
        method_responses: Some(responses.collect()).filter(|_| !method.responses.is_empty()),
        method_integration: method
            .integration
            .as_ref()
            .map(|integration| integrations::shown(integration, resource_id)),
        authorization_scopes: Some(method.authorization_scopes.clone())
            .filter(|scopes| !scopes.is_empty()),
    }
}

/// Where a method stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) resource_id: &'a str,
    pub(super) verb: &'a str,
}

impl Place<'_> {
    pub(super) fn find(self, api: &RestApiRecord) -> Result<(MethodVerb, &Method), Refused> {
        let resource = api
            .definition
            .resources
            .get(self.resource_id)
            .ok_or_else(no_resource)?;
        let verb = self.verb.parse().map_err(|_| no_method())?;
        let method = resource.methods.get(&verb).ok_or_else(no_method)?;
        Ok((verb, method))
    }

    pub(super) fn find_mut(self, api: &mut RestApiRecord) -> Result<&mut Method, Refused> {
        let resource = api
            .definition
            .resources
            .get_mut(self.resource_id)
            .ok_or_else(no_resource)?;
        let verb: MethodVerb = self.verb.parse().map_err(|_| no_method())?;
        resource.methods.get_mut(&verb).ok_or_else(no_method)
    }

    /// Changes the method if its API, as it is then, holds everything that it refers to.
    pub(super) fn edit<T>(
        self,
        api: &mut RestApiRecord,
        edit: impl FnOnce(&ApiDefinition, &mut Method) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        let mut method = self.find_mut(api)?.clone();
        let output = edit(&api.definition, &mut method)?;
        *self.find_mut(api)? = method;
        Ok(output)
    }
}

/// What a method refers to must be there. An authorizer of a method that needs none is forgotten,
/// as recorded by `test_update_method_validation`.
fn settle(definition: &ApiDefinition, method: &mut Method) -> Result<(), Refused> {
    match method.authorization_type {
        AuthorizationType::Custom | AuthorizationType::Cognito => {
            let id = method.authorizer_id.as_deref().unwrap_or_default();
            if !definition.authorizers.contains_key(id) {
                return Err(bad_request(NO_AUTHORIZER));
            }
        }
        AuthorizationType::None | AuthorizationType::Iam => method.authorizer_id = None,
    }
    if let Some(id) = &method.request_validator_id
        && !definition.request_validators.contains_key(id)
    {
        return Err(no_request_validator_given());
    }
    check_models(definition, method.request_models.iter().flatten())?;
    if let Some(parameters) = &method.request_parameters {
        openapi::rules::validate_request_parameters(parameters).map_err(bad_request)?;
    }
    Ok(())
}

/// The text is that of a validator which is looked for; here it is the input that is wrong.
fn no_request_validator_given() -> Refused {
    match no_request_validator() {
        Refused::Failure(failure) => bad_request(failure.message),
        refused => refused,
    }
}

pub(super) fn check_models<'a>(
    definition: &ApiDefinition,
    mut models: impl Iterator<Item = (&'a String, &'a String)>,
) -> Result<(), Refused> {
    match models.find(|(_, name)| !definition.models.contains_key(name.as_str())) {
        Some((_, name)) => Err(bad_request(format!(
            "Invalid model identifier specified: {name}"
        ))),
        None => Ok(()),
    }
}

/// In any case of letters, as `test_usage_plan_crud` writes it.
fn read_authorization(text: &str) -> Result<AuthorizationType, Refused> {
    text.to_ascii_uppercase().parse().map_err(|_| {
        bad_request(
            "Invalid authorization type specified. Valid options are \
             NONE,AWS_IAM,CUSTOM,COGNITO_USER_POOLS",
        )
    })
}

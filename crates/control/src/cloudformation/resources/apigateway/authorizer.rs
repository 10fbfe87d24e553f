//! AWS::ApiGateway::Authorizer

use model::MadeResource;
use serde_json::json;
use wire::apigateway::{CreateAuthorizer, DeleteAuthorizer, GetAuthorizer, UpdateAuthorizer};

use super::super::naming;
use super::super::values::{text_of, texts};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::patches::Patches;

pub(in super::super) struct Authorizer;

const ID: usize = 6;

const SCALARS: [(&str, &str); 8] = [
    ("AuthType", "/authType"),
    ("AuthorizerCredentials", "/authorizerCredentials"),
    (
        "AuthorizerResultTtlInSeconds",
        "/authorizerResultTtlInSeconds",
    ),
    ("AuthorizerUri", "/authorizerUri"),
    ("IdentitySource", "/identitySource"),
    (
        "IdentityValidationExpression",
        "/identityValidationExpression",
    ),
    ("Name", "/name"),
    ("Type", "/type"),
];

impl ResourceType for Authorizer {
    const NAME: &'static str = "AWS::ApiGateway::Authorizer";
    const PROPERTIES: &'static [Property] = &[
        always("AuthType"),
        always("AuthorizerCredentials"),
        always("AuthorizerResultTtlInSeconds"),
        always("AuthorizerUri"),
        always("IdentitySource"),
        always("IdentityValidationExpression"),
        always("Name").required(),
        always("ProviderARNs"),
        fixed("RestApiId").required(),
        always("Type").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["AuthorizerId"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let id = naming::id(work, ID);
        let place = work.only(&["RestApiId"]);
        let mut input = work.only(&SCALARS.map(|(name, _)| name));
        input.extend(work.only(&["ProviderARNs"]));
        let named = ("authorizerId", id.as_str());
        let made =
            naming::make::<CreateAuthorizer, GetAuthorizer>(work, named, &place, input).await?;
        Ok(shown(&text_of(&made, "id")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let id = &before.physical_id;
        let mut patches = Patches::default();
        patches.changed(work, &before.properties, &SCALARS);
        let (had, has) = (
            texts(before.properties.get("ProviderARNs")),
            texts(work.get("ProviderARNs")),
        );
        let new = has.iter().filter(|arn| !had.contains(arn));
        new.for_each(|arn| patches.add("/providerARNs", arn));
        let gone = had.iter().filter(|arn| !has.contains(arn));
        gone.for_each(|arn| patches.remove_value("/providerARNs", arn));
        if !patches.is_empty() {
            let input = json!({"restApiId": work.get("RestApiId"), "authorizerId": id,
                "patchOperations": patches.list()});
            work.call::<UpdateAuthorizer>(input).await?;
        }
        Ok(shown(id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let api = made.properties.get("RestApiId");
        let input = json!({"restApiId": api, "authorizerId": made.physical_id});
        work.call_if_there::<DeleteAuthorizer>(input).await?;
        Ok(())
    }
}

fn shown(id: &str) -> Made {
    Made::new(id).with("AuthorizerId", id)
}

//! AWS::ApiGateway::ClientCertificate

use model::MadeResource;
use serde_json::{Map, json};
use wire::apigateway::{
    DeleteClientCertificate, GenerateClientCertificate, GetClientCertificate,
    UpdateClientCertificate,
};

use super::super::naming;
use super::super::values::text_of;
use super::super::{Failed, Made, Property, ResourceType, Work, always};
use super::patches::Patches;
use super::tagging;

pub(in super::super) struct ClientCertificate;

const ID: usize = 6;

impl ResourceType for ClientCertificate {
    const NAME: &'static str = "AWS::ApiGateway::ClientCertificate";
    const PROPERTIES: &'static [Property] = &[always("Description"), always("Tags")];
    const ATTRIBUTES: &'static [&'static str] = &["ClientCertificateId"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let id = naming::id(work, ID);
        let mut input = work.only(&["Description"]);
        input.extend(tagging::given(work));
        let named = ("clientCertificateId", id.as_str());
        let made = naming::make::<GenerateClientCertificate, GetClientCertificate>(
            work,
            named,
            &Map::new(),
            input,
        )
        .await?;
        Ok(shown(&text_of(&made, "clientCertificateId")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let id = &before.physical_id;
        let mut patches = Patches::default();
        patches.changed(work, &before.properties, &[("Description", "/description")]);
        if !patches.is_empty() {
            let input = json!({"clientCertificateId": id, "patchOperations": patches.list()});
            work.call::<UpdateClientCertificate>(input).await?;
        }
        tagging::update(work, &format!("clientcertificates/{id}"), before).await?;
        Ok(shown(id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"clientCertificateId": made.physical_id});
        work.call_if_there::<DeleteClientCertificate>(input).await?;
        Ok(())
    }
}

fn shown(id: &str) -> Made {
    Made::new(id).with("ClientCertificateId", id)
}

//! ImportRestApi: a new API from a Swagger 2.0 or OpenAPI 3.0 document.

use wire::apigateway::{ImportRestApi, ImportRestApiRequest, RestApi};

use std::collections::BTreeMap;

use model::{ApiDefinition, ApiId, Documentation, EndpointConfiguration, RestApiRecord};
use openapi::{BasePath, ImportOptions, Imported, Mode};

use super::super::asks::{self, Before};
use super::super::{custom_ids, tags};
use super::reading::{self, Parameters};
use super::{import_journal, lint_policy, shown_without_empty_tags};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ImportRestApi> for Rooms {
    fn needs(&self, call: &Call, input: &ImportRestApiRequest) -> Result<Needs, Refused> {
        let ask = asks::ask::<ImportRestApi>(call, &[]);
        reading::foreseen(call, ask, None, &input.body)
    }

    async fn handle(&self, authorized: Authorized<ImportRestApi>) -> Result<RestApi, Refused> {
        let (input, call) = authorized.into_parts();
        let parameters = Parameters::read(input.parameters)?;
        let (id, imported) = identified(self, &call, &input.body, parameters.base_path).await?;
        reading::refuse_warnings(&imported, input.fail_on_warnings)?;
        let mut api = empty(&call, id);
        let how = (&parameters, Mode::Overwrite);
        let left_out = reading::take(self, &call, &mut api, imported, how)?;
        tags::check(&api.tags)?;
        api.tags = crate::tags::marked(api.tags);
        asks::permit_definition(self, &call, &Before::nothing(), &api.definition)?;
        custom_ids::create(self, &api).await?;
        lint_policy::<ImportRestApi>(self, &call, &api);
        import_journal::left_out(self, &call, api.id.as_str(), left_out);
        Ok(shown_without_empty_tags(&api))
    }
}

/// The id stands in the references between models, so that a document which asks for an id of its
/// own is read again under that.
async fn identified(
    rooms: &Rooms,
    call: &Call,
    body: &[u8],
    base_path: BasePath,
) -> Result<(ApiId, Imported), Refused> {
    let id = custom_ids::random()?;
    let imported = reading::read(rooms, call, body, &options(&id, base_path))?;
    if !custom_ids::is_named(&imported.tags) {
        return Ok((id, imported));
    }
    let id = custom_ids::of(rooms, &imported.tags).await?;
    let imported = reading::read(rooms, call, body, &options(&id, base_path))?;
    Ok((id, imported))
}

fn options(id: &ApiId, base_path: BasePath) -> ImportOptions<'_> {
    ImportOptions {
        api_id: id.as_str(),
        base_path,
        existing: None,
    }
}

fn empty(call: &Call, id: ApiId) -> RestApiRecord {
    RestApiRecord {
        account: call.account().clone(),
        region: call.region().clone(),
        id,
        name: String::new(),
        description: None,
        version: None,
        created: call.now(),
        endpoint: EndpointConfiguration::default(),
        transport: model::Transport::default(),
        disable_execute_api_endpoint: false,
        tags: BTreeMap::new(),
        warnings: Vec::new(),
        definition: ApiDefinition::default(),
        documentation: Documentation::default(),
        stages: BTreeMap::new(),
    }
}

//! UpdateResource: another name, another parent.

use wire::apigateway::{Resource, UpdateResource, UpdateResourceRequest};

use model::{ApiDefinition, RestApiRecord};

use super::super::failures::{bad_request, no_resource};
use super::super::patch::{self, Patch};
use super::super::{asks, records};
use super::{Embed, check_place, family, find, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateResource> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateResourceRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<UpdateResource>(
            call,
            &[&input.rest_api_id, &input.resource_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<UpdateResource>) -> Result<Resource, Refused> {
        let (input, call) = authorized.into_parts();
        let patches = patch::read(input.patch_operations)?;
        let change = |api: &mut RestApiRecord| {
            let definition = &mut api.definition;
            find(definition, &input.resource_id)?;
            for patch in &patches {
                apply(definition, &input.resource_id, patch)?;
            }
            let resource = find(definition, &input.resource_id)?;
            Ok(shown(definition, resource, Embed::Names))
        };
        let (_, resource) =
            records::change(self, &call, &input.rest_api_id, no_resource, change).await?;
        Ok(resource)
    }
}

fn apply(definition: &mut ApiDefinition, id: &str, patch: &Patch) -> Result<(), Refused> {
    patch.among(&["/parentId", "/pathPart"])?;
    let resource = find(definition, id)?;
    let Some(old_parent) = resource.parent_id.clone() else {
        let member = patch.path.trim_start_matches('/');
        return Err(bad_request(format!(
            "Root resource cannot update its {member}."
        )));
    };
    let value = patch.filled().unwrap_or_default().to_owned();
    let (parent_id, part) = match patch.path.as_str() {
        "/parentId" => (value, resource.path_part.clone()),
        _ => (old_parent, value),
    };
    let parent = find(definition, &parent_id)?;
    if family(definition, id).contains(&parent_id) {
        return Err(bad_request("Resources cannot be cyclical."));
    }
    check_place(definition, parent, &part, Some(id))?;
    if let Some(resource) = definition.resources.get_mut(id) {
        resource.parent_id = Some(parent_id);
        resource.path_part = part;
    }
    Ok(())
}

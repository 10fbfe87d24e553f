//! UpdateBasePathMapping: the path itself, the API and its stage.

use wire::apigateway::{BasePathMapping, UpdateBasePathMapping, UpdateBasePathMappingRequest};

use model::DomainNameRecord;

use super::super::failures::{conflict, no_base_path_mapping};
use super::super::patch::{self, Patch};
use super::super::{asks, domain_names};
use super::{check, key, read_base_path, shown, taken};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateBasePathMapping> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateBasePathMappingRequest) -> Result<Needs, Refused> {
        let domain_key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        Ok(asks::needs::<UpdateBasePathMapping>(
            call,
            &[&domain_key, &input.base_path],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateBasePathMapping>,
    ) -> Result<BasePathMapping, Refused> {
        let (input, call) = authorized.into_parts();
        let domain_key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        let patches = patch::read(input.patch_operations)?;
        let domain = domain_names::find(self, &call, &domain_key).await?;
        let old = key(&input.base_path);
        let before = domain.mappings.get(old).ok_or_else(no_base_path_mapping)?;
        let (mut path, mut mapping) = (old.to_owned(), before.clone());
        for patch in &patches {
            apply(&mut path, &mut mapping, patch)?;
        }
        check(self, &call, &domain.record, &mapping).await?;
        let replace = |domain: &mut DomainNameRecord| {
            domain
                .mappings
                .remove(old)
                .ok_or_else(no_base_path_mapping)?;
            if domain.mappings.contains_key(&path) {
                return Err(conflict(taken(&path)));
            }
            domain.mappings.insert(path.clone(), mapping.clone());
            Ok(())
        };
        domain_names::change(self, &call, &domain_key, replace).await?;
        Ok(shown(&path, &mapping))
    }
}

/// Clients spell these paths in both ways, and the API reference one of them in lower case.
fn apply(
    path: &mut String,
    mapping: &mut model::BasePathMapping,
    patch: &Patch,
) -> Result<(), Refused> {
    patch.among(&[
        "/basePath",
        "/basepath",
        "/restapiId",
        "/restApiId",
        "/stage",
    ])?;
    let value = patch.filled();
    match patch.path.as_str() {
        "/basePath" | "/basepath" => *path = read_base_path(value.unwrap_or_default())?,
        "/stage" => mapping.stage = value.map(str::to_owned),
        _ => value.unwrap_or_default().clone_into(&mut mapping.api_id),
    }
    Ok(())
}

//! GetRestApis: the caller's APIs in this region, oldest first.

use wire::apigateway::{GetRestApis, GetRestApisRequest, RestApis};

use model::RestApiRecord;

use super::super::{asks, pages};
use super::shown_without_empty_tags;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetRestApis> for Rooms {
    fn needs(&self, call: &Call, _input: &GetRestApisRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetRestApis>(call, &[]))
    }

    async fn handle(&self, authorized: Authorized<GetRestApis>) -> Result<RestApis, Refused> {
        let (input, call) = authorized.into_parts();
        let prefix = format!("{}/{}/", call.account(), call.region());
        let mut apis = self.records.list::<RestApiRecord>(&prefix).await?;
        apis.sort_by_cached_key(|api| age(api));
        let page = pages::cut(apis, input.limit, input.position.as_deref(), |api| age(api))?;
        Ok(RestApis {
            position: page.position,
            items: Some(
                page.items
                    .iter()
                    .map(|api| shown_without_empty_tags(api))
                    .collect(),
            ),
        })
    }
}

/// A key whose order as text is that of creation.
fn age(api: &RestApiRecord) -> String {
    format!("{:020} {}", api.created.millis(), api.id)
}

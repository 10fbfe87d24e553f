//! Lists the functions of an account in a region.

use model::{AccountId, FunctionRecord, Qualifier, Region};
use wire::lambda::{
    FunctionConfiguration, ListFunctions, ListFunctionsRequest, ListFunctionsResponse,
};

use super::checks::{self, is_set};
use super::configuration::{Moment, configuration};
use super::paging::page;
use super::versions::listed_versions;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListFunctions> for Rooms {
    fn needs(&self, _: &Call, _: &ListFunctionsRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("lambda:ListFunctions").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListFunctions>,
    ) -> Result<ListFunctionsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        checks::refuse_unserved(&[("MasterRegion", is_set(input.master_region.as_ref()))])?;
        let records = self.functions(call.account(), call.region()).await?;
        let shows_all = input.function_version.as_deref() == Some("ALL");
        let all = records.iter().flat_map(|record| shown(record, shows_all));
        let page = page(all, input.marker.as_deref(), input.max_items);
        Ok(ListFunctionsResponse {
            next_marker: page.next_marker,
            functions: Some(page.items),
        })
    }
}

impl Rooms {
    /// All functions of the caller's account in the call's region.
    pub(super) async fn functions(
        &self,
        account: &AccountId,
        region: &Region,
    ) -> Result<Vec<FunctionRecord>, Refused> {
        let prefix = format!("{account}/{region}/");
        let stored = self.records.list::<FunctionRecord>(&prefix).await?;
        Ok(stored.into_iter().map(|stored| stored.record).collect())
    }
}

fn shown(record: &FunctionRecord, all: bool) -> Vec<(String, FunctionConfiguration)> {
    if all {
        // A sign that comes before all that names may have keeps them in their order.
        let of_function = |(key, shown)| (format!("{}!{key}", record.name), shown);
        return listed_versions(record)
            .into_iter()
            .map(of_function)
            .collect();
    }
    let (latest, arn) = (&record.latest, record.arn().to_string());
    let shown = configuration(record, latest, &Qualifier::Latest, arn, Moment::Listed);
    vec![(record.name.to_string(), shown)]
}

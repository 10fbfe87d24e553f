//! Lists what is known of parameters beside their values.

use model::ParameterRecord;
use wire::ssm::{
    DescribeParameters, DescribeParametersRequest, DescribeParametersResult, ParameterStringFilter,
};

use super::failures::refuse_unserved;
use super::filters::Filters;
use super::shown::metadata;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

const PAGE: usize = 50;

impl Handle<DescribeParameters> for Rooms {
    fn needs(&self, _: &Call, _: &DescribeParametersRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("ssm:DescribeParameters").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeParameters>,
    ) -> Result<DescribeParametersResult, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[("Shared", input.shared == Some(true))])?;
        let mut given = input.parameter_filters.unwrap_or_default();
        // The older filters compare the beginning.
        given.extend(input.filters.unwrap_or_default().into_iter().map(|filter| {
            ParameterStringFilter {
                key: filter.key,
                option: Some("BeginsWith".to_owned()),
                values: Some(filter.values),
            }
        }));
        let filters = Filters::read(given)?;
        let prefix = format!("{}/{}/", call.account(), call.region());
        let all = self.records.list::<ParameterRecord>(&prefix).await?;
        let after = input.next_token.as_deref();
        let mut all = all.into_iter().filter(|found| {
            filters.fit(&found.record)
                && after.is_none_or(|after| model::Record::id(&found.record).as_str() > after)
        });
        let most = input
            .max_results
            .and_then(|most| usize::try_from(most).ok());
        let page: Vec<_> = all.by_ref().take(most.unwrap_or(PAGE)).collect();
        let is_more = all.next().is_some();
        let last = page.last().filter(|_| is_more);
        let shown = page.iter().filter_map(|found| {
            let current = found.record.current()?;
            Some(metadata(&found.record, current))
        });
        Ok(DescribeParametersResult {
            parameters: Some(shown.collect()),
            next_token: last.map(|last| model::Record::id(&last.record)),
        })
    }
}

//! Tries a filter pattern on messages.

use wire::logs::{
    MetricFilterMatchRecord, TestMetricFilter, TestMetricFilterRequest, TestMetricFilterResponse,
};

use super::super::pattern::Pattern;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TestMetricFilter> for Rooms {
    fn needs(&self, _: &Call, _: &TestMetricFilterRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:TestMetricFilter").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<TestMetricFilter>,
    ) -> Result<TestMetricFilterResponse, Refused> {
        let (input, _) = authorized.into_parts();
        let pattern = Pattern::parse(&input.filter_pattern)?;
        let numbered = (1_i64..).zip(input.log_event_messages);
        let found = numbered.filter(|(_, message)| pattern.matches(message));
        let shown = |(number, message): (i64, String)| MetricFilterMatchRecord {
            event_number: Some(number),
            extracted_values: Some(pattern.extract(&message)),
            event_message: Some(message),
        };
        Ok(TestMetricFilterResponse {
            matches: Some(found.map(shown).collect()),
        })
    }
}

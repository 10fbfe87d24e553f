//! What an account keeps of CloudWatch Logs in a region beside its groups: one record.

use std::collections::BTreeMap;

use model::LogSettingsRecord;
use store::StoreError;

use super::tagged;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

type Tags = BTreeMap<String, String>;

pub(super) fn arn(call: &Call, kind: &str, name: &str) -> String {
    let (account, region) = (call.account(), call.region());
    format!("arn:aws:logs:{region}:{account}:{kind}:{name}")
}

/// The tags of something that a caller names; what a stack marks, nobody else does.
pub(super) fn check_tags(tags: &Tags) -> Result<(), Refused> {
    tagged::add(&mut Tags::new(), tags)
}

/// The tags of `KIND:NAME`, where the settings have something of that kind and name.
pub(crate) fn tags_of<'a>(
    settings: &'a mut LogSettingsRecord,
    resource: &str,
) -> Option<&'a mut Tags> {
    let (kind, name) = resource.split_once(':')?;
    match kind {
        "destination" => settings.destinations.get_mut(name).map(|one| &mut one.tags),
        "delivery" => settings.deliveries.get_mut(name).map(|one| &mut one.tags),
        "delivery-source" => {
            let sources = &mut settings.delivery_sources;
            sources.get_mut(name).map(|one| &mut one.tags)
        }
        "delivery-destination" => {
            let destinations = &mut settings.delivery_destinations;
            destinations.get_mut(name).map(|one| &mut one.tags)
        }
        _ => None,
    }
}

impl Rooms {
    /// Empty where nothing was ever set.
    pub(crate) async fn log_settings(&self, call: &Call) -> Result<LogSettingsRecord, Refused> {
        let id = LogSettingsRecord::id_of(call.account(), call.region());
        let found = self.records.get::<LogSettingsRecord>(&id).await?;
        Ok(found.map_or_else(|| empty(call), |found| found.record))
    }

    /// Changes the settings, or leaves them as they were if the change is refused.
    pub(super) async fn change_log_settings<T>(
        &self,
        call: &Call,
        change: impl FnMut(&mut LogSettingsRecord) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        let record = empty(call);
        match self.records.create(&record).await {
            Ok(_) | Err(StoreError::Conflict { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        let id = LogSettingsRecord::id_of(call.account(), call.region());
        let gone = || Refused::internal("the settings of logs are gone");
        let updated = self.records.update(&id, change).await;
        let updated = updated.map_err(|error| Refused::of_update(error, gone))?;
        Ok(updated.output)
    }
}

fn empty(call: &Call) -> LogSettingsRecord {
    LogSettingsRecord {
        account: call.account().clone(),
        region: call.region().clone(),
        resource_policies: BTreeMap::new(),
        destinations: BTreeMap::new(),
        delivery_sources: BTreeMap::new(),
        delivery_destinations: BTreeMap::new(),
        deliveries: BTreeMap::new(),
        query_definitions: BTreeMap::new(),
        export_tasks: BTreeMap::new(),
    }
}

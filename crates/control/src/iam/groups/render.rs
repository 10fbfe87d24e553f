//! A group as answers tell it.

use model::GroupRecord;
use wire::iam::Group;

use super::super::time;

pub(super) fn render(record: &GroupRecord) -> Group {
    Group {
        path: record.path.clone(),
        group_name: record.name.clone(),
        group_id: record.unique_id.clone(),
        arn: record.arn(),
        create_date: time(record.created),
    }
}

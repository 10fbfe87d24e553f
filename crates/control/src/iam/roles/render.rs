//! A role as answers tell it. Every answer tells another part (IAM API reference, and the
//! recordings of `test_create_describe_role`).

use model::{Region, RoleRecord};
use wire::iam::{Role, RoleLastUsed};

use super::super::documents::encode;
use super::super::hanging::render_boundary;
use super::super::{tagging, time};

/// In lists.
pub(super) fn listed(record: &RoleRecord) -> Role {
    Role {
        max_session_duration: i32::try_from(record.max_session_seconds).ok(),
        description: record.description.clone(),
        ..common(record)
    }
}

/// To whoever created it.
pub(in super::super) fn created(record: &RoleRecord) -> Role {
    Role {
        description: record.description.clone(),
        permissions_boundary: render_boundary(record),
        tags: tagging::render_some(&record.tags),
        ..common(record)
    }
}

/// To whoever asks for it by name. A role that was never used has an empty last use.
pub(super) fn whole(record: &RoleRecord, region: &Region) -> Role {
    Role {
        permissions_boundary: render_boundary(record),
        tags: tagging::render_some(&record.tags),
        role_last_used: Some(RoleLastUsed {
            last_used_date: record.last_used.map(time),
            region: record.last_used.map(|_| region.to_string()),
        }),
        ..listed(record)
    }
}

/// Inside of an instance profile.
pub(in super::super) fn inner(record: &RoleRecord) -> Role {
    common(record)
}

fn common(record: &RoleRecord) -> Role {
    Role {
        path: record.path.clone(),
        role_name: record.name.clone(),
        role_id: record.unique_id.clone(),
        arn: record.arn(),
        create_date: time(record.created),
        assume_role_policy_document: Some(encode(&record.trust)),
        ..Role::default()
    }
}

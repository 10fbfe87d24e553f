//! A user as answers tell it. Lists leave out the boundary and the tags (IAM API reference,
//! ListUsers).

use model::{AccountId, UserRecord};
use wire::iam::User;

use super::super::hanging::render_boundary;
use super::super::{tagging, time};

pub(in super::super) fn listed(record: &UserRecord) -> User {
    User {
        path: Some(record.path.clone()),
        user_name: Some(record.name.clone()),
        user_id: record.unique_id.clone(),
        arn: record.arn(),
        create_date: Some(time(record.created)),
        ..User::default()
    }
}

pub(in super::super) fn whole(record: &UserRecord) -> User {
    User {
        permissions_boundary: render_boundary(record),
        tags: tagging::render_some(&record.tags),
        ..listed(record)
    }
}

/// Root has neither name nor path.
pub(super) fn root(account: &AccountId) -> User {
    User {
        user_id: account.to_string(),
        arn: format!("arn:aws:iam::{account}:root"),
        ..User::default()
    }
}

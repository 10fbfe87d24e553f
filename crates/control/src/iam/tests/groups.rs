//! Groups and who is in them.

use super::{BASIC, READ, allow};
use crate::iam::testing::Client;
use crate::testing::World;

const GROUP: (&str, &str) = ("GroupName", "team");
const ANN: (&str, &str) = ("UserName", "ann");

#[tokio::test]
async fn a_group_lives_and_is_listed() {
    let world = World::new().await;
    let root = Client::root(&world);
    let created = root
        .iam("CreateGroup", &[GROUP, ("Path", "/a/")])
        .await
        .ok();
    assert_eq!(
        created.text("Group/Arn"),
        "arn:aws:iam::111111111111:group/a/team"
    );
    assert!(created.text("Group/GroupId").starts_with("AGPA"));
    let taken = (
        409,
        "EntityAlreadyExists",
        "Group with name team already exists.",
    );
    root.refused("CreateGroup", &[GROUP], taken).await;
    root.iam("CreateGroup", &[("GroupName", "other")])
        .await
        .ok();
    let listed = root.iam("ListGroups", &[("PathPrefix", "/a/")]).await.ok();
    assert_eq!(listed.each("Groups", "GroupName"), ["team"]);
    let first = root.iam("ListGroups", &[("MaxItems", "1")]).await.ok();
    assert_eq!(first.text("IsTruncated"), "true");
    let marker = first.text("Marker");
    let second = root.iam("ListGroups", &[("Marker", &marker)]).await.ok();
    assert_eq!(second.each("Groups", "GroupName"), ["team"]);
    root.iam("DeleteGroup", &[GROUP]).await.ok();
    let gone = (
        404,
        "NoSuchEntity",
        "The group with name team cannot be found.",
    );
    root.refused("GetGroup", &[GROUP], gone).await;
}

#[tokio::test]
async fn members_join_are_told_in_pages_and_leave() {
    let world = World::new().await;
    let root = Client::root(&world);
    root.iam("CreateGroup", &[GROUP]).await.ok();
    for name in ["ann", "bob", "eve"] {
        root.iam("CreateUser", &[("UserName", name)]).await.ok();
        let join = [GROUP, ("UserName", name)];
        root.iam("AddUserToGroup", &join).await.ok();
    }
    root.iam("AddUserToGroup", &[GROUP, ANN]).await.ok();
    let page = root.iam("GetGroup", &[GROUP, ("MaxItems", "2")]).await.ok();
    assert_eq!(page.each("Users", "UserName"), ["ann", "bob"]);
    let marker = page.text("Marker");
    let rest = root.iam("GetGroup", &[GROUP, ("Marker", &marker)]).await;
    assert_eq!(rest.ok().each("Users", "UserName"), ["eve"]);
    let groups = root.iam("ListGroupsForUser", &[ANN]).await.ok();
    assert_eq!(groups.each("Groups", "GroupName"), ["team"]);
    let left = "Cannot delete entity, must remove users from group first.";
    let conflict = (409, "DeleteConflict", left);
    root.refused("DeleteGroup", &[GROUP], conflict).await;
    root.refused("DeleteUser", &[ANN], conflict).await;
    let leave = [GROUP, ANN];
    root.iam("RemoveUserFromGroup", &leave).await.ok();
    let not_in = (404, "NoSuchEntity", "User ann not in group team");
    root.refused("RemoveUserFromGroup", &leave, not_in).await;
    root.iam("DeleteUser", &[ANN]).await.ok();
    let nobody = (
        404,
        "NoSuchEntity",
        "The user with name ann cannot be found.",
    );
    root.refused("AddUserToGroup", &leave, nobody).await;
}

/// Asks as ann; the status tells whether she may.
async fn check(ann: &Client<'_>, expected: u16, when: &str) {
    let reply = ann.iam("ListUsers", &[]).await;
    assert_eq!(reply.status, expected, "{when}");
}

#[tokio::test]
async fn policies_of_a_group_are_those_of_its_users() {
    let world = World::new().await;
    let root = Client::root(&world);
    let ann = Client::user(&world, "ann", &allow("s3:*", "*")).await;
    root.iam("CreateGroup", &[GROUP]).await.ok();
    let put = |document| [GROUP, ("PolicyName", "p"), ("PolicyDocument", document)];
    let list = allow("iam:ListUsers", "*");
    root.iam("PutGroupPolicy", &put(&list)).await.ok();
    check(&ann, 403, "before she joined").await;
    root.iam("AddUserToGroup", &[GROUP, ANN]).await.ok();
    check(&ann, 200, "in the group").await;
    let rename = [GROUP, ("NewGroupName", "staff"), ("NewPath", "/x/")];
    root.iam("UpdateGroup", &rename).await.ok();
    check(&ann, 200, "after the group was renamed").await;
    let staff = ("GroupName", "staff");
    let attach = [staff, ("PolicyArn", "arn:aws:iam::aws:policy/AWSDenyAll")];
    root.iam("AttachGroupPolicy", &attach).await.ok();
    check(&ann, 403, "denied through the group").await;
    root.iam("DetachGroupPolicy", &attach).await.ok();
    check(&ann, 200, "no longer denied").await;
    let renamed = [ANN, ("NewUserName", "anna")];
    root.iam("UpdateUser", &renamed).await.ok();
    check(&ann, 200, "after she was renamed").await;
    let leave = [staff, ("UserName", "anna")];
    root.iam("RemoveUserFromGroup", &leave).await.ok();
    check(&ann, 403, "after she left").await;
}

#[tokio::test]
async fn policies_of_groups_are_kept_as_those_of_users() {
    let world = World::new().await;
    let root = Client::root(&world);
    root.iam("CreateGroup", &[GROUP]).await.ok();
    let policy = ("PolicyName", "p");
    let put = [GROUP, policy, ("PolicyDocument", READ)];
    root.iam("PutGroupPolicy", &put).await.ok();
    let names = root.iam("ListGroupPolicies", &[GROUP]).await.ok();
    assert_eq!(names.each("PolicyNames", ""), ["p"]);
    let told = root.iam("GetGroupPolicy", &[GROUP, policy]).await.ok();
    assert!(told.text("PolicyDocument").starts_with("%7B%22Version"));
    let absent = (
        404,
        "NoSuchEntity",
        "The group policy with name q cannot be found.",
    );
    root.refused("GetGroupPolicy", &[GROUP, ("PolicyName", "q")], absent)
        .await;
    let attach = [GROUP, ("PolicyArn", BASIC)];
    root.iam("AttachGroupPolicy", &attach).await.ok();
    let attached = root.iam("ListAttachedGroupPolicies", &[GROUP]).await.ok();
    assert_eq!(attached.each("AttachedPolicies", "PolicyArn"), [BASIC]);
    let entities = root.iam("ListEntitiesForPolicy", &attach[1..]).await.ok();
    assert_eq!(entities.each("PolicyGroups", "GroupName"), ["team"]);
    let left = "Cannot delete entity, must detach all policies first.";
    root.refused("DeleteGroup", &[GROUP], (409, "DeleteConflict", left))
        .await;
    root.iam("DetachGroupPolicy", &attach).await.ok();
    root.iam("DeleteGroupPolicy", &[GROUP, policy]).await.ok();
    root.iam("DeleteGroup", &[GROUP]).await.ok();
}

#[tokio::test]
async fn a_user_is_in_ten_groups_at_most() {
    let world = World::new().await;
    let root = Client::root(&world);
    root.iam("CreateUser", &[ANN]).await.ok();
    for number in 0..11 {
        let name = format!("g{number}");
        let group = ("GroupName", name.as_str());
        root.iam("CreateGroup", &[group]).await.ok();
        let reply = root.iam("AddUserToGroup", &[group, ANN]).await;
        let expected = if number < 10 { 200 } else { 409 };
        assert_eq!(reply.status, expected, "{name}");
    }
}

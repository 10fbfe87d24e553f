//! OpenID Connect and SAML providers.

use super::allow;
use crate::iam::testing::Client;
use crate::testing::World;

const ARN: &str = "arn:aws:iam::111111111111:oidc-provider/token.example.com/x";
const ISSUER: (&str, &str) = ("OpenIDConnectProviderArn", ARN);
const URL: (&str, &str) = ("Url", "https://token.example.com/x");
const THUMBPRINT: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

#[tokio::test]
async fn an_issuer_lives_and_is_known_to_decisions() {
    let world = World::new().await;
    let root = Client::root(&world);
    let create = [
        URL,
        ("ClientIDList.member.1", "sts.amazonaws.com"),
        ("ThumbprintList.member.1", THUMBPRINT),
    ];
    let operation = "CreateOpenIDConnectProvider";
    let created = root.iam(operation, &create).await.ok();
    assert_eq!(created.text("OpenIDConnectProviderArn"), ARN);
    let known = || {
        world
            .control
            .identity()
            .directory()
            .oidc_provider(ARN)
            .cloned()
    };
    assert_eq!(known().unwrap().client_ids, ["sts.amazonaws.com"]);
    let exists = (
        409,
        "EntityAlreadyExists",
        "Provider with url https://token.example.com/x already exists.",
    );
    root.refused(operation, &create, exists).await;
    let add = [ISSUER, ("ClientID", "second")];
    root.iam("AddClientIDToOpenIDConnectProvider", &add)
        .await
        .ok();
    let remove = [ISSUER, ("ClientID", "sts.amazonaws.com")];
    root.iam("RemoveClientIDFromOpenIDConnectProvider", &remove)
        .await
        .ok();
    let told = root.iam("GetOpenIDConnectProvider", &[ISSUER]).await.ok();
    assert_eq!(told.text("Url"), "token.example.com/x");
    assert_eq!(told.each("ClientIDList", ""), ["second"]);
    assert_eq!(told.each("ThumbprintList", ""), [THUMBPRINT]);
    let listed = root.iam("ListOpenIDConnectProviders", &[]).await.ok();
    assert_eq!(listed.each("OpenIDConnectProviderList", "Arn"), [ARN]);
    root.iam("DeleteOpenIDConnectProvider", &[ISSUER])
        .await
        .ok();
    assert!(known().is_none());
    let gone = format!("OpenIDConnect Provider not found for arn {ARN}");
    root.refused(
        "GetOpenIDConnectProvider",
        &[ISSUER],
        (404, "NoSuchEntity", &gone),
    )
    .await;
}

#[tokio::test]
async fn what_is_no_issuer_is_refused() {
    let world = World::new().await;
    let root = Client::root(&world);
    let operation = "CreateOpenIDConnectProvider";
    let invalid = (
        400,
        "ValidationError",
        "Invalid Open ID Connect Provider URL",
    );
    for url in ["example.com", "http://example.com", "https://a.b?c=d"] {
        root.refused(operation, &[("Url", url)], invalid).await;
    }
    let mut create = vec![URL];
    let names: Vec<_> = (1..7)
        .map(|n| format!("ThumbprintList.member.{n}"))
        .collect();
    create.extend(names.iter().map(|name| (name.as_str(), THUMBPRINT)));
    let many = (
        400,
        "InvalidInput",
        "Thumbprint list must contain fewer than 5 entries.",
    );
    root.refused(operation, &create, many).await;
}

#[tokio::test]
async fn tags_of_an_issuer_are_condition_keys() {
    let world = World::new().await;
    let root = Client::root(&world);
    let policy = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:GetOpenIDConnectProvider","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"a"}}}]}"#;
    let ann = Client::user(&world, "ann", policy).await;
    root.iam("CreateOpenIDConnectProvider", &[URL]).await.ok();
    let get = ann.iam("GetOpenIDConnectProvider", &[ISSUER]).await;
    assert_eq!(get.status, 403);
    let tag = [
        ISSUER,
        ("Tags.member.1.Key", "team"),
        ("Tags.member.1.Value", "a"),
    ];
    root.iam("TagOpenIDConnectProvider", &tag).await.ok();
    ann.iam("GetOpenIDConnectProvider", &[ISSUER]).await.ok();
    let untag = [ISSUER, ("TagKeys.member.1", "team")];
    root.iam("UntagOpenIDConnectProvider", &untag).await.ok();
    let tags = root
        .iam("ListOpenIDConnectProviderTags", &[ISSUER])
        .await
        .ok();
    assert!(tags.each("Tags", "Key").is_empty());
}

#[tokio::test]
async fn a_saml_provider_keeps_its_metadata() {
    let world = World::new().await;
    let root = Client::root(&world);
    let arn = "arn:aws:iam::111111111111:saml-provider/idp";
    let metadata = "m".repeat(1_000);
    let create = [("Name", "idp"), ("SAMLMetadataDocument", metadata.as_str())];
    let created = root.iam("CreateSAMLProvider", &create).await.ok();
    assert_eq!(created.text("SAMLProviderArn"), arn);
    let provider = ("SAMLProviderArn", arn);
    let other = "n".repeat(1_000);
    let update = [provider, ("SAMLMetadataDocument", other.as_str())];
    root.iam("UpdateSAMLProvider", &update).await.ok();
    let told = root.iam("GetSAMLProvider", &[provider]).await.ok();
    assert_eq!(told.text("SAMLMetadataDocument"), other);
    let unserved = (
        400,
        "InvalidInput",
        "AssertionEncryptionMode is not supported by Portcullis.",
    );
    let encrypted = [provider, ("AssertionEncryptionMode", "Required")];
    root.refused("UpdateSAMLProvider", &encrypted, unserved)
        .await;
    let listed = root.iam("ListSAMLProviders", &[]).await.ok();
    assert_eq!(listed.each("SAMLProviderList", "Arn"), [arn]);
    let ann = Client::user(&world, "ann", &allow("s3:*", "*")).await;
    assert_eq!(ann.iam("DeleteSAMLProvider", &[provider]).await.status, 403);
    root.iam("DeleteSAMLProvider", &[provider]).await.ok();
    let gone = format!("Manifest not found for arn {arn}");
    root.refused(
        "DeleteSAMLProvider",
        &[provider],
        (404, "NoSuchEntity", &gone),
    )
    .await;
}

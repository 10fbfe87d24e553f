//! How many of a kind an account may have.

use crate::iam::testing::{Client, certificate, private_key};
use crate::testing::World;

#[tokio::test]
async fn an_account_has_so_many_of_a_kind_and_no_more() {
    let world = World::new().await;
    let root = Client::root(&world);
    let (body, key) = (certificate(), private_key());
    let upload = |name: &str| {
        [
            ("ServerCertificateName", name.to_owned()),
            ("CertificateBody", body.clone()),
            ("PrivateKey", key.clone()),
        ]
    };
    for number in 0..20 {
        let input = upload(&format!("tls{number}"));
        let input = input
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        root.iam("UploadServerCertificate", &input).await.ok();
    }
    let input = upload("one-more");
    let input = input
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let refused = (
        409,
        "LimitExceeded",
        "Cannot exceed quota for ServerCertificatesPerAccount: 20",
    );
    root.refused("UploadServerCertificate", &input, refused)
        .await;
    let first = [("ServerCertificateName", "tls0")];
    root.iam("DeleteServerCertificate", &first).await.ok();
    root.iam("UploadServerCertificate", &input).await.ok();
}

//! Nobody becomes somebody whom an identity provider knows without a token that was verified.

use identity::web_identity::WebIdentity;

fn main() {
    let _: WebIdentity = WebIdentity {
        subject: "repo:me/it".into(),
    };
}

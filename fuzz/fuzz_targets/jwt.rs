//! A stranger's token never crashes the reader, and is never anybody's.
//!
//! The input is a token, an empty line, and a key set.

#![no_main]

use std::sync::LazyLock;

use identity::web_identity::{KeySet, Token};
use identity::{AuthMode, Config, Identity, Permissions, RootKey};
use libfuzzer_sys::fuzz_target;
use model::{AccountId, Region};

static ACCOUNT: LazyLock<AccountId> = LazyLock::new(|| AccountId::new("111111111111").unwrap());

static IDENTITY: LazyLock<Identity> = LazyLock::new(|| {
    Identity::new(Config {
        account: ACCOUNT.clone(),
        region: Region::new("us-east-1").unwrap(),
        root_key: RootKey {
            id: "AKIDEXAMPLE".into(),
            secret: "a secret that no input knows".into(),
        },
        seal: [1; 32],
        auth: AuthMode::Strict,
        permissions: Permissions::Enforce,
    })
});

fuzz_target!(|input: &str| {
    let (token, keys) = input.split_once("\n\n").unwrap_or((input, ""));
    let keys = KeySet::read(keys.as_bytes()).unwrap_or_default();
    let Ok(token) = Token::read(token) else {
        return;
    };
    if let Some(id) = token.key_id() {
        keys.has(id);
    }
    // Nobody has registered an issuer, so that nobody is proved.
    assert!(IDENTITY.issuer_of(&token, &ACCOUNT).is_err());
});

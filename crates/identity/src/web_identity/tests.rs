//! Tokens that prove somebody, and tokens that prove nothing.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use model::{AccountId, OidcProviderRecord};
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair,
    EcdsaSigningAlgorithm, KeyPair as _,
};
use serde_json::{Value, json};

use super::*;
use crate::testing::{ACCOUNT, NOW, World};

const ISSUER: &str = "https://token.example.com/tenant";

/// An issuer with one elliptic key.
struct Signer {
    key: EcdsaKeyPair,
    random: SystemRandom,
    algorithm: &'static str,
    curve: &'static str,
}

impl Signer {
    fn new(
        kind: &'static EcdsaSigningAlgorithm,
        algorithm: &'static str,
        curve: &'static str,
    ) -> Self {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(kind, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(kind, pkcs8.as_ref(), &random).unwrap();
        Self {
            key,
            random,
            algorithm,
            curve,
        }
    }

    fn p256() -> Self {
        Self::new(&ECDSA_P256_SHA256_FIXED_SIGNING, "ES256", "P-256")
    }

    fn p384() -> Self {
        Self::new(&ECDSA_P384_SHA384_FIXED_SIGNING, "ES384", "P-384")
    }

    fn jwk(&self, id: &str) -> Value {
        let point = &self.key.public_key().as_ref()[1..];
        let (x, y) = point.split_at(point.len() / 2);
        json!({
            "kty": "EC", "crv": self.curve, "use": "sig", "kid": id,
            "x": URL_SAFE_NO_PAD.encode(x), "y": URL_SAFE_NO_PAD.encode(y),
        })
    }

    fn keys(&self) -> KeySet {
        KeySet::read(json!({"keys": [self.jwk("k1")]}).to_string().as_bytes()).unwrap()
    }

    fn token(&self, claims: &Value) -> String {
        self.token_with(&json!({"alg": self.algorithm, "kid": "k1"}), claims)
    }

    fn token_with(&self, header: &Value, claims: &Value) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(header), part(claims));
        let signature = self.key.sign(&self.random, signed.as_bytes()).unwrap();
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

fn claims() -> Value {
    json!({
        "iss": ISSUER, "sub": "repo:me/it", "aud": "sts.amazonaws.com",
        "iat": NOW.seconds() - 10, "exp": NOW.seconds() + 600,
    })
}

fn with(changes: &Value) -> Value {
    let mut claims = claims();
    for (name, value) in changes.as_object().unwrap() {
        claims[name] = value.clone();
    }
    claims
}

fn without(name: &str) -> Value {
    let mut claims = claims();
    claims.as_object_mut().unwrap().remove(name);
    claims
}

fn world() -> World {
    World::new().put(&OidcProviderRecord {
        account: AccountId::new(ACCOUNT).unwrap(),
        url: "token.example.com/tenant".into(),
        client_ids: vec!["sts.amazonaws.com".into(), "app".into()],
        thumbprints: Vec::new(),
        created: NOW,
        tags: std::collections::BTreeMap::new(),
    })
}

fn verify(token: &str, keys: &KeySet) -> Result<WebIdentity, WebIdentityRefused> {
    let world = world();
    let account = AccountId::new(ACCOUNT).unwrap();
    let token = Token::read(token)?;
    let issuer = world.identity.issuer_of(&token, &account)?;
    WebIdentity::verify(&token, &issuer, keys, Context::new(), NOW)
}

#[track_caller]
fn check(claims: &Value, expected: Result<&str, &WebIdentityRefused>) {
    let signer = Signer::p256();
    let outcome = verify(&signer.token(claims), &signer.keys());
    let seen = outcome.as_ref().map(WebIdentity::audience);
    assert_eq!(seen, expected, "{claims}");
}

#[test]
fn a_token_of_a_registered_issuer_proves_its_subject() {
    for signer in [Signer::p256(), Signer::p384()] {
        let known = verify(&signer.token(&claims()), &signer.keys()).unwrap();
        assert_eq!(known.subject(), "repo:me/it");
        let context = known.context();
        let subject = context.single("token.example.com/tenant:sub");
        assert_eq!(subject, Some("repo:me/it"));
        assert_eq!(
            context.single("token.example.com/tenant:aud"),
            Some("sts.amazonaws.com")
        );
    }
}

/// Made with the Python package `cryptography`: RS256, RS384, RS512 and PS256 under one key.
#[test]
fn an_rsa_signature_is_verified() {
    let keys = KeySet::read(include_bytes!("testdata/rsa-keys.json")).unwrap();
    let message = include_str!("testdata/rsa-tokens.txt");
    for line in message.lines() {
        let token = Token::read(line).unwrap();
        assert!(token.verify(&keys).is_ok(), "{line}");
        let (head, tail) = line.rsplit_once('.').unwrap();
        let tail: String = tail.chars().rev().collect();
        let forged = format!("{head}.{tail}");
        if let Ok(token) = Token::read(&forged) {
            assert!(token.verify(&keys).is_err());
        }
    }
    assert_eq!(message.lines().count(), 4);
}

#[test]
fn an_issuer_that_is_not_registered_proves_nobody() {
    for issuer in [
        "https://token.example.com",
        "https://token.example.com/tenant/",
        "http://token.example.com/tenant",
        "token.example.com/tenant",
    ] {
        let refused = WebIdentityRefused::NoProvider {
            issuer: issuer.into(),
        };
        check(&with(&json!({"iss": issuer})), Err(&refused));
    }
    check(
        &without("iss"),
        Err(&WebIdentityRefused::MissingClaim("iss")),
    );
}

#[test]
fn the_audience_must_be_registered() {
    let wrong = &WebIdentityRefused::WrongAudience;
    check(&with(&json!({"aud": "app"})), Ok("app"));
    check(&with(&json!({"aud": ["app"]})), Ok("app"));
    check(&with(&json!({"aud": "other"})), Err(wrong));
    check(&with(&json!({"aud": ["app", "other"]})), Err(wrong));
    check(
        &with(&json!({"aud": ["app", "other"], "azp": "app"})),
        Ok("app"),
    );
    check(&with(&json!({"aud": "app", "azp": "other"})), Err(wrong));
    check(
        &without("aud"),
        Err(&WebIdentityRefused::MissingClaim("aud")),
    );
    check(
        &with(&json!({"aud": 1})),
        Err(&WebIdentityRefused::MissingClaim("aud")),
    );
}

#[test]
fn a_token_has_its_time() {
    let now = NOW.seconds();
    let expired = |expires| WebIdentityRefused::Expired { now, expires };
    check(&with(&json!({"exp": now})), Err(&expired(now)));
    check(&with(&json!({"exp": now + 1})), Ok("sts.amazonaws.com"));
    check(
        &with(&json!({"exp": "soon"})),
        Err(&WebIdentityRefused::NotAToken),
    );
    check(
        &with(&json!({"exp": 1e300})),
        Err(&WebIdentityRefused::NotAToken),
    );
    for claim in ["iat", "nbf"] {
        check(&with(&json!({claim: now + 300})), Ok("sts.amazonaws.com"));
        let early = WebIdentityRefused::NotYet { claim };
        check(&with(&json!({claim: now + 301})), Err(&early));
    }
    check(
        &without("exp"),
        Err(&WebIdentityRefused::MissingClaim("exp")),
    );
    check(
        &without("iat"),
        Err(&WebIdentityRefused::MissingClaim("iat")),
    );
    check(
        &without("sub"),
        Err(&WebIdentityRefused::MissingClaim("sub")),
    );
}

#[test]
fn what_is_not_signed_with_a_key_of_the_issuer_is_refused() {
    let (signer, stranger) = (Signer::p256(), Signer::p256());
    let keys = signer.keys();
    let outcome = verify(&stranger.token(&claims()), &keys).unwrap_err();
    assert_eq!(outcome, WebIdentityRefused::WrongSignature);
    for (header, expected) in [
        (json!({"alg": "none"}), WebIdentityRefused::NotAToken),
        (
            json!({"alg": "HS256", "kid": "k1"}),
            WebIdentityRefused::NotAToken,
        ),
        (
            json!({"alg": "ES256", "kid": "k1", "crit": ["b64"]}),
            WebIdentityRefused::NotAToken,
        ),
        (
            json!({"alg": "ES256", "kid": "k2"}),
            WebIdentityRefused::NoKey,
        ),
        (
            json!({"alg": "ES384", "kid": "k1"}),
            WebIdentityRefused::NoKey,
        ),
        (
            json!({"alg": "RS256", "kid": "k1"}),
            WebIdentityRefused::NoKey,
        ),
        (json!({"kid": "k1"}), WebIdentityRefused::NotAToken),
    ] {
        let outcome = verify(&signer.token_with(&header, &claims()), &keys);
        assert_eq!(outcome.map(drop), Err(expected), "{header}");
    }
    let unnamed = signer.token_with(&json!({"alg": "ES256"}), &claims());
    assert!(verify(&unnamed, &keys).is_ok());
}

#[test]
fn what_is_no_token_is_refused() {
    let good = Signer::p256().token(&claims());
    let parts: Vec<&str> = good.split('.').collect();
    for text in [
        "",
        "token",
        ".",
        "..",
        "a.b.c",
        &format!("{}.{}", parts[0], parts[1]),
        &format!("{good}.{}", parts[2]),
        &format!("{good}="),
        &"a".repeat(20_001),
    ] {
        assert_eq!(
            Token::read(text).err(),
            Some(WebIdentityRefused::NotAToken),
            "{text}"
        );
    }
}

/// Who reads the first of two would take the token for another's.
#[test]
fn a_claim_stands_once() {
    let signer = Signer::p256();
    let token = signer.token(&claims());
    let header = token.split('.').next().unwrap();
    for (first, again) in [("sub", "sub"), ("iss", "iss"), ("x", "x"), ("x", "\\u0078")] {
        let text = format!(r#"{{"{first}":"a","{again}":"b"}}"#);
        let twice = format!("{header}.{}.AAAA", URL_SAFE_NO_PAD.encode(&text));
        let seen = Token::read(&twice).err();
        assert_eq!(seen, Some(WebIdentityRefused::NotAToken), "{text}");
    }
}

#[test]
fn what_a_session_can_not_carry_is_refused() {
    use WebIdentityRefused::{SourceIdentity, TooLarge};
    let good = "sts.amazonaws.com";
    check(&with(&json!({"amr": vec!["a".repeat(90); 10]})), Ok(good));
    check(
        &with(&json!({"amr": vec!["a".repeat(400); 25]})),
        Err(&TooLarge),
    );
    check(&with(&json!({"sub": "a".repeat(9_000)})), Err(&TooLarge));
    let source = |text: &str| with(&json!({"https://aws.amazon.com/source_identity": text}));
    check(&source("ann@example.com"), Ok(good));
    for wrong in ["", "a", "a b", &"a".repeat(65)] {
        check(&source(wrong), Err(&SourceIdentity));
    }
}

fn tags(claims: &Value) -> Result<Vec<(String, String, bool)>, WebIdentityRefused> {
    let signer = Signer::p256();
    let known = verify(&signer.token(claims), &signer.keys())?;
    let tags = known.tags().iter();
    Ok(tags
        .map(|tag| (tag.key.clone(), tag.value.clone(), tag.transitive))
        .collect())
}

#[test]
fn tags_stand_in_one_claim_or_in_many() {
    let expected = [("Team".to_owned(), "blue".to_owned(), true)];
    for changes in [
        json!({"https://aws.amazon.com/tags": {
            "principal_tags": {"Team": ["blue"]}, "transitive_tag_keys": ["team"],
        }}),
        json!({
            "https://aws.amazon.com/tags/principal_tags/Team": "blue",
            "https://aws.amazon.com/tags/transitive_tag_keys": ["Team"],
        }),
    ] {
        assert_eq!(tags(&with(&changes)).unwrap(), expected);
    }
    for wrong in [
        json!("text"),
        json!({"principal_tags": []}),
        json!({"principal_tags": {"Team": ["a", "b"]}}),
        json!({"principal_tags": {"Team": "a", "TEAM": "b"}}),
        json!({"principal_tags": {"Team": 1}}),
        json!({"principal_tags": {"": "a"}}),
        json!({"principal_tags": {"Team": "a"}, "transitive_tag_keys": ["Other"]}),
        json!({"principal_tags": {"Team": "a".repeat(257)}}),
    ] {
        let outcome = tags(&with(&json!({"https://aws.amazon.com/tags": wrong})));
        assert!(
            matches!(outcome, Err(WebIdentityRefused::Tags(_))),
            "{outcome:?}"
        );
    }
}

#[test]
fn plain_http_is_for_this_machine() {
    for (url, expected) in [
        ("http://127.0.0.1:8080/x", true),
        ("http://localhost", true),
        ("http://[::1]:80", true),
        ("http://localhost.example.com", false),
        ("http://127.0.0.1.example.com", false),
        ("http://10.0.0.1", false),
        ("http://localhost@example.com", false),
        ("http://localhost:1@example.com", false),
        ("http://[::1]@example.com", false),
        ("http://127.0.0.1:80?x@example.com", true),
        ("https://localhost", false),
    ] {
        assert_eq!(is_loopback(url), expected, "{url}");
    }
}

#[test]
fn keys_that_are_not_for_signatures_are_left_out() {
    let signer = Signer::p256();
    let mut for_encryption = signer.jwk("e");
    for_encryption["use"] = json!("enc");
    let listed = json!({"keys": [
        for_encryption, {"kty": "oct", "k": "AA", "kid": "o"}, {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"},
        "text", signer.jwk("good"),
    ]});
    let keys = KeySet::read(listed.to_string().as_bytes()).unwrap();
    let seen = ["e", "o", "good"].map(|id| keys.has(id));
    assert_eq!(seen, [false, false, true]);
    for wrong in ["", "[]", "{}", r#"{"keys":{}}"#] {
        assert!(KeySet::read(wrong.as_bytes()).is_err(), "{wrong}");
    }
}

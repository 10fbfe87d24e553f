//! Cognito user pools: which tokens let a request in.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use identity::web_identity::KeySet;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};

use super::*;
use crate::clock;

const ISSUER: &str = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool";
const POOL: &str = "arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_pool";

/// A pool with one key.
struct Pool {
    key: EcdsaKeyPair,
    random: SystemRandom,
}

impl Pool {
    fn new() -> Self {
        let (random, kind) = (SystemRandom::new(), &ECDSA_P256_SHA256_FIXED_SIGNING);
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(kind, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(kind, pkcs8.as_ref(), &random).unwrap();
        Self { key, random }
    }

    fn keys(&self) -> KeySet {
        let (x, y) = self.key.public_key().as_ref()[1..].split_at(32);
        let key = json!({
            "kty": "EC", "crv": "P-256", "use": "sig", "kid": "k1",
            "x": URL_SAFE_NO_PAD.encode(x), "y": URL_SAFE_NO_PAD.encode(y),
        });
        KeySet::read(json!({"keys": [key]}).to_string().as_bytes()).unwrap()
    }

    /// An identity token with some claims changed.
    fn token(&self, changes: &Value) -> String {
        let now = clock::now().seconds();
        let mut claims = json!({
            "iss": ISSUER, "sub": "ann", "aud": "client", "token_use": "id",
            "iat": now - 10, "exp": now + 600, "cognito:groups": ["a", "b"],
        });
        let claims_of = claims.as_object_mut().unwrap();
        claims_of.extend(changes.as_object().unwrap().clone());
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let header = json!({"alg": "ES256", "kid": "k1"});
        let signed = format!("{}.{}", part(&header), part(&claims));
        let signature = self.key.sign(&self.random, signed.as_bytes()).unwrap();
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

const SEEN: &str = "$context.authorizer.claims.sub $context.authorizer.claims['cognito:groups']";

fn house(pool: &Pool) -> House {
    let mut house = House::with_issuers(BTreeMap::from([(ISSUER.to_owned(), pool.keys())]));
    let authorizer = Authorizer {
        uri: None,
        provider_arns: vec![POOL.to_owned()],
        identity_validation_expression: Some("client.*".to_owned()),
        ..authorizer(
            AuthorizerKind::Cognito,
            Some("method.request.header.Authorization"),
        )
    };
    let authorizers = &mut house.definition.authorizers;
    authorizers.insert("auth01".to_owned(), authorizer);
    let guarded = |scopes: &[&str]| Method {
        authorization_type: AuthorizationType::Cognito,
        authorization_scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
        ..custom("auth01", mock(SEEN))
    };
    house
        .method("GET /id", guarded(&[]))
        .method("GET /scoped", guarded(&["pets/read", "pets/write"]))
        .deploy();
    house
}

async fn check(house: &House, path: &str, token: &str, status: u16, body: &str) {
    let request = with_header(request(Verb::GET, path), "authorization", token);
    let reply = house.send(request).await;
    let text = String::from_utf8_lossy(&reply.body);
    assert_eq!((reply.status, &*text), (status, body), "{path} {token}");
}

const UNAUTHORIZED: &str = r#"{"message":"Unauthorized"}"#;

#[tokio::test]
async fn a_token_of_the_pool_lets_its_bearer_in() {
    let pool = Pool::new();
    let house = house(&pool);
    let good = pool.token(&json!({}));
    let now = clock::now().seconds();
    for (path, token, status, body) in [
        ("/id", good.clone(), 200, "ann a,b"),
        ("/id", format!("Bearer {good}"), 200, "ann a,b"),
        ("/id", String::new(), 401, UNAUTHORIZED),
        ("/id", "nonsense".to_owned(), 401, UNAUTHORIZED),
        ("/id", format!("{good}x"), 401, UNAUTHORIZED),
        ("/id", Pool::new().token(&json!({})), 401, UNAUTHORIZED),
        (
            "/id",
            pool.token(&json!({"iss": "https://cognito-idp.us-east-1.amazonaws.com/other"})),
            401,
            UNAUTHORIZED,
        ),
        (
            "/id",
            pool.token(&json!({"aud": "other"})),
            401,
            UNAUTHORIZED,
        ),
        (
            "/id",
            pool.token(&json!({"exp": now - 1})),
            401,
            r#"{"message":"The incoming token has expired"}"#,
        ),
        (
            "/id",
            pool.token(&json!({"token_use": "access"})),
            401,
            UNAUTHORIZED,
        ),
        ("/scoped", good.clone(), 401, UNAUTHORIZED),
        (
            "/scoped",
            pool.token(&json!({"token_use": "access", "scope": "email pets/read"})),
            200,
            "ann a,b",
        ),
        (
            "/scoped",
            pool.token(&json!({"token_use": "access", "scope": "email"})),
            401,
            UNAUTHORIZED,
        ),
    ] {
        check(&house, path, &token, status, body).await;
    }
}

#[tokio::test]
async fn a_pool_whose_keys_are_not_given_lets_nobody_in() {
    let pool = Pool::new();
    let mut house = house(&pool);
    let other = Authorizer {
        provider_arns: vec![format!("{POOL}2")],
        ..house.definition.authorizers["auth01"].clone()
    };
    let authorizers = &mut house.definition.authorizers;
    authorizers.insert("auth01".to_owned(), other);
    house.deploy();
    let token = pool.token(&json!({"iss": format!("{ISSUER}2")}));
    check(&house, "/id", &token, 401, UNAUTHORIZED).await;
    let outcome = format!("{:?}", house.last().outcome);
    assert!(
        outcome.contains("keys of its user pool are not given"),
        "{outcome}"
    );
}

/// "How API Gateway resource policies affect authorization workflow": the pool first, the policy
/// after it.
#[tokio::test]
async fn a_resource_policy_must_allow_whom_the_pool_knows() {
    let pool = Pool::new();
    let mut house = house(&pool);
    let policy = |effect: &str, path: &str| {
        json!({"Version": "2012-10-17", "Statement": [{
            "Effect": effect, "Principal": "*", "Action": "execute-api:Invoke",
            "Resource": format!("execute-api:/prod/GET/{path}"),
        }]})
        .to_string()
    };
    let token = pool.token(&json!({}));
    for (policy, status) in [
        (policy("Allow", "id"), 200),
        (policy("Allow", "other"), 403),
        (policy("Deny", "id"), 403),
    ] {
        house.definition.policy = Some(policy);
        house.deploy();
        let request = with_header(request(Verb::GET, "/id"), "authorization", &token);
        assert_eq!(house.send(request).await.status, status);
        let nobody = house.get("/id").await;
        assert_eq!(nobody.status, 401, "the pool is asked first");
    }
}

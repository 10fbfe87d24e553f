"""Credentials for a while: roles with tags, MFA, tokens of identity providers, federated users, and an organization
above the accounts. The server is strict, as a user gets it."""

import base64
import hashlib
import hmac
import http.server
import json
import struct
import threading
import time

import boto3
import pytest
from botocore import UNSIGNED
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils

from kit.house import REGION, House, document, unique

ACCOUNT = "000000000000"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"


def refused(call):
    """Code and message of a call that must fail."""
    with pytest.raises(ClientError) as raised:
        call()
    error = raised.value.response["Error"]
    return error["Code"], error["Message"]


def holder(house, credentials):
    """Whoever holds temporary credentials."""
    keys = Credentials(
        credentials["AccessKeyId"], credentials["SecretAccessKey"], credentials["SessionToken"]
    )
    return House(house.server, keys, house.account)


def trusting(house, *statements, policy=None, **more):
    """A role with these statements of trust, which may do what the policy says."""
    name = unique("role")
    trust = json.dumps({"Version": "2012-10-17", "Statement": list(statements)})
    made = house.iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust, **more)
    if policy:
        house.iam.put_role_policy(RoleName=name, PolicyName="inline", PolicyDocument=policy)
    return made["Role"]["Arn"]


def allow(actions, principal, **more):
    return {"Effect": "Allow", "Action": actions, "Principal": principal, **more}


# Roles


def test_session_tags_decide_and_pass_down_a_chain(house):
    user = house.user(document("sts:*", Resource="*"))
    by_team = {"StringEquals": {"aws:PrincipalTag/team": "blue"}}
    last = trusting(
        house,
        allow(["sts:AssumeRole", "sts:TagSession"], {"AWS": ROOT}),
        policy=document("lambda:ListFunctions", Resource="*", Condition=by_team),
    )
    first = trusting(
        house,
        allow(["sts:AssumeRole", "sts:TagSession"], {"AWS": ROOT}),
        policy=document(["sts:AssumeRole", "sts:TagSession"], Resource=last),
    )
    tags = [{"Key": "Team", "Value": "blue"}]

    def chain(**more):
        made = user.sts.assume_role(RoleArn=first, RoleSessionName="one", Tags=tags, **more)
        made = holder(house, made["Credentials"]).sts.assume_role(RoleArn=last, RoleSessionName="two")
        return holder(house, made["Credentials"])

    assert chain(TransitiveTagKeys=["Team"]).lambda_.list_functions()["Functions"] == []
    assert refused(chain().lambda_.list_functions)[0] == "AccessDeniedException"


def test_a_session_policy_limits_and_names_itself(house):
    role = trusting(house, allow("sts:AssumeRole", {"AWS": ROOT}), policy=document("*", Resource="*"))
    user = house.user(document("sts:AssumeRole", Resource="*"))
    made = user.sts.assume_role(
        RoleArn=role, RoleSessionName="s1", Policy=document("lambda:List*", Resource="*")
    )
    assert 0 < made["PackedPolicySize"] <= 100
    session = holder(house, made["Credentials"])
    assert session.lambda_.list_functions()["Functions"] == []
    message = refused(lambda: session.lambda_.get_function(FunctionName="any"))[1]
    assert message.endswith("because no session policy allows the lambda:GetFunction action"), message


def totp(seed, at=None):
    """What a device of this seed shows (RFC 6238)."""
    step = struct.pack(">q", int(at if at is not None else time.time()) // 30)
    digest = hmac.new(base64.b32decode(seed), step, hashlib.sha1).digest()
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset : offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def test_a_trust_asks_for_the_device_of_the_user(house):
    user = house.user(document("*", Resource="*"))
    device = house.iam.create_virtual_mfa_device(VirtualMFADeviceName=unique("phone"))["VirtualMFADevice"]
    serial, seed = device["SerialNumber"], device["Base32StringSeed"].decode()
    now = time.time()
    house.iam.enable_mfa_device(
        UserName=user.name,
        SerialNumber=serial,
        AuthenticationCode1=totp(seed, now - 30),
        AuthenticationCode2=totp(seed, now),
    )
    present = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
    role = trusting(house, allow("sts:AssumeRole", {"AWS": ROOT}, Condition=present))
    ask = {"RoleArn": role, "RoleSessionName": "s1"}
    assert refused(lambda: user.sts.assume_role(**ask))[0] == "AccessDenied"
    wrong = {"SerialNumber": serial, "TokenCode": "000000"}
    code, message = refused(lambda: user.sts.assume_role(**ask, **wrong))
    assert code == "AccessDenied"
    assert message == "MultiFactorAuthentication failed with invalid MFA one time pass code. "
    right = {"SerialNumber": serial, "TokenCode": totp(seed, time.time() + 30)}
    assert user.sts.assume_role(**ask, **right)["Credentials"]
    assert refused(lambda: user.sts.assume_role(**ask, **right))[1] == message


# Users for a while


def test_a_session_token_is_the_user_but_not_for_iam(house):
    user = house.user(document("*", Resource="*"))
    session = holder(house, user.sts.get_session_token()["Credentials"])
    assert session.sts.get_caller_identity()["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/{user.name}"
    assert session.lambda_.list_functions()["Functions"] == []
    assert refused(session.iam.list_users)[0] == "InvalidClientTokenId"


def test_a_federated_user_is_within_user_and_policy(house):
    user = house.user(document(["sts:GetFederationToken", "lambda:ListFunctions"], Resource="*"))
    made = user.sts.get_federation_token(Name="bob", Policy=document("lambda:*", Resource="*"))
    bob = holder(house, made["Credentials"])
    assert bob.sts.get_caller_identity()["Arn"] == f"arn:aws:sts::{ACCOUNT}:federated-user/bob"
    assert bob.lambda_.list_functions()["Functions"] == []
    assert refused(lambda: bob.lambda_.get_function(FunctionName="any"))[0] == "AccessDeniedException"


# Identity providers


def part(value):
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def number(value):
    return part(value.to_bytes((value.bit_length() + 7) // 8, "big"))


class Issuer:
    """An OpenID Connect provider on this machine, which counts how often it is asked for keys."""

    def __init__(self):
        self.rsa = rsa.generate_private_key(65537, 2048)
        self.curve = ec.generate_private_key(ec.SECP256R1())
        self.asked = 0
        issuer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = json.dumps(issuer.answer(self.path)).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.name = f"127.0.0.1:{self.server.server_address[1]}"
        self.url = f"http://{self.name}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, path):
        if path == "/.well-known/openid-configuration":
            return {"issuer": self.url, "jwks_uri": f"{self.url}/keys"}
        self.asked += 1
        return self.keys()

    def keys(self):
        public = self.rsa.public_key().public_numbers()
        point = self.curve.public_key().public_numbers()
        return {
            "keys": [
                {"kty": "RSA", "use": "sig", "kid": "r", "n": number(public.n), "e": number(public.e)},
                {
                    "kty": "EC",
                    "crv": "P-256",
                    "kid": "e",
                    "x": part(point.x.to_bytes(32, "big")),
                    "y": part(point.y.to_bytes(32, "big")),
                },
            ]
        }

    def token(self, algorithm="RS256", issuer=None, **claims):
        now = int(time.time())
        claims = {
            "iss": issuer or self.url,
            "sub": "repo:me/it:ref:main",
            "aud": "sts.amazonaws.com",
            "iat": now,
            "exp": now + 300,
            **claims,
        }
        kid = {"RS256": "r", "ES256": "e"}.get(algorithm, "r")
        signed = f"{part({'alg': algorithm, 'kid': kid})}.{part(claims)}"
        return f"{signed}.{part(self.sign(algorithm, signed.encode()))}"

    def sign(self, algorithm, message):
        if algorithm == "RS256":
            return self.rsa.sign(message, padding.PKCS1v15(), hashes.SHA256())
        if algorithm == "ES256":
            r, s = utils.decode_dss_signature(self.curve.sign(message, ec.ECDSA(hashes.SHA256())))
            return r.to_bytes(32, "big") + s.to_bytes(32, "big")
        return hmac.new(b"secret", message, hashlib.sha256).digest() if algorithm == "HS256" else b""


@pytest.fixture(scope="module")
def issuer(house):
    made = Issuer()
    house.iam.create_open_id_connect_provider(Url=f"https://{made.name}", ClientIDList=["sts.amazonaws.com"])
    yield made
    made.server.shutdown()


@pytest.fixture(scope="module")
def pipeline(house, issuer):
    """A role for one repository of the issuer, whose sessions may list functions if they are tagged."""
    provider = f"arn:aws:iam::{ACCOUNT}:oidc-provider/{issuer.name}"
    ours = {
        "StringEquals": {f"{issuer.name}:aud": "sts.amazonaws.com"},
        "StringLike": {f"{issuer.name}:sub": "repo:me/it:*"},
    }
    return trusting(
        house,
        allow(["sts:AssumeRoleWithWebIdentity", "sts:TagSession"], {"Federated": provider}, Condition=ours),
        policy=document(
            "lambda:ListFunctions",
            Resource="*",
            Condition={"StringEquals": {"aws:PrincipalTag/team": "blue"}},
        ),
    )


@pytest.fixture(scope="module")
def nobody(server):
    """STS without keys."""
    unsigned = Config(signature_version=UNSIGNED, retries={"total_max_attempts": 1})
    return boto3.client("sts", region_name=REGION, endpoint_url=server.endpoint, config=unsigned)


def become(nobody, role, token, **more):
    return nobody.assume_role_with_web_identity(
        RoleArn=role, RoleSessionName="build", WebIdentityToken=token, **more
    )


@pytest.mark.parametrize("algorithm", ["RS256", "ES256"])
def test_a_token_makes_a_session(house, nobody, issuer, pipeline, algorithm):
    tags = {"principal_tags": {"team": ["blue"]}}
    made = become(nobody, pipeline, issuer.token(algorithm, **{"https://aws.amazon.com/tags": tags}))
    assert made["SubjectFromWebIdentityToken"] == "repo:me/it:ref:main"
    assert made["Audience"] == "sts.amazonaws.com"
    session = holder(house, made["Credentials"])
    assert session.sts.get_caller_identity()["Arn"] == made["AssumedRoleUser"]["Arn"]
    assert session.lambda_.list_functions()["Functions"] == []
    plain = become(nobody, pipeline, issuer.token(algorithm))
    assert refused(holder(house, plain["Credentials"]).lambda_.list_functions)[0] == "AccessDeniedException"
    assert issuer.asked == 1


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"aud": "other"}, "InvalidIdentityToken"),
        ({"exp": 1}, "ExpiredTokenException"),
        ({"nbf": 4_000_000_000}, "IDPRejectedClaim"),
        ({"issuer": "https://nobody.example.com"}, "InvalidIdentityToken"),
        ({"algorithm": "none"}, "InvalidIdentityToken"),
        ({"algorithm": "HS256"}, "InvalidIdentityToken"),
        ({"sub": "repo:them/it:ref:main"}, "AccessDenied"),
    ],
)
def test_a_token_that_does_not_fit_is_refused(nobody, issuer, pipeline, claims, code):
    assert refused(lambda: become(nobody, pipeline, issuer.token(**claims)))[0] == code


def test_a_token_of_a_stranger_is_refused(nobody, issuer, pipeline):
    stranger = Issuer()
    stranger.server.shutdown()
    token = stranger.token(issuer=issuer.url)
    assert refused(lambda: become(nobody, pipeline, token))[0] == "InvalidIdentityToken"


def test_without_keys_nothing_else_is_answered(nobody):
    assert refused(nobody.get_caller_identity)[0].startswith("MissingAuthenticationToken")
    assert refused(nobody.get_session_token)[0].startswith("MissingAuthenticationToken")


def test_keys_of_an_issuer_may_stand_in_a_file(fresh, tmp_path):
    issuer = Issuer()
    issuer.server.shutdown()
    url = "https://token.example.com"
    path = tmp_path / "keys.json"
    path.write_text(json.dumps(issuer.keys()))
    server = fresh("--oidc-keys", f"{url}={path}")
    house = House(server)
    provider = house.iam.create_open_id_connect_provider(Url=url, ClientIDList=["sts.amazonaws.com"])
    federated = {"Federated": provider["OpenIDConnectProviderArn"]}
    role = trusting(house, allow("sts:AssumeRoleWithWebIdentity", federated))
    sts = house.client("sts")
    assert become(sts, role, issuer.token(issuer=url))["Credentials"]


# Denials


def test_a_denial_is_decoded_by_who_may(house):
    user = house.user(document("lambda:Delete*", "Deny", Resource="*"))
    refused(lambda: user.lambda_.delete_function(FunctionName="any"))
    entry = house.server.command("trace", "last", "--format", "json", **environment(house)).stdout
    start = "DecodeAuthorizationMessage tells more of: "
    message = entry.split(start)[1].split('"')[0]
    told = json.loads(house.sts.decode_authorization_message(EncodedMessage=message)["DecodedMessage"])
    assert told["explicitDeny"] is True
    assert told["context"]["action"] == "lambda:DeleteFunction"
    assert refused(lambda: user.sts.decode_authorization_message(EncodedMessage=message))[0] == "AccessDenied"
    assert refused(lambda: house.sts.decode_authorization_message(EncodedMessage="text"))[0] == (
        "InvalidAuthorizationMessageException"
    )


def environment(house):
    return {
        "AWS_ENDPOINT_URL": house.server.endpoint,
        "AWS_ACCESS_KEY_ID": house.keys.access_key,
        "AWS_SECRET_ACCESS_KEY": house.keys.secret_key,
        "AWS_DEFAULT_REGION": REGION,
    }


# An organization


def organization(*statements):
    policy = {"Version": "2012-10-17", "Statement": list(statements)}
    return {
        "Id": "o-exampleorg1",
        "ManagementAccountId": "999999999999",
        "Policies": [{"Id": "p-guardrail1", "Type": "SERVICE_CONTROL_POLICY", "Content": policy}],
        "Root": {
            "Id": "r-ab12",
            "Accounts": [{"Id": "999999999999"}],
            "OrganizationalUnits": [
                {
                    "Id": "ou-ab12-11111111",
                    "Policies": ["p-FullAWSAccess", "p-guardrail1"],
                    "Accounts": [{"Id": ACCOUNT}],
                }
            ],
        },
    }


def test_a_service_control_policy_binds_even_root(fresh, tmp_path):
    path = tmp_path / "organization.json"
    deny = {"Sid": "NoDeletion", "Effect": "Deny", "Action": "lambda:Delete*", "Resource": "*"}
    path.write_text(json.dumps(organization(deny)))
    server = fresh("--organization", str(path))
    house = House(server)
    assert house.lambda_.list_functions()["Functions"] == []
    code, message = refused(lambda: house.lambda_.delete_function(FunctionName="any"))
    assert code == "AccessDeniedException"
    arn = "arn:aws:organizations::999999999999:policy/o-exampleorg1/service_control_policy/p-guardrail1"
    assert message.endswith(f"with an explicit deny in a service control policy: {arn}"), message
    assert any("o-exampleorg1" in line for line in server.banner), server.banner
    status = json.loads(server.command("status", "--format", "json", **environment(house)).stdout)
    assert status["organization"]["serviceControlPolicies"] == 1


def test_an_organization_that_is_not_understood_stops_the_start(fresh, tmp_path):
    path = tmp_path / "organization.json"
    path.write_text(json.dumps({**organization(), "Email": "x"}))
    with pytest.raises(AssertionError, match="unknown field `Email`"):
        fresh("--organization", str(path))

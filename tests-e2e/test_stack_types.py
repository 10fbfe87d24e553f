"""CloudFormation's types of resources: APIs out of single resources and out of documents, which are called, changed and
removed without a trace; and what lives at the endpoints that `--upstream` names.
"""

import json

import pytest

from kit.functions import AUTHORIZER
from kit.house import House, unique
from kit.stacks import Stacks, function, resources, role

BACKEND = """
def handler(event, context):
    return {"statusCode": 200, "body": "WORD " + event["httpMethod"] + " " + event["resource"]}
"""
URI = "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${%s.Arn}/invocations"


def made(kind, depends=(), **properties):
    resource = {"Type": kind, "Properties": properties}
    if depends:
        resource["DependsOn"] = list(depends)
    return resource


def ref(name):
    return {"Ref": name}


def attribute(name, of):
    return {"Fn::GetAtt": [name, of]}


def permission(name, source):
    return made(
        "AWS::Lambda::Permission",
        FunctionName=ref(name),
        Action="lambda:InvokeFunction",
        Principal="apigateway.amazonaws.com",
        SourceArn={"Fn::Sub": "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/" + source},
    )


def single(word, deployment):
    """A REST API of single resources, behind a Lambda authorizer."""
    template = resources(
        Role=role(),
        Backend=function(BACKEND.replace("WORD", word)),
        Guard=function(AUTHORIZER),
        Api=made("AWS::ApiGateway::RestApi", Name="single", EndpointConfiguration={"Types": ["REGIONAL"]}),
        Pets=made(
            "AWS::ApiGateway::Resource",
            RestApiId=ref("Api"),
            ParentId=attribute("Api", "RootResourceId"),
            PathPart="pets",
        ),
        Authorizer=made(
            "AWS::ApiGateway::Authorizer",
            RestApiId=ref("Api"),
            Name="guard",
            Type="TOKEN",
            IdentitySource="method.request.header.Authorization",
            AuthorizerUri={"Fn::Sub": URI % "Guard"},
            AuthorizerResultTtlInSeconds=0,
        ),
        Method=made(
            "AWS::ApiGateway::Method",
            RestApiId=ref("Api"),
            ResourceId=ref("Pets"),
            HttpMethod="GET",
            AuthorizationType="CUSTOM",
            AuthorizerId=ref("Authorizer"),
            Integration={
                "Type": "AWS_PROXY",
                "IntegrationHttpMethod": "POST",
                "Uri": {"Fn::Sub": URI % "Backend"},
            },
        ),
        BackendPermission=permission("Backend", "*/GET/pets"),
        GuardPermission=permission("Guard", "authorizers/*"),
        Logs=made("AWS::Logs::LogGroup", RetentionInDays=7),
        Stage=made(
            "AWS::ApiGateway::Stage",
            RestApiId=ref("Api"),
            DeploymentId=ref(deployment),
            StageName="prod",
            AccessLogSetting={"DestinationArn": attribute("Logs", "Arn"), "Format": "$context.requestId"},
            MethodSettings=[{"ResourcePath": "/*", "HttpMethod": "*", "MetricsEnabled": True}],
        ),
        Plan=made(
            "AWS::ApiGateway::UsagePlan",
            ["Stage"],
            ApiStages=[{"ApiId": ref("Api"), "Stage": "prod"}],
        ),
        Key=made("AWS::ApiGateway::ApiKey", Enabled=True),
        PlanKey=made(
            "AWS::ApiGateway::UsagePlanKey",
            KeyId=ref("Key"),
            KeyType="API_KEY",
            UsagePlanId=ref("Plan"),
        ),
    )
    template["Resources"][deployment] = made("AWS::ApiGateway::Deployment", ["Method"], RestApiId=ref("Api"))
    template["Outputs"] = {"Api": {"Value": ref("Api")}}
    return template


def what_is_there(house):
    """Names of all that stacks of these tests make."""
    gateway = house.apigateway
    return {
        "apis": [api["id"] for api in gateway.get_rest_apis(limit=500)["items"]],
        "keys": [key["id"] for key in gateway.get_api_keys()["items"]],
        "plans": [plan["id"] for plan in gateway.get_usage_plans()["items"]],
        "roles": [role["RoleName"] for role in house.iam.list_roles()["Roles"]],
        "policies": house.iam.list_policies(Scope="Local")["Policies"],
        "users": house.iam.list_users()["Users"],
        "functions": [found["FunctionName"] for found in house.lambda_.list_functions()["Functions"]],
        "layers": house.lambda_.list_layers()["Layers"],
        "buckets": house.client("s3").list_buckets()["Buckets"],
    }


@pytest.fixture
def nothing_left(house):
    before = what_is_there(house)
    yield
    assert what_is_there(house) == before


@pytest.fixture(scope="module")
def stacks(house):
    return Stacks(house)


def allowed(house, api):
    return house.call(api, headers={"Authorization": "allow"})


def test_an_api_of_single_resources(house, stacks, nothing_left):
    name = unique("single")
    assert stacks.create(name, single("first", "One")) == "CREATE_COMPLETE", stacks.events(name)
    api = stacks.outputs(name)["Api"]
    assert allowed(house, api).text == "first GET /pets"
    assert house.call(api, headers={"Authorization": "deny"}).status_code == 403
    assert house.call(api).status_code == 401
    # A deployment is made anew under another name, as SAM and CDK do it.
    assert stacks.update(name, single("second", "Two")) == "UPDATE_COMPLETE", stacks.events(name)
    assert allowed(house, api).text == "second GET /pets"
    assert len(house.apigateway.get_deployments(restApiId=api)["items"]) == 1
    assert stacks.delete(name) == "DELETE_COMPLETE", stacks.events(name)


def test_what_fails_goes_back_to_what_it_was(house, stacks, nothing_left):
    name = unique("back")
    assert stacks.create(name, single("first", "One")) == "CREATE_COMPLETE", stacks.events(name)
    api = stacks.outputs(name)["Api"]
    broken = single("second", "Two")
    broken["Resources"]["Model"] = made("AWS::ApiGateway::Model", RestApiId=ref("Api"), Schema="{")
    broken["Resources"]["Model"]["DependsOn"] = ["Stage"]
    assert stacks.update(name, broken) == "UPDATE_ROLLBACK_COMPLETE", stacks.events(name)
    assert allowed(house, api).text == "first GET /pets"
    assert stacks.delete(name) == "DELETE_COMPLETE", stacks.events(name)


def document(path):
    return {
        "swagger": "2.0",
        "info": {"title": "document", "version": "1"},
        "paths": {
            path: {
                "get": {
                    "responses": {},
                    "x-amazon-apigateway-integration": {
                        "type": "aws_proxy",
                        "httpMethod": "POST",
                        "uri": {"Fn::Sub": URI % "Backend"},
                    },
                }
            }
        },
    }


def described(api, path):
    """An API of a document, whose deployment brings its stage, in front of an alias' function."""
    return resources(
        Role=role(),
        Backend=function(BACKEND.replace("WORD", "document")),
        Version=made("AWS::Lambda::Version", FunctionName=ref("Backend")),
        Alias=made(
            "AWS::Lambda::Alias",
            FunctionName=ref("Backend"),
            FunctionVersion=attribute("Version", "Version"),
            Name="live",
        ),
        Api=made("AWS::ApiGateway::RestApi", **api),
        BackendPermission=permission("Backend", "*"),
        **{
            "Deployment" + path.strip("/"): made(
                "AWS::ApiGateway::Deployment", RestApiId=ref("Api"), StageName="prod"
            )
        },
    ) | {"Outputs": {"Api": {"Value": ref("Api")}, "Alias": {"Value": ref("Alias")}}}


def test_an_api_of_a_document(house, stacks, nothing_left):
    name = unique("document")
    template = described({"Body": document("/pets")}, "/pets")
    assert stacks.create(name, template) == "CREATE_COMPLETE", stacks.events(name)
    outputs = stacks.outputs(name)
    assert outputs["Alias"].endswith(":live")
    assert house.call(outputs["Api"]).text == "document GET /pets"
    template = described({"Body": document("/cats")}, "/cats")
    assert stacks.update(name, template) == "UPDATE_COMPLETE", stacks.events(name)
    assert house.call(outputs["Api"], "/cats").text == "document GET /cats"
    assert house.call(outputs["Api"]).status_code == 403
    assert stacks.delete(name) == "DELETE_COMPLETE", stacks.events(name)


def test_an_api_of_a_document_in_a_bucket(house, stacks, nothing_left):
    name, s3 = unique("stored"), house.client("s3")
    mock = {"200": {"statusCode": "200", "responseTemplates": {"application/json": '{"told": true}'}}}
    body = {
        "openapi": "3.0.1",
        "info": {"title": "stored", "version": "1"},
        "paths": {
            "/pets": {
                "get": {
                    "responses": {"200": {"description": "ok"}},
                    "x-amazon-apigateway-integration": {
                        "type": "mock",
                        "requestTemplates": {"application/json": '{"statusCode": 200}'},
                        "responses": {"default": mock["200"]},
                    },
                }
            }
        },
    }
    s3.create_bucket(Bucket="documents")
    s3.put_object(Bucket="documents", Key="a b/api.json", Body=json.dumps(body).encode())
    try:
        location = {"Bucket": "documents", "Key": "a b/api.json"}
        template = resources(
            Api=made("AWS::ApiGateway::RestApi", BodyS3Location=location),
            Deployment=made("AWS::ApiGateway::Deployment", RestApiId=ref("Api"), StageName="prod"),
        )
        template["Outputs"] = {"Api": {"Value": ref("Api")}}
        assert stacks.create(name, template) == "CREATE_COMPLETE", stacks.events(name)
        assert house.call(stacks.outputs(name)["Api"]).json() == {"told": True}
        assert stacks.delete(name) == "DELETE_COMPLETE", stacks.events(name)
        location["Key"] = "none.json"
        template["Resources"]["Api"]["Properties"]["BodyS3Location"] = location
        assert stacks.create(name, template) == "ROLLBACK_COMPLETE"
        assert "The specified key does not exist." in stacks.reason(name, "Api")
        stacks.delete(name)
    finally:
        s3.delete_object(Bucket="documents", Key="a b/api.json")
        s3.delete_bucket(Bucket="documents")


def test_identities_and_storage(house, stacks, nothing_left):
    name = unique("storage")
    document = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}],
    }
    template = resources(
        Role=role(),
        Policy=made(
            "AWS::IAM::ManagedPolicy", PolicyDocument=document, Roles=[ref("Role")], Groups=[ref("Group")]
        ),
        Group=made("AWS::IAM::Group"),
        User=made("AWS::IAM::User", Groups=[ref("Group")]),
        Key=made("AWS::IAM::AccessKey", UserName=ref("User")),
        Bucket=made("AWS::S3::Bucket", VersioningConfiguration={"Status": "Enabled"}),
        Shown=made("AWS::SSM::Parameter", Type="String", Value=attribute("Bucket", "Arn")),
    )
    template["Outputs"] = {
        "Key": {"Value": ref("Key")},
        "Secret": {"Value": attribute("Key", "SecretAccessKey")},
        "Parameter": {"Value": ref("Shown")},
    }
    assert stacks.create(name, template) == "CREATE_COMPLETE", stacks.events(name)
    outputs = stacks.outputs(name)
    user = House(house.server, Keys(outputs["Key"], outputs["Secret"]), house.account)
    assert user.sts.get_caller_identity()["Arn"].startswith(f"arn:aws:iam::{house.account}:user/{name}-User-")
    parameter = house.client("ssm").get_parameter(Name=outputs["Parameter"])["Parameter"]
    assert parameter["Value"].startswith(f"arn:aws:s3:::{name}-bucket-")
    assert stacks.delete(name) == "DELETE_COMPLETE", stacks.events(name)


class Keys:
    token = None

    def __init__(self, access_key, secret_key):
        self.access_key = access_key
        self.secret_key = secret_key


ELSEWHERE = resources(
    Table=made(
        "AWS::DynamoDB::Table",
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        BillingMode="PAY_PER_REQUEST",
        StreamSpecification={"StreamViewType": "NEW_IMAGE"},
        TimeToLiveSpecification={"AttributeName": "until", "Enabled": True},
    ),
    Queue=made("AWS::SQS::Queue", VisibilityTimeout="45", Tags=[{"Key": "a", "Value": "b"}]),
    Policy=made(
        "AWS::SQS::QueuePolicy",
        Queues=[ref("Queue")],
        PolicyDocument={
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "*"}
            ],
        },
    ),
    Topic=made(
        "AWS::SNS::Topic",
        DisplayName="first",
        Tags=[{"Key": "a", "Value": "b"}],
        Subscription=[{"Protocol": "sqs", "Endpoint": attribute("Other", "Arn")}],
    ),
    Other=made("AWS::SQS::Queue"),
    Subscription=made(
        "AWS::SNS::Subscription",
        TopicArn=ref("Topic"),
        Protocol="sqs",
        Endpoint=attribute("Queue", "Arn"),
        RawMessageDelivery=True,
        FilterPolicy={"kind": ["wanted"]},
    ),
    TopicPolicy=made(
        "AWS::SNS::TopicPolicy",
        Topics=[ref("Topic")],
        PolicyDocument={
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Principal": "*", "Action": "sns:Publish", "Resource": ref("Topic")}
            ],
        },
    ),
    Rule=made(
        "AWS::Events::Rule",
        ScheduleExpression="rate(1 hour)",
        Targets=[{"Id": "queue", "Arn": attribute("Queue", "Arn")}],
    ),
) | {
    "Outputs": {
        "Table": {"Value": ref("Table")},
        "Rule": {"Value": ref("Rule")},
        "Queue": {"Value": ref("Queue")},
        "Topic": {"Value": ref("Topic")},
        "Subscription": {"Value": ref("Subscription")},
    }
}


def check_topic(topics, outputs):
    shown = topics.get_topic_attributes(TopicArn=outputs["Topic"])["Attributes"]
    assert shown["DisplayName"] == "first"
    assert json.loads(shown["Policy"])["Statement"][0]["Action"] == "sns:Publish"
    assert topics.list_tags_for_resource(ResourceArn=outputs["Topic"])["Tags"] == [{"Key": "a", "Value": "b"}]
    assert len(topics.list_subscriptions_by_topic(TopicArn=outputs["Topic"])["Subscriptions"]) == 2
    own = topics.get_subscription_attributes(SubscriptionArn=outputs["Subscription"])["Attributes"]
    assert own["RawMessageDelivery"] == "true" and json.loads(own["FilterPolicy"]) == {"kind": ["wanted"]}


def test_what_lives_elsewhere_is_made_there(emulator, fresh):
    stacks = Stacks(House(fresh("--upstream", f"*={emulator.endpoint}")))
    assert stacks.create("elsewhere", ELSEWHERE) == "CREATE_COMPLETE", stacks.events("elsewhere")
    outputs = stacks.outputs("elsewhere")
    tables, queues = emulator.client("dynamodb"), emulator.client("sqs")
    assert tables.list_tables()["TableNames"] == [outputs["Table"]]
    [url] = [url for url in queues.list_queues()["QueueUrls"] if "-Queue-" in url]
    attributes = queues.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    assert attributes["VisibilityTimeout"] == "45"
    assert "sqs:SendMessage" in attributes["Policy"]
    rules = emulator.client("events")
    assert rules.list_targets_by_rule(Rule=outputs["Rule"])["Targets"][0]["Id"] == "queue"
    check_topic(emulator.client("sns"), outputs)
    changed = json.loads(json.dumps(ELSEWHERE))
    changed["Resources"]["Queue"]["Properties"]["VisibilityTimeout"] = 60
    changed["Resources"]["Topic"]["Properties"]["DisplayName"] = "second"
    del changed["Resources"]["Topic"]["Properties"]["Subscription"]
    del changed["Resources"]["Subscription"]["Properties"]["RawMessageDelivery"]
    assert stacks.update("elsewhere", changed) == "UPDATE_COMPLETE", stacks.events("elsewhere")
    attributes = queues.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    assert attributes["VisibilityTimeout"] == "60"
    topics = emulator.client("sns")
    shown = topics.get_topic_attributes(TopicArn=outputs["Topic"])["Attributes"]
    assert shown["DisplayName"] == "second"
    left = topics.list_subscriptions_by_topic(TopicArn=outputs["Topic"])["Subscriptions"]
    assert [one["SubscriptionArn"] for one in left] == [outputs["Subscription"]]
    assert stacks.delete("elsewhere") == "DELETE_COMPLETE", stacks.events("elsewhere")
    assert tables.list_tables()["TableNames"] == []
    assert "QueueUrls" not in queues.list_queues()
    assert rules.list_rules()["Rules"] == []
    assert topics.list_topics()["Topics"] == [] and topics.list_subscriptions()["Subscriptions"] == []


def test_what_lives_elsewhere_wants_an_endpoint(stacks, nothing_left):
    name = unique("nowhere")
    assert stacks.create(name, ELSEWHERE) == "ROLLBACK_COMPLETE"
    assert "--upstream dynamodb=URL" in stacks.reason(name, "Table")
    stacks.delete(name)

"""Schedules: the rules and schedules that SAM writes for a function, which run at their times and only as the policies allow.
The tests share a server."""

import json

import pytest
from botocore.exceptions import ClientError

from kit.house import document, unique
from kit.server import wait_until
from kit.stacks import Stacks

# A minute, and what a busy machine takes.
WITHIN = 100
SOURCE = "import json\ndef handler(event, context):\n    print('RAN ' + json.dumps(event))\n"


@pytest.fixture(scope="module")
def stacks(house):
    return Stacks(house)


def timed(rate):
    events = {
        "Plain": {"Type": "Schedule", "Properties": {"Schedule": rate}},
        "Given": {"Type": "Schedule", "Properties": {"Schedule": rate, "Input": '{"word": "given"}'}},
        "Later": {"Type": "ScheduleV2", "Properties": {"ScheduleExpression": rate}},
        "Off": {"Type": "Schedule", "Properties": {"Schedule": rate, "Enabled": False}},
    }
    properties = {
        "Runtime": "python3.12",
        "Handler": "index.handler",
        "InlineCode": SOURCE,
        "Events": events,
    }
    return {
        "Transform": "AWS::Serverless-2016-10-31",
        "Resources": {"Job": {"Type": "AWS::Serverless::Function", "Properties": properties}},
        "Outputs": {"Job": {"Value": {"Fn::GetAtt": ["Job", "Arn"]}}},
    }


def test_a_stack_has_schedules_that_run(house, stacks):
    name = unique("timed")
    assert stacks.create(name, timed("rate(1 minute)")) == "CREATE_COMPLETE", stacks.events(name)
    job = stacks.outputs(name)["Job"]
    found = stacks.client.describe_stack_resources(StackName=name)["StackResources"]
    kinds = [one["ResourceType"] for one in found]
    assert kinds.count("AWS::Events::Rule") == 3 and kinds.count("AWS::Scheduler::Schedule") == 1
    rules = house.client("events").list_rules(NamePrefix=name)["Rules"]
    assert sorted(rule["State"] for rule in rules) == ["DISABLED", "ENABLED", "ENABLED"]
    plain = next(rule for rule in rules if "JobPlain" in rule["Name"])
    (target,) = house.client("events").list_targets_by_rule(Rule=plain["Name"])["Targets"]
    assert target["Arn"] == job
    (later,) = house.client("scheduler").list_schedules()["Schedules"]
    assert later["Target"]["Arn"] == job

    def said():
        events = house.logs.filter_log_events(logGroupName="/aws/lambda/" + job.rsplit(":", 1)[1])["events"]
        lines = [event["message"] for event in events if event["message"].startswith("RAN ")]
        return [json.loads(line.removeprefix("RAN ")) for line in lines]

    def has_run():
        try:
            told = said()
        except ClientError:
            return False
        sources = {event.get("source") for event in told} | {event.get("word") for event in told}
        return {"aws.events", "aws.scheduler", "given"} <= sources

    assert wait_until(has_run, WITHIN), said()
    event = next(event for event in said() if event.get("source") == "aws.events")
    assert event["detail-type"] == "Scheduled Event" and event["resources"] == [plain["Arn"]]
    assert stacks.update(name, timed("rate(1 hour)")) == "UPDATE_COMPLETE", stacks.events(name)
    assert house.client("events").describe_rule(Name=plain["Name"])["ScheduleExpression"] == "rate(1 hour)"
    assert stacks.delete(name) == "DELETE_COMPLETE", stacks.events(name)
    assert house.client("events").list_rules()["Rules"] == []
    assert house.client("scheduler").list_schedules()["Schedules"] == []


def test_without_a_permission_the_journal_tells_why(house):
    events, name = house.client("events"), unique("rule")
    job = house.function()
    rule = events.put_rule(Name=name, ScheduleExpression="rate(1 minute)")["RuleArn"]
    events.put_targets(Rule=name, Targets=[{"Id": "job", "Arn": job}])

    def refusals():
        entries = house.journal("")
        entries = entries if isinstance(entries, list) else entries["entries"]
        return [entry for entry in entries if name in json.dumps(entry)]

    assert wait_until(refusals, WITHIN)
    house.grant(job, rule, principal="events.amazonaws.com")
    events.put_rule(Name=name, ScheduleExpression="rate(1 minute)")
    house.log(job, "START") if wait_until(lambda: ran(house, job), WITHIN) else pytest.fail("it did not run")
    events.remove_targets(Rule=name, Ids=["job"])
    events.delete_rule(Name=name)


def ran(house, function):
    try:
        group = "/aws/lambda/" + function.rsplit(":", 1)[1]
        return bool(house.logs.filter_log_events(logGroupName=group)["events"])
    except ClientError:
        return False


def test_what_is_no_schedule_is_refused_by_name(house):
    events = house.client("events")
    events.put_rule(Name="kept", ScheduleExpression="cron(0 10 * * ? *)")
    for call, arguments, part in [
        (
            events.put_rule,
            {"Name": "a"},
            "Parameter(s) EventPattern or ScheduleExpression must be specified.",
        ),
        (
            events.put_rule,
            {"Name": "a", "ScheduleExpression": "rate(1 minutes)"},
            "ScheduleExpression is not valid",
        ),
        (events.put_rule, {"Name": "a", "EventPattern": "{}"}, "EventPattern is not supported by Portcullis"),
        (events.put_rule, {"Name": "a", "EventPattern": "{}"}, "--upstream events=URL"),
        (
            events.put_targets,
            {"Rule": "kept", "Targets": [{"Id": "q", "Arn": "arn:aws:sqs:us-east-1:000000000000:q"}]},
            "The target arn:aws:sqs:us-east-1:000000000000:q is not supported",
        ),
        (events.describe_rule, {"Name": "none"}, "Rule none does not exist on EventBus default."),
        (events.put_events, {"Entries": [{"Source": "a"}]}, "--upstream events=URL"),
    ]:
        with pytest.raises(ClientError) as refused:
            call(**arguments)
        assert part in str(refused.value)
    events.delete_rule(Name="kept")


def test_a_schedule_needs_a_role_that_may_be_passed(house):
    job, role = house.function(), house.role(trusts=("scheduler.amazonaws.com",))
    member = house.user(document(["scheduler:*", "iam:GetRole"], Resource="*"))
    schedule = {
        "Name": unique("schedule"),
        "ScheduleExpression": "rate(1 day)",
        "FlexibleTimeWindow": {"Mode": "OFF"},
        "Target": {"Arn": job, "RoleArn": role, "Input": '{"a": 1}'},
    }
    with pytest.raises(ClientError) as refused:
        member.client("scheduler").create_schedule(**schedule)
    assert "iam:PassRole" in str(refused.value)
    scheduler = house.client("scheduler")
    made = scheduler.create_schedule(**schedule)["ScheduleArn"]
    shown = scheduler.get_schedule(Name=schedule["Name"])
    assert shown["Arn"] == made and shown["Target"]["Input"] == '{"a": 1}'
    with pytest.raises(scheduler.exceptions.ConflictException):
        scheduler.create_schedule(**schedule)
    scheduler.update_schedule(**{**schedule, "ScheduleExpression": "cron(0 10 ? * MON-FRI *)"})
    assert scheduler.get_schedule(Name=schedule["Name"])["ScheduleExpression"].startswith("cron(")
    scheduler.delete_schedule(Name=schedule["Name"])
    with pytest.raises(scheduler.exceptions.ResourceNotFoundException):
        scheduler.get_schedule(Name=schedule["Name"])

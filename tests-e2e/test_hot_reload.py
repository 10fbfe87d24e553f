"""Code in a folder of this machine, for those who write it: read again when it changes, and only from
where the operator allows it."""

import json

import pytest
from botocore.exceptions import ClientError

from kit.house import House, unique


def create(house, key):
    made = house.lambda_.create_function(
        FunctionName=unique("hot"),
        Runtime="python3.12",
        Handler="main.handler",
        Role=house.worker(),
        Code={"S3Bucket": "hot-reload", "S3Key": str(key)},
    )
    return made["FunctionArn"]


def write(folder, answer):
    (folder / "main.py").write_text(f"def handler(event, context):\n    return {answer!r}\n")


def test_a_function_follows_its_folder(fresh, tmp_path):
    folder = tmp_path / "code"
    (folder / "pets").mkdir(parents=True)
    write(folder / "pets", "first")
    house = House(fresh("--hot-reload-root", str(folder)))
    function = create(house, folder / "pets")
    assert json.loads(house.invoke(function)["Body"]) == "first"
    write(folder / "pets", "changed meanwhile")
    assert json.loads(house.invoke(function)["Body"]) == "changed meanwhile"
    (folder / "cats").mkdir()
    write(folder / "cats", "cats")
    house.lambda_.update_function_code(
        FunctionName=function, S3Bucket="hot-reload", S3Key=str(folder / "cats")
    )
    assert json.loads(house.invoke(function)["Body"]) == "cats"


# (id, flags, key, part of the message)
REFUSED = [
    ("it is off", (), "{folder}", "--hot-reload-root"),
    ("it lies elsewhere", ("--hot-reload-root", "{folder}"), "/etc", "not below"),
    ("it is not there", ("--hot-reload-root", "{folder}"), "{folder}/nowhere", "no folder"),
    ("it leads out by a link", ("--hot-reload-root", "{folder}"), "{folder}/link", "not below"),
]


@pytest.mark.parametrize("flags, key, message", [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_folder_is_refused(fresh, tmp_path, flags, key, message):
    folder = tmp_path / "code"
    folder.mkdir()
    (folder / "link").symlink_to("/etc")
    house = House(fresh(*(flag.format(folder=folder) for flag in flags)))
    with pytest.raises(ClientError) as refused:
        create(house, key.format(folder=folder))
    assert refused.value.response["Error"]["Code"] == "InvalidParameterValueException"
    assert message in refused.value.response["Error"]["Message"]

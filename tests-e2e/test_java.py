"""Java functions run by the client that they bring; here it is one of our own with AWS's name."""

import base64
import json
import shutil
import subprocess

import pytest
from botocore.exceptions import ClientError

from kit.functions import archive

CLIENT = """
package com.amazonaws.services.lambda.runtime.api.client;

import java.net.URI;
import java.net.http.*;

public class AWSLambda {
    public static void main(String[] arguments) throws Exception {
        String api = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        while (true) {
            HttpResponse<String> event = client.send(
                HttpRequest.newBuilder(URI.create(api + "next")).build(), HttpResponse.BodyHandlers.ofString());
            String id = event.headers().firstValue("Lambda-Runtime-Aws-Request-Id").get();
            String answer = "[\\"" + arguments[0] + "\\", \\"" + System.getenv("AWS_EXECUTION_ENV") + "\\", "
                + Runtime.getRuntime().maxMemory() / 1048576 + ", " + event.body() + "]";
            client.send(
                HttpRequest.newBuilder(URI.create(api + id + "/response"))
                    .POST(HttpRequest.BodyPublishers.ofString(answer)).build(),
                HttpResponse.BodyHandlers.ofString());
        }
    }
}
"""


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    if not shutil.which("javac"):
        pytest.fail("javac is not installed: install a JDK (Debian: apt-get install default-jdk-headless)")
    folder = tmp_path_factory.mktemp("java")
    (folder / "AWSLambda.java").write_text(CLIENT)
    subprocess.run(["javac", "-d", folder, folder / "AWSLambda.java"], check=True)
    files = {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*.class")}
    assert files
    return archive(files)


def test_a_function_is_run_by_the_client_that_it_brings(house, bundle):
    function = house.function(
        runtime="java17", handler="pets.Handler::handle", bundle=bundle, MemorySize=512, Timeout=30
    )
    answer = house.invoke(function, {"a": 1}, LogType="Tail")
    assert answer.get("FunctionError") is None, [answer["Body"], base64.b64decode(answer["LogResult"])]
    name, environment, heap, event = json.loads(answer["Body"])
    assert (name, environment, event) == ("pets.Handler::handle", "AWS_Lambda_java17", {"a": 1})
    assert 380 <= heap <= 512


def test_a_function_without_the_client_says_what_it_lacks(house):
    function = house.function(runtime="java17", handler="x.Y", bundle=archive({"README": b"no client"}))
    with pytest.raises(ClientError) as failed:
        house.invoke(function)
    assert failed.value.response["Error"]["Code"] == "InvalidRuntimeException"
    assert "aws-lambda-java-runtime-interface-client" in failed.value.response["Error"]["Message"]

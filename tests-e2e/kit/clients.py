"""Clients that people deploy with, each in an environment of its own below `target/clients`: their
dependencies contradict each other's. Installed once for a pinned version."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kit.server import binary

HOME = Path(__file__).resolve().parents[2] / "target" / "clients"
SAM = "1.170.0"
CDK = ("aws-cdk@2.1148.1", "aws-cdk-lib@2.276.0", "constructs@10.8.1")
# The last that needs no account of its maker's, and the plugin that names its endpoints.
SERVERLESS = ("serverless@3.40.0", "serverless-localstack@1.4.0")
JAVASCRIPT = (
    "@aws-sdk/client-api-gateway@3.1142.0",
    "@aws-sdk/client-cloudformation@3.1169.0",
    "@aws-sdk/client-cloudwatch-logs@3.1169.0",
    "@aws-sdk/client-iam@3.1169.0",
    "@aws-sdk/client-lambda@3.1164.0",
    "@aws-sdk/client-s3@3.1175.0",
    "@aws-sdk/lib-storage@3.1175.0",
    "@aws-sdk/s3-request-presigner@3.1169.0",
)


def sam():
    """The SAM CLI, whose basis has boto3 of another version than the tests."""
    place = HOME / f"sam-{SAM}"
    command = place / "bin" / "sam"
    if not command.is_file():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True, timeout=120)
        pip = [str(place / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, f"aws-sam-cli=={SAM}"], check=True, timeout=600)
    return str(command)


def cdk(project):
    return node(CDK, "cdk", project)


def serverless(project):
    return node(SERVERLESS, "serverless", project)


def node(packages, command, project):
    """A client of npm's, and its library where the project looks for it."""
    return str(modules(packages, project) / ".bin" / command)


def modules(packages, project):
    """Packages of npm's, which the project finds where npm would have put them."""
    place = HOME / packages[0]
    whole = place / "installed"
    if not whole.is_file():
        install(packages, place)
        whole.touch()
    found = place / "node_modules"
    (Path(project) / "node_modules").symlink_to(found)
    return found


def install(packages, place):
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip(f"{packages[0]} needs npm, which is not installed")
    place.mkdir(parents=True, exist_ok=True)
    line = [npm, "install", "--prefix", str(place), "--ignore-scripts", "--no-audit", "--no-fund", *packages]
    done = subprocess.run(line, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600)
    if done.returncode != 0:
        pytest.skip(f"npm can't install {packages[0]}: {done.stderr[-300:]}")


def over_tls(shell):
    """The buckets that clients make for themselves refuse every call that comes without TLS."""
    environment = shell.environment
    return {
        "AWS_ENDPOINT_URL": environment["AWS_ENDPOINT_URL"].replace("http:", "https:"),
        "NODE_EXTRA_CA_CERTS": environment["AWS_CA_BUNDLE"],
    }


class Deployer:
    """A client in a project's folder, with the keys and the endpoint of a shell. What more it is told goes first."""

    def __init__(self, command, shell, folder, **more):
        self.command = command
        self.folder = Path(folder)
        self.environment = {
            **shell.environment,
            "PATH": os.pathsep.join(
                [str(Path(command).parent), str(Path(binary()).parent), shell.environment["PATH"]]
            ),
            "SAM_CLI_TELEMETRY": "0",
            "SLS_TELEMETRY_DISABLED": "1",
            "CDK_DISABLE_CLI_TELEMETRY": "true",
            "AWS_DEFAULT_REGION": "us-east-1",
            **more,
        }

    def run(self, *arguments, fails=False):
        """What it printed, errors behind the rest."""
        done = subprocess.run(
            [self.command, *arguments],
            env=self.environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=200,
        )
        printed = done.stdout + done.stderr
        assert (done.returncode != 0) == fails, f"{arguments}: {done.returncode}: {printed[-4000:]}"
        return printed


class Terraform:
    """Terraform in a folder, with the AWS provider of a mirror on this machine, if TERRAFORM_MIRROR names one."""

    def __init__(self, folder, shell):
        self.command = shutil.which("terraform")
        if self.command is None:
            pytest.skip("terraform is not installed")
        self.folder = Path(folder)
        self.environment = {**shell.environment, "TF_IN_AUTOMATION": "1", "CHECKPOINT_DISABLE": "1"}
        self.environment["TF_CLI_CONFIG_FILE"] = str(self.configuration())
        (self.folder / "provider.tf").write_text('provider "aws" {}\n')
        done = self.run("init", "-input=false", "-no-color")
        if done.returncode != 0:
            pytest.skip(f"terraform has no provider for AWS: {done.stderr[-300:]}")

    def configuration(self):
        mirror = os.environ.get("TERRAFORM_MIRROR")
        place = self.folder / "cli.tfrc"
        within = f'filesystem_mirror {{ path = "{mirror}" }}' if mirror else "direct {}"
        place.write_text(f"provider_installation {{\n  {within}\n}}\n")
        return place

    def run(self, *arguments):
        return subprocess.run(
            [self.command, *arguments],
            env=self.environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=230,
        )

    def apply(self):
        done = self.run("apply", "-auto-approve", "-input=false", "-no-color")
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]

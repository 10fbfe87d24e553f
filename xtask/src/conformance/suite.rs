//! Whose tests, where they stand for each service, and the environment that they need.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::bail;

use super::arguments::Arguments;
use super::results::{self, Outcome};
use crate::tools::Tool;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Suite {
    LocalStack,
    Moto,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Service {
    ApiGateway,
    Lambda,
    Iam,
    Sts,
    Logs,
}

impl Service {
    pub(super) const ALL: [Self; 5] = [
        Self::ApiGateway,
        Self::Lambda,
        Self::Iam,
        Self::Sts,
        Self::Logs,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::ApiGateway => "apigateway",
            Self::Lambda => "lambda",
            Self::Iam => "iam",
            Self::Sts => "sts",
            Self::Logs => "logs",
        }
    }

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::ApiGateway => "API Gateway",
            Self::Lambda => "Lambda",
            Self::Iam => "IAM",
            Self::Sts => "STS",
            Self::Logs => "CloudWatch Logs",
        }
    }
}

impl FromStr for Service {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let named = Self::ALL.into_iter().find(|service| service.name() == name);
        named.ok_or_else(|| anyhow::anyhow!("no tests are known of the service {name}"))
    }
}

impl Suite {
    /// Told by what only one of them has.
    pub(super) fn of(checkout: &Path) -> anyhow::Result<Self> {
        if checkout.join("localstack-core").is_dir() {
            return Ok(Self::LocalStack);
        }
        if checkout.join("moto").is_dir() {
            return Ok(Self::Moto);
        }
        bail!(
            "{} is no work tree of LocalStack or moto",
            checkout.display()
        )
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::LocalStack => "localstack",
            Self::Moto => "moto",
        }
    }

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::LocalStack => "answers recorded on AWS (LocalStack's tests)",
            Self::Moto => "moto's tests",
        }
    }

    pub(super) fn reasons(self) -> String {
        format!("{}.txt", self.name())
    }

    /// Of the tests' keys. LocalStack's own account stands literally in some of its documents, and
    /// would be taken for the caller's.
    pub(super) fn account(self) -> &'static str {
        match self {
            Self::LocalStack => "123456789999",
            Self::Moto => "123456789012",
        }
    }

    fn folders(self, service: Service) -> &'static [&'static str] {
        match (self, service) {
            (Self::LocalStack, Service::ApiGateway) => &["tests/aws/services/apigateway"],
            (Self::LocalStack, Service::Lambda) => &["tests/aws/services/lambda_"],
            (Self::LocalStack, Service::Iam) => &["tests/aws/services/iam"],
            (Self::LocalStack, Service::Sts) => &["tests/aws/services/sts"],
            (Self::LocalStack, Service::Logs) => &["tests/aws/services/logs"],
            (Self::Moto, Service::ApiGateway) => &["tests/test_apigateway"],
            (Self::Moto, Service::Lambda) => &["tests/test_awslambda"],
            (Self::Moto, Service::Iam) => &["tests/test_iam"],
            (Self::Moto, Service::Sts) => &["tests/test_sts"],
            (Self::Moto, Service::Logs) => &["tests/test_logs"],
        }
    }

    /// Runs the tests of a service; that some fail is no error.
    pub(super) fn run(
        self,
        asked: &Arguments,
        service: Service,
        folder: &Path,
        port: u16,
    ) -> anyhow::Result<Vec<Outcome>> {
        let results = results_file(self, service)?;
        let pytest = ["-m", "pytest", "-p", "portcullis_conformance", "-q"];
        let quiet = [
            "-p",
            "no:cacheprovider",
            "--tb=short",
            "--show-capture=no",
            "-W",
            "ignore",
            "--continue-on-collection-errors",
        ];
        let tool = Tool::new(&asked.python)
            .within(&asked.checkout)
            .args(pytest)
            .args(quiet)
            .args(self.folders(service))
            .env("PYTHONPATH", folder)
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("CONFORMANCE_PORT", port.to_string())
            .env("CONFORMANCE_SUITE", self.name())
            .env("CONFORMANCE_RESULTS", &results);
        let tool = match &asked.only {
            Some(list) => tool.env("CONFORMANCE_ONLY", list),
            None => tool,
        };
        self.aimed(tool, port).completes(&[0, 1])?;
        let outcomes = results::read(&results)?;
        fs::remove_file(&results)?;
        Ok(outcomes)
    }

    fn aimed(self, tool: Tool, port: u16) -> Tool {
        let endpoint = format!("http://127.0.0.1:{port}");
        let tool = tool
            .env("AWS_DEFAULT_REGION", "us-east-1")
            .env("AWS_ACCESS_KEY_ID", "test")
            .env("AWS_SECRET_ACCESS_KEY", "test");
        match self {
            Self::LocalStack => tool
                .env("AWS_MAX_ATTEMPTS", "1")
                .env("TEST_SKIP_LOCALSTACK_START", "1")
                .env("TEST_DISABLE_RETRIES_AND_TIMEOUTS", "1")
                .env("TEST_AWS_ENDPOINT_URL", endpoint)
                .env("TEST_AWS_REGION_NAME", "us-east-1")
                .env("TEST_AWS_ACCOUNT_ID", self.account()),
            Self::Moto => tool
                .env("TEST_SERVER_MODE", "true")
                .env("TEST_SERVER_MODE_ENDPOINT", endpoint),
        }
    }
}

fn results_file(suite: Suite, service: Service) -> anyhow::Result<PathBuf> {
    let name = format!(
        "portcullis-conformance-{}-{}-{}.jsonl",
        suite.name(),
        service.name(),
        std::process::id()
    );
    let path = std::env::temp_dir().join(name);
    fs::write(&path, "")?;
    Ok(path)
}

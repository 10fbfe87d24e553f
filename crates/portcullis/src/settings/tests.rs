//! What the command line takes, and what it refuses.

use clap::{CommandFactory as _, Parser as _};

use super::CommandLine;

#[track_caller]
fn check(arguments: &[&str], accepted: bool) {
    let line = ["portcullis"].iter().chain(arguments);
    assert_eq!(
        CommandLine::try_parse_from(line).is_ok(),
        accepted,
        "{arguments:?}"
    );
}

#[test]
fn the_command_line_is_a_contract() {
    check(&["up"], true);
    check(
        &[
            "up",
            "--ephemeral",
            "--auth",
            "open",
            "--listen",
            "127.0.0.1:0",
        ],
        true,
    );
    check(
        &["up", "--permissions", "report", "--isolation", "required"],
        true,
    );
    check(
        &[
            "up",
            "--oidc-keys",
            "https://a.example.com=a.json,https://b.example.com=b.json",
            "--account-rate-limit",
            "0.5",
            "--account-burst-limit",
            "0",
        ],
        true,
    );
    check(
        &[
            "up",
            "--upstream",
            "dynamodb=http://127.0.0.1:8000",
            "--upstream",
            "*=aws",
        ],
        true,
    );
    check(&["up", "--max-integration-timeout", "60000"], true);
    check(&["trace"], true);
    check(&["trace", "last", "--format", "json"], true);
    check(&["logs", "-f", "pets", "--since", "10m"], true);
    check(&["invoke", "pets", "--payload", "{}"], true);
    check(&["doctor"], true);
    check(&["completions", "fish"], true);
    check(&["manual"], true);
    check(&["trace", "--follow"], true);
    check(&["trace", "last", "--format", "html"], true);
    check(&["why"], true);
    check(&["map", "--who-can", "pets:prod"], true);
    check(&["compact", "pets", "--yes"], true);
    check(&["why", "last", "--fix", "terraform"], true);
    check(
        &["export", "pets", "--stage", "prod", "--format", "sam"],
        true,
    );
}

#[test]
fn every_command_has_examples_that_it_understands() {
    let line = CommandLine::command();
    line.clone().debug_assert();
    for command in line.get_subcommands() {
        let help = command.get_after_help().map(ToString::to_string);
        let help = help.unwrap_or_default();
        let mut shown = 0;
        for example in help
            .lines()
            .filter_map(|line| line.strip_prefix("  portcullis "))
        {
            let words = example.split(['|', '<', '>']).next().unwrap_or_default();
            let words: Vec<&str> = words.split_whitespace().map(unquoted).collect();
            check(&words, true);
            shown += 1;
        }
        assert!(shown > 0, "{} has no examples", command.get_name());
    }
}

fn unquoted(word: &str) -> &str {
    word.trim_matches('\'')
}

#[test]
fn what_it_does_not_know_is_an_error() {
    check(&["up", "--unknown"], false);
    check(&["up", "--oidc-keys", "https://a.example.com"], false);
    check(&["up", "--oidc-keys", "http://a.example.com=a.json"], false);
    check(&["up", "--upstream", "dynamodb"], false);
    check(&["up", "--upstream", "lambda=http://127.0.0.1:1"], false);
    check(&["up", "--truststore", "api.example.com=ca.pem"], true);
    check(&["up", "--truststore", "api.example.com"], false);
    check(&["up", "--vpc-endpoint", "vpce-0a@vpc-1=127.0.0.0/8"], true);
    check(&["up", "--vpc-endpoint", "127.0.0.0/8"], false);
    check(&["up", "--quota", "regional-apis=10000,vpc-links=1"], true);
    check(&["up", "--quota", "unicorns=1"], false);
    check(
        &["up", "--truststore", "https://a.example.com=ca.pem"],
        false,
    );
    check(&["up", "--max-integration-timeout", "10"], false);
    check(&["up", "--auth", "maybe"], false);
    check(&["up", "--account", "12"], false);
    check(&["up", "--region", "nowhere"], false);
    check(&["up", "--ephemeral", "--data-dir", "x"], false);
    check(&["up", "--account-rate-limit", "-1"], false);
    check(&["up", "--account-rate-limit", "NaN"], false);
    check(&["up", "--account-burst-limit", "-1"], false);
    check(&["why", "last", "--fix", "pulumi"], false);
    check(&["map", "--who-can", "a", "--what-can", "b"], false);
    check(&["trace", "last", "--format", "gif"], false);
    check(&["logs"], false);
    check(&["logs", "pets", "--since", "ten"], false);
    check(&["compact"], false);
    check(&["completions", "tcsh"], false);
    check(&["export"], false);
    check(&["export", "pets", "--format", "cobol"], false);
    check(&["check", "a.yaml", "--dry-run"], false);
    check(&["check", "a.yaml", "--write-baseline"], false);
    check(&["check", "a.yaml", "--explain", "PC001"], false);
    check(&["check", "a.yaml", "--ignore", "PC001"], false);
    check(&["fly"], false);
    check(&[], false);
}

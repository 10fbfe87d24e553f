//! What `--help` and the manual show of each command: lines that can be pasted.

pub(crate) const UP: &str = "Examples:
  portcullis up
  portcullis up --ephemeral --auth open
  portcullis up --listen 127.0.0.1:0 --permissions report";

pub(crate) const ENV: &str = "Examples:
  eval \"$(portcullis env)\"
  portcullis env --format json";

pub(crate) const DEMO: &str = "Examples:
  portcullis demo";

pub(crate) const TRACE: &str = "Examples:
  portcullis trace
  portcullis trace --follow
  portcullis trace last --format html > trace.html
  portcullis trace 1f0c6e0a-5d2b-4c4e-9c3a-3f1f0f6f3a11 --format mermaid";

pub(crate) const WHY: &str = "Examples:
  portcullis why
  portcullis why last --fix cli | sh
  portcullis why last --fix terraform > grant.tf
  portcullis why 1f0c6e0a-5d2b-4c4e-9c3a-3f1f0f6f3a11 --format json";

pub(crate) const MAP: &str = "Examples:
  portcullis map
  portcullis map --who-can pets:prod
  portcullis map --what-can arn:aws:iam::000000000000:role/invoker --format json";

pub(crate) const COMPACT: &str = "Examples:
  portcullis compact pets
  portcullis compact pets:prod --yes";

pub(crate) const RECORD: &str = "Examples:
  portcullis record
  portcullis record --format json > needed.json";

pub(crate) const EXPORT: &str = "Examples:
  portcullis export pets --format sam > template.yaml";

pub(crate) const CHECK: &str = "Examples:
  portcullis check template.yaml
  portcullis check api.yaml policy.json --format sarif
  portcullis check template.yaml --parameter Stage=prod --fix --diff
  portcullis check
  portcullis check --explain PC001";

pub(crate) const INVOKE: &str = "Examples:
  portcullis invoke pets
  portcullis invoke pets:prod --payload @event.json
  portcullis invoke pets --payload - < event.json";

pub(crate) const LOGS: &str = "Examples:
  portcullis logs pets
  portcullis logs -f pets --since 10m";

pub(crate) const DOCTOR: &str = "Examples:
  portcullis doctor
  portcullis doctor --format json";

pub(crate) const STATUS: &str = "Examples:
  portcullis status";

pub(crate) const CONSOLE: &str = "Examples:
  portcullis console
  portcullis console --user alice
  portcullis console --role deployer --format json";

pub(crate) const RESET: &str = "Examples:
  portcullis reset";

pub(crate) const COMPLETIONS: &str = "Examples:
  portcullis completions bash > ~/.local/share/bash-completion/completions/portcullis
  portcullis completions zsh > ~/.zfunc/_portcullis
  portcullis completions fish > ~/.config/fish/completions/portcullis.fish";

pub(crate) const MANUAL: &str = "Examples:
  portcullis manual ~/.local/share/man/man1
  portcullis manual | man -l -";

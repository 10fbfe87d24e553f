//! A template or SAM project that `portcullis up` deploys: packaged from its folder, made a stack, and
//! made anew when its files change.
//!
//! Folders of code are used where they are, so that functions reload without a deployment. This module
//! must never do what an AWS client could not: it calls the server's own APIs as the account's root.

mod account; // the calls
mod package; // local paths become places that functions and stacks can be made from
mod told; // what a person reads
mod watch; // what changed

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail};
use tokio_util::sync::CancellationToken;

use crate::client::Client;
use account::{Account, Outcome};
use watch::Snapshot;

/// What a project's folder may call its template, in the order of SAM.
const NAMES: [&str; 4] = [
    "template.yaml",
    "template.yml",
    "template.json",
    ".aws-sam/build/template.yaml",
];
/// How often the files are looked at.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// A project as it was asked for.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    template: PathBuf,
    stack: String,
    parameters: Vec<(String, String)>,
}

impl Project {
    /// A template, or a folder with one; what `sam build` made of it comes first.
    pub(crate) fn open(
        path: &Path,
        stack: Option<String>,
        parameters: Vec<(String, String)>,
    ) -> anyhow::Result<Self> {
        let path = path
            .canonicalize()
            .with_context(|| format!("the project {}", path.display()))?;
        let template = if path.is_dir() {
            let built = path.join(".aws-sam/build/template.yaml");
            let mut named = NAMES.iter().map(|name| path.join(name));
            let found = Some(built).filter(|built| built.is_file());
            let found = found.or_else(|| named.find(|file| file.is_file()));
            found.with_context(|| {
                format!("{} has no template ({})", path.display(), NAMES.join(", "))
            })?
        } else {
            path.clone()
        };
        let stack = stack.unwrap_or_else(|| stack_name(&path));
        Ok(Self {
            template,
            stack,
            parameters,
        })
    }

    /// Below which functions may have their code.
    pub(crate) fn folder(&self) -> &Path {
        self.template.parent().unwrap_or(Path::new("/"))
    }

    /// Deploys once and then whenever files change, until it is told to stop. What fails is told, and
    /// tried again with the next change.
    pub(crate) async fn serve(
        self,
        client: Client,
        account: model::AccountId,
        stop: CancellationToken,
    ) {
        let account = Account::new(client, account.as_str());
        loop {
            let seen = match self.deploy(&account).await {
                Ok(seen) => seen,
                Err(error) => {
                    told::failure(&self.stack, &error);
                    Snapshot::of(vec![self.template.clone()])
                }
            };
            tokio::select! {
                () = stop.cancelled() => return,
                () = seen.changed(LOOK_EVERY) => told::changed(&self.stack),
            }
        }
    }

    async fn deploy(&self, account: &Account) -> anyhow::Result<Snapshot> {
        let text = std::fs::read_to_string(&self.template)
            .with_context(|| self.template.display().to_string())?;
        told::findings(&self.template, &text, &self.parameters);
        let folder = self.folder().to_owned();
        let packaged = tokio::task::spawn_blocking(move || package::package(&text, &folder));
        let packaged = packaged.await??;
        // Taken before anything is deployed, so that a change meanwhile is not missed.
        let mut files = packaged.watched.clone();
        files.push(self.template.clone());
        let seen = Snapshot::of(files);
        account.keep(&packaged.artifacts).await?;
        let body = packaged.template.to_string();
        match account.deploy(&self.stack, &body, &self.parameters).await? {
            Outcome::Unchanged => told::unchanged(&self.stack),
            Outcome::Deployed => told::deployed(account, &self.stack).await?,
            Outcome::Failed { status, reasons } => {
                told::failed(&self.stack, &status, &reasons);
            }
        }
        Ok(seen)
    }
}

/// The name of the folder or the template, in letters, digits and hyphens.
fn stack_name(path: &Path) -> String {
    let name = path.file_stem().map(|name| name.to_string_lossy());
    let name = name.unwrap_or_default();
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let plain = plain.trim_matches('-');
    match plain.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => plain.to_owned(),
        Some(_) => format!("stack-{plain}"),
        None => "stack".to_owned(),
    }
}

/// What AWS calls NAME=VALUE of a parameter must have a name.
pub(crate) fn check_parameters(parameters: &[(String, String)]) -> anyhow::Result<()> {
    match parameters.iter().find(|(name, _)| name.is_empty()) {
        Some((_, value)) => bail!("--parameter ={value} has no name"),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stack_is_named_after_its_folder() {
        for (path, name) in [
            ("/a/my_shop", "my-shop"),
            ("/a/2nd", "stack-2nd"),
            ("/", "stack"),
            ("/a/api.template.yaml", "api-template"),
        ] {
            assert_eq!(stack_name(Path::new(path)), name);
        }
    }
}

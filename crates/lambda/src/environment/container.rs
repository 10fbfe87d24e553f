//! How the program of a container image is started: in the same sandbox as every other, with the
//! image's files as its root.
//!
//! AWS: "Create a Lambda function using a container image".

use std::path::{Path, PathBuf};

use model::ContainerImage;
use sandbox::{SandboxError, Spec, Step};

use super::command::Command;
use super::extensions;
use super::failure::{NO_DIRECTORY, NO_ENTRYPOINT};
use super::start::{NoProcess, Plan, RUNTIME_DIR, TASK_ROOT};
use super::variables::DEFAULT_PATH;
use crate::event::InvokeError;
use crate::folders::Folder;
use crate::images;

impl Plan<'_> {
    pub(super) fn container(&self, image: &ContainerImage) -> Result<Spec, InvokeError> {
        let mut line = image.command_line().into_iter();
        let program = line.next().unwrap_or_default();
        if program.is_empty() {
            return Err(InvokeError::RuntimeUnavailable {
                runtime: "container image".to_owned(),
                reason: "neither the image nor its ImageConfig names a program (ENTRYPOINT, CMD)"
                    .to_owned(),
            });
        }
        let mut command = Command {
            program: program.into(),
            args: line.map(Into::into).collect(),
        };
        if !self.external.is_empty() {
            let folder = Path::new("/opt").join(extensions::FOLDER);
            command = command.beside_extensions(&folder);
        }
        let mut spec = Spec::new(command.program);
        spec.args = command.args;
        spec.search = self.search(image);
        spec.read_only.clear();
        spec.root = Some(images::root(&self.materials.code));
        spec.working_directory = match image.working_directory() {
            "" => "/".into(),
            directory => directory.into(),
        };
        spec.env = self.variables((Path::new(TASK_ROOT), Path::new(RUNTIME_DIR)), None);
        Ok(spec)
    }

    /// The `PATH` of the program.
    fn search(&self, image: &ContainerImage) -> Vec<PathBuf> {
        let own = self.resolved.config().environment.as_ref();
        let own = own.and_then(|own| own.get("PATH"));
        let mut variables = image.program.environment.iter();
        let of_image = variables.find(|(name, _)| name == "PATH");
        let path = own.or(of_image.map(|(_, value)| value));
        let path = path.map_or(DEFAULT_PATH, String::as_str);
        std::env::split_paths(path)
            .filter(|folder| folder.is_absolute())
            .collect()
    }
}

/// The programs that an image starts beside its own, by name. No link is followed to find them.
pub(super) fn external(folder: &Folder) -> Vec<String> {
    let opt = images::root(folder).join("opt");
    let is_folder = |path: &Path| path.symlink_metadata().is_ok_and(|found| found.is_dir());
    if is_folder(&opt) && is_folder(&opt.join(extensions::FOLDER)) {
        return extensions::external(&opt);
    }
    Vec::new()
}

/// An image that has no such program, or no such directory.
pub(super) fn no_program(image: &ContainerImage, error: &SandboxError) -> NoProcess {
    let cause = std::error::Error::source(error).map(ToString::to_string);
    let cause = cause.unwrap_or_default().to_lowercase();
    let cause = cause.split(" (os error").next().unwrap_or_default();
    match error {
        SandboxError::Step {
            step: Step::WorkingDirectory,
            ..
        } => NoProcess::NoProgram {
            kind: NO_DIRECTORY,
            how: format!("chdir {}: {cause}", image.working_directory()),
        },
        SandboxError::Step { .. }
        | SandboxError::Incomplete { .. }
        | SandboxError::Invalid { .. }
        | SandboxError::Silent => {
            let line = image.command_line();
            let program = line.first().copied().unwrap_or_default();
            NoProcess::NoProgram {
                kind: NO_ENTRYPOINT,
                how: format!("fork/exec {program}: {cause}"),
            }
        }
    }
}

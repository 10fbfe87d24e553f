//! The settings of functions that concern this machine: whose images they may be, which of its folders
//! they may write to.

use std::collections::HashMap;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use lambda::{EndpointTold, Engine};

#[derive(Debug, Clone, Default, Args)]
pub(crate) struct FunctionOptions {
    /// Whose local store is searched for the container images that functions name: podman's, then
    /// docker's, only one of them, or none, so that images are refused. Whoever may create functions
    /// can run, and so read, every image of the store.
    #[arg(long, env = "PORTCULLIS_FUNCTION_IMAGES", value_enum, default_value_t)]
    pub(crate) function_images: FunctionImages,
    /// How functions learn where this server's AWS APIs are: by the variable AWS_ENDPOINT_URL, or, those
    /// of Python, Node and Java, by the file .aws/config in their home, so that their environment is
    /// AWS's to the letter.
    #[arg(
        long,
        env = "PORTCULLIS_FUNCTION_ENDPOINT",
        value_enum,
        default_value_t
    )]
    pub(crate) function_endpoint: FunctionEndpoint,
    /// A folder that stands for a file system: functions whose FileSystemConfigs name its ARN find it
    /// at their LocalMountPath, and write to it as far as its owner and mode let them. May be given
    /// several times.
    #[arg(long, env = "PORTCULLIS_FUNCTION_FILE_SYSTEM", value_name = "ARN=DIR", value_delimiter = ',', value_parser = file_system)]
    pub(crate) function_file_system: Vec<(String, PathBuf)>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum FunctionImages {
    #[default]
    Auto,
    Podman,
    Docker,
    Off,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum FunctionEndpoint {
    #[default]
    Variable,
    File,
}

impl FunctionOptions {
    pub(crate) const fn endpoint_told(&self) -> EndpointTold {
        match self.function_endpoint {
            FunctionEndpoint::Variable => EndpointTold::Variable,
            FunctionEndpoint::File => EndpointTold::File,
        }
    }

    pub(crate) fn engines(&self) -> Vec<Engine> {
        match self.function_images {
            FunctionImages::Auto => vec![Engine::Podman, Engine::Docker],
            FunctionImages::Podman => vec![Engine::Podman],
            FunctionImages::Docker => vec![Engine::Docker],
            FunctionImages::Off => Vec::new(),
        }
    }

    pub(crate) fn file_systems(&self) -> HashMap<String, PathBuf> {
        self.function_file_system.iter().cloned().collect()
    }
}

fn file_system(text: &str) -> Result<(String, PathBuf), String> {
    let (arn, folder) = text.split_once('=').ok_or("it is not ARN=DIR")?;
    if !arn.starts_with("arn:") {
        return Err(format!("{arn} is no ARN"));
    }
    let folder = PathBuf::from(folder);
    let absolute = folder.canonicalize().ok().filter(|folder| folder.is_dir());
    let absolute = absolute.ok_or_else(|| format!("{} is no folder", folder.display()))?;
    Ok((arn.to_owned(), absolute))
}

//! `FileSystemConfigs`: folders of this machine that the operator has named as file systems.

use model::FileSystemUse;
use wire::lambda::FileSystemConfig;

use super::checks;
use super::failures::invalid;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Rooms {
    /// `wire` has checked that paths are below `/mnt`.
    pub(super) fn file_systems(
        &self,
        given: Vec<FileSystemConfig>,
    ) -> Result<Vec<FileSystemUse>, Refused> {
        let mut uses: Vec<FileSystemUse> = Vec::new();
        for config in given {
            checks::refuse_unserved(&[(
                "FileSystemConfigs.S3FilesConfig",
                config.s3_files_config.is_some(),
            )])?;
            let arn = config.arn;
            if !self.lambda.has_file_system(&arn) {
                return Err(invalid(format!(
                    "FileSystemConfigs needs a folder of this machine for {arn}: start the server \
                     with --function-file-system {arn}=DIR."
                )));
            }
            let mount = config.local_mount_path;
            if uses.iter().any(|used| used.mount == mount) {
                return Err(invalid(format!(
                    "{mount} is named by two FileSystemConfigs."
                )));
            }
            uses.push(FileSystemUse { arn, mount });
        }
        Ok(uses)
    }
}

pub(super) fn shown(uses: &[FileSystemUse]) -> Option<Vec<FileSystemConfig>> {
    let config = |used: &FileSystemUse| FileSystemConfig {
        arn: used.arn.clone(),
        local_mount_path: used.mount.clone(),
        s3_files_config: None,
    };
    (!uses.is_empty()).then(|| uses.iter().map(config).collect())
}

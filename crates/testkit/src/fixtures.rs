//! Functions for tests, as the zips that CreateFunction takes.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;

/// Answers a proxy event with its own path; the handler is `main.handler`.
pub const PYTHON_ECHO: (&str, &str) = (
    "main.py",
    "def handler(event, context):\n    return {'statusCode': 200, 'body': event.get('path', '')}\n",
);

/// The same for Node.
pub const NODE_ECHO: (&str, &str) = (
    "main.js",
    "exports.handler = async (event) => ({ statusCode: 200, body: event.path || '' });\n",
);

/// A zip of executable files, given by name and text.
pub fn zipped(files: &[(&str, &str)]) -> anyhow::Result<Vec<u8>> {
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    zipped_bytes(&files)
}

/// The same for files that are no text.
pub fn zipped_bytes(files: &[(&str, &[u8])]) -> anyhow::Result<Vec<u8>> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(*name, SimpleFileOptions::default().unix_permissions(0o755))?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zip_holds_what_was_put_in() {
        let bytes = zipped(&[PYTHON_ECHO, NODE_ECHO]).unwrap();
        let archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<_> = archive.file_names().map(Result::unwrap).collect();
        assert_eq!(names, ["main.py", "main.js"]);
    }
}

//! The scripts that run handlers, one for each language, on disk where environments see them.
//!
//! Nothing here may depend on a function: every environment of this server reads the same files.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use crate::runtime::Interpreter;

pub(crate) const NODE: &str = "bootstrap.cjs";
pub(crate) const PYTHON: &str = "bootstrap.py";
pub(crate) const RUBY: &str = "bootstrap.rb";

/// Arguments: the script and where to leave its bytecode, which replaces what is there at once. The
/// name of the script in traces is what environments know it by. They cannot change it, so that its
/// age need not be compared with the bytecode's.
const COMPILE: &str = "import py_compile as c, sys; c.compile(*sys.argv[1:], '/var/runtime/bootstrap.py', \
                       doraise=True, invalidation_mode=c.PycInvalidationMode.UNCHECKED_HASH)";
const COMPILE_WITHIN: Duration = Duration::from_secs(10);

/// Writes the scripts below this directory, and says where.
pub(crate) fn write(scratch: &Path) -> io::Result<PathBuf> {
    let folder = scratch.join("runtime");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join(PYTHON), include_str!("bootstrap.py"))?;
    std::fs::write(folder.join(NODE), include_str!("bootstrap.cjs"))?;
    std::fs::write(folder.join(RUBY), include_str!("bootstrap.rb"))?;
    Ok(folder)
}

/// The file that this interpreter of Python runs: the script's bytecode, which spares each start the
/// four milliseconds of compiling it; the script itself where it cannot be compiled beforehand.
pub(crate) async fn python(folder: &Path, interpreter: &Interpreter) -> String {
    let compiled = format!("bootstrap-{}.pyc", interpreter.version);
    match compile(&interpreter.program, folder, &compiled).await {
        Ok(()) => compiled,
        Err(error) => {
            let program = interpreter.program.display();
            tracing::warn!(%error, %program, "each start will compile the bootstrap");
            PYTHON.to_owned()
        }
    }
}

async fn compile(program: &Path, folder: &Path, compiled: &str) -> io::Result<()> {
    let status = tokio::process::Command::new(program)
        .args(["-I", "-S", "-c", COMPILE, PYTHON, compiled])
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .status();
    let status = tokio::time::timeout(COMPILE_WITHIN, status).await??;
    if status.success() {
        Ok(())
    } else {
        Err(io::Error::other(status.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn check(program: &str, expected: &str) {
        let scratch = tempfile::tempdir().unwrap();
        let folder = write(scratch.path()).unwrap();
        let interpreter = Interpreter {
            program: program.into(),
            prefix: "/usr".into(),
            version: "3.12.1".to_owned(),
            exact: true,
            script: PYTHON.to_owned(),
        };
        let script = python(&folder, &interpreter).await;
        assert_eq!(script, expected, "{program}");
        assert!(folder.join(script).is_file(), "{program}");
    }

    #[tokio::test]
    async fn an_interpreter_that_can_compile_the_script_runs_its_bytecode() {
        check("python3", "bootstrap-3.12.1.pyc").await;
    }

    #[tokio::test]
    async fn one_that_cannot_runs_the_script_itself() {
        check("/bin/false", PYTHON).await;
        check("/nowhere/python3", PYTHON).await;
    }
}

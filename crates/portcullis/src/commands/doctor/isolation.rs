//! What holds functions in.

use sandbox::Isolation;

use super::Finding;

const WHAT: &str = "isolation";

pub(super) async fn look() -> Finding {
    let probed = tokio::task::spawn_blocking(|| sandbox::probe(Isolation::Auto)).await;
    match probed {
        Ok(Ok(level)) if level.is_whole() => Finding::good(WHAT, level.to_string()),
        Ok(Ok(level)) => {
            let missing = level.missing();
            let seen = format!("{level}; missing: {}", missing.join(", "));
            Finding::limited(WHAT, seen, advice(&missing))
        }
        Ok(Err(error)) => Finding::broken(WHAT, error.to_string(), NAMESPACES),
        Err(error) => Finding::broken(WHAT, error.to_string(), NAMESPACES),
    }
}

const NAMESPACES: &str = "allow user namespaces: sysctl kernel.unprivileged_userns_clone=1 (Debian), \
    kernel.apparmor_restrict_unprivileged_userns=0 (Ubuntu), user.max_user_namespaces above 0;\n\
    in a container: --security-opt seccomp=unconfined --security-opt apparmor=unconfined";

fn advice(missing: &[&str]) -> String {
    let mut lines = Vec::new();
    if missing.iter().any(|wall| wall.ends_with("namespace")) {
        lines.push(NAMESPACES);
    }
    if missing.contains(&"landlock") {
        lines.push("landlock: Linux 5.13 or newer, with landlock in /sys/kernel/security/lsm");
    }
    if missing.contains(&"seccomp") {
        lines.push("seccomp: a kernel with CONFIG_SECCOMP_FILTER");
    }
    lines.push("functions run all the same; up --isolation required refuses to start without");
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_missing_wall_has_its_advice() {
        let advice = advice(&["pid namespace", "landlock"]);
        assert!(advice.contains("userns") && advice.contains("Linux 5.13"));
        assert!(!advice.contains("CONFIG_SECCOMP"));
    }
}

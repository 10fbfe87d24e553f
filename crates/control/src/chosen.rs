//! The id that a new thing gets where whoever makes it must find it again after a restart.
//!
//! AWS's services choose the ids of what they make, and a client whose call was cut off cannot tell what it made.
//! The stacks of this server can: they say beforehand which id it is to have. Nobody outside can.

tokio::task_local! {
    static ID: String;
}

/// Makes something under that id.
pub(crate) async fn with<T>(id: String, making: impl Future<Output = T>) -> T {
    ID.scope(id, making).await
}

/// The id that was chosen for what is being made.
pub(crate) fn id() -> Option<String> {
    ID.try_with(Clone::clone).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_id_holds_for_one_making_alone() {
        assert_eq!(id(), None);
        let seen = with("abc123".to_owned(), async { (id(), id()) }).await;
        assert_eq!(seen, (Some("abc123".to_owned()), Some("abc123".to_owned())));
        assert_eq!(id(), None);
    }
}

//! What names are made of that need to be unique, not secret: random bytes are drawn from the system
//! a page at a time and handed out thread by thread.

use std::cell::RefCell;

use ring::rand::{SecureRandom as _, SystemRandom};

const PAGE: usize = 2048;

struct Page {
    bytes: [u8; PAGE],
    used: usize,
}

thread_local! {
    static RANDOM: RefCell<Page> = const { RefCell::new(Page { bytes: [0; PAGE], used: PAGE }) };
}

/// So many bytes, fewer than a page has.
pub fn random<const N: usize>() -> [u8; N] {
    RANDOM.with_borrow_mut(Page::take)
}

/// A UUID of version 4.
pub(crate) fn uuid() -> uuid::Uuid {
    uuid::Builder::from_random_bytes(random()).into_uuid()
}

impl Page {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        if self.used + N > PAGE {
            self.fill();
        }
        let mut taken = [0; N];
        if let Some(bytes) = self.bytes.get(self.used..self.used + N) {
            taken.copy_from_slice(bytes);
        }
        self.used += N;
        taken
    }

    fn fill(&mut self) {
        self.used = 0;
        if SystemRandom::new().fill(&mut self.bytes).is_err() {
            tracing::error!("the system gave no random bytes; request ids repeat");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_repeat_across_pages() {
        let names: std::collections::HashSet<uuid::Uuid> = (0..1000).map(|_| uuid()).collect();
        assert_eq!(names.len(), 1000);
    }
}

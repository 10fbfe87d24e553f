//! The framing of an HTTP/1 connection: never a panic, and the same verdict in whatever pieces the
//! bytes come.
#![no_main]

use bytes::Bytes;
use libfuzzer_sys::fuzz_target;

#[path = "../../crates/portcullis/src/server/heads/scan.rs"]
mod scan;

fn read(pieces: &[&[u8]]) -> (Result<(), usize>, Vec<Bytes>) {
    let mut scanner = scan::Scanner::default();
    let (mut before, mut heads) = (0, Vec::new());
    for piece in pieces {
        if let Err(at) = scanner.feed(piece, |head| heads.push(head)) {
            return (Err(before + at), heads);
        }
        before += piece.len();
    }
    (Ok(()), heads)
}

fuzz_target!(|data: &[u8]| {
    let whole = read(&[data]);
    let bytes: Vec<&[u8]> = data.chunks(1).collect();
    assert_eq!(whole, read(&bytes));
    let (start, end) = data.split_at(data.len() / 2);
    assert_eq!(whole, read(&[start, end]));
});

//! The format of saved images and of their layers: POSIX tar with the extensions of pax and GNU.
//!
//! Names and numbers of a stranger: what describes an entry is read into a bounded piece of memory, and
//! what cannot be read is an error, never a guess. Sparse files are refused.

use std::io::{self, Read};

use crate::error::ImageError;

const BLOCK: usize = 512;
/// Most bytes of one description: a name, or pax records.
const LONGEST_DESCRIPTION: u64 = 1024 * 1024;

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    File,
    Folder,
    /// Where it leads, as it is written.
    Symlink(Vec<u8>),
    /// The name of another entry.
    HardLink(Vec<u8>),
    /// A device or a pipe.
    Special,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) name: Vec<u8>,
    pub(crate) kind: Kind,
    /// Bytes of content, which files alone have.
    pub(crate) size: u64,
    pub(crate) mode: u32,
    /// Seconds since 1970.
    pub(crate) modified: u64,
    /// Where its content begins in the archive.
    pub(crate) at: u64,
}

/// A source of bytes that are passed over as cheaply as it can.
pub(crate) trait Skip: Read {
    fn skip(&mut self, bytes: u64) -> io::Result<()>;
}

/// The entries of an archive, one after the other.
pub(crate) struct Entries<R> {
    source: R,
    at: u64,
    /// What is left of the content of the present entry, and what fills its last block.
    content: u64,
    filling: u64,
}

impl<R: Skip> Entries<R> {
    pub(crate) fn new(source: R) -> Self {
        Self {
            source,
            at: 0,
            content: 0,
            filling: 0,
        }
    }

    /// The source, as far as it was read.
    pub(crate) fn into_source(self) -> R {
        self.source
    }

    /// The next entry, or none at the end of the archive.
    pub(crate) fn next(&mut self) -> Result<Option<Entry>, ImageError> {
        let mut said = Said::default();
        loop {
            self.pass(self.content.saturating_add(self.filling))?;
            (self.content, self.filling) = (0, 0);
            let Some(header) = self.header()? else {
                return Ok(None);
            };
            self.begin(header.size()?);
            match header.kind() {
                b'x' => said.take_pax(&self.description()?)?,
                // Defaults for all that follows, of which images have none that matter here.
                b'g' => drop(self.description()?),
                b'L' => said.name = Some(until_zero(&self.description()?)),
                b'K' => said.link = Some(until_zero(&self.description()?)),
                _ => {
                    let entry = header.entry(said, self.at)?;
                    // Records may state another size than the header, and only files have a content.
                    self.begin(entry.size);
                    return Ok(Some(entry));
                }
            }
        }
    }

    fn begin(&mut self, size: u64) {
        const LENGTH: u64 = BLOCK as u64;
        self.content = size;
        self.filling = (LENGTH - size % LENGTH) % LENGTH;
    }

    fn pass(&mut self, bytes: u64) -> Result<(), ImageError> {
        self.source.skip(bytes).map_err(ImageError::of_stream)?;
        self.at = self.at.saturating_add(bytes);
        Ok(())
    }

    /// None at the end: a block of zeros, or no block at all.
    fn header(&mut self) -> Result<Option<Header>, ImageError> {
        let mut block = Box::new([0; BLOCK]);
        let mut filled = 0;
        while let Some(rest) = block.get_mut(filled..).filter(|rest| !rest.is_empty()) {
            match self.source.read(rest) {
                Ok(0) if filled == 0 => return Ok(None),
                Ok(0) => return Err(ImageError::broken("an archive ends within a header")),
                Ok(read) => filled += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(ImageError::of_stream(error)),
            }
        }
        self.at = self.at.saturating_add(BLOCK as u64);
        if block.iter().all(|byte| *byte == 0) {
            return Ok(None);
        }
        Header::checked(block).map(Some)
    }

    /// The whole content of an entry that describes the next one.
    fn description(&mut self) -> Result<Vec<u8>, ImageError> {
        if self.content > LONGEST_DESCRIPTION {
            return Err(ImageError::broken("the description of a file is too long"));
        }
        let mut text = Vec::new();
        self.read_to_end(&mut text).map_err(ImageError::of_stream)?;
        Ok(text)
    }
}

/// Reads the content of the present entry; an archive that ends within it is an error.
impl<R: Read> Read for Entries<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.content).unwrap_or(usize::MAX);
        let most = most.min(buffer.len());
        let read = self
            .source
            .read(buffer.get_mut(..most).unwrap_or_default())?;
        if read == 0 && most > 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.content -= read as u64;
        self.at = self.at.saturating_add(read as u64);
        Ok(read)
    }
}

/// What entries before an entry say of it.
#[derive(Default)]
struct Said {
    name: Option<Vec<u8>>,
    link: Option<Vec<u8>>,
    size: Option<u64>,
    modified: Option<u64>,
}

impl Said {
    /// Records of the form `LENGTH KEY=VALUE\n`.
    fn take_pax(&mut self, mut records: &[u8]) -> Result<(), ImageError> {
        let broken = || ImageError::broken("pax records cannot be read");
        while !records.is_empty() {
            let space = records.iter().position(|byte| *byte == b' ');
            let space = space.ok_or_else(broken)?;
            let length = records.get(..space).and_then(decimal).ok_or_else(broken)?;
            let length = usize::try_from(length).map_err(|_| broken())?;
            let record = records.get(space + 1..length).ok_or_else(broken)?;
            let record = record.strip_suffix(b"\n").ok_or_else(broken)?;
            let equals = record.iter().position(|byte| *byte == b'=');
            let (key, value) = record.split_at(equals.ok_or_else(broken)?);
            self.take(key, value.get(1..).unwrap_or_default())?;
            records = records.get(length..).ok_or_else(broken)?;
        }
        Ok(())
    }

    fn take(&mut self, key: &[u8], value: &[u8]) -> Result<(), ImageError> {
        let number = |value: &[u8]| {
            // Times may have a fraction.
            let whole = value.split(|byte| *byte == b'.').next();
            whole.and_then(decimal)
        };
        match key {
            b"path" => self.name = Some(value.to_vec()),
            b"linkpath" => self.link = Some(value.to_vec()),
            b"size" => {
                let broken = || ImageError::broken("a size in pax records is no number");
                self.size = Some(decimal(value).ok_or_else(broken)?);
            }
            b"mtime" => self.modified = number(value),
            key if key.starts_with(b"GNU.sparse.") => {
                return Err(ImageError::Unsupported("a sparse file".to_owned()));
            }
            _ => {}
        }
        Ok(())
    }
}

struct Header(Box<[u8; BLOCK]>);

impl Header {
    fn checked(block: Box<[u8; BLOCK]>) -> Result<Self, ImageError> {
        let header = Self(block);
        let stated = octal(header.field(148, 8));
        let outside = |(place, _): &(usize, &u8)| !(148..156).contains(place);
        let bytes = header.0.iter().enumerate().filter(outside);
        let sum: u64 = bytes.map(|(_, byte)| u64::from(*byte)).sum();
        // The field itself counts as eight spaces.
        if stated == Some(sum + 8 * u64::from(b' ')) {
            Ok(header)
        } else {
            Err(ImageError::broken(
                "a header of an archive has another checksum",
            ))
        }
    }

    fn field(&self, at: usize, length: usize) -> &[u8] {
        self.0.get(at..at + length).unwrap_or_default()
    }

    fn kind(&self) -> u8 {
        self.field(156, 1).first().copied().unwrap_or_default()
    }

    fn size(&self) -> Result<u64, ImageError> {
        let size = number(self.field(124, 12));
        size.ok_or_else(|| ImageError::broken("the size of a file is no number"))
    }

    fn name(&self) -> Vec<u8> {
        let name = until_zero(self.field(0, 100));
        let prefix = until_zero(self.field(345, 155));
        // GNU's own format has times where POSIX has the beginning of the name.
        let is_posix = self.field(257, 6) == b"ustar\0";
        if !is_posix || prefix.is_empty() {
            return name;
        }
        [prefix.as_slice(), b"/", name.as_slice()].concat()
    }

    fn entry(&self, said: Said, at: u64) -> Result<Entry, ImageError> {
        let link = said
            .link
            .unwrap_or_else(|| until_zero(self.field(157, 100)));
        let name = said.name.unwrap_or_else(|| self.name());
        let kind = match self.kind() {
            // Old archives mark folders by their names alone.
            b'0' | b'\0' | b'7' if name.ends_with(b"/") => Kind::Folder,
            b'0' | b'\0' | b'7' => Kind::File,
            b'1' => Kind::HardLink(link),
            b'2' => Kind::Symlink(link),
            b'3' | b'4' | b'6' => Kind::Special,
            b'5' => Kind::Folder,
            other => {
                let other = char::from(other).escape_default();
                return Err(ImageError::Unsupported(format!(
                    "an entry of kind `{other}`"
                )));
            }
        };
        let size = match kind {
            Kind::File => said.size.map_or_else(|| self.size(), Ok)?,
            Kind::Folder | Kind::Symlink(_) | Kind::HardLink(_) | Kind::Special => 0,
        };
        let modified = said.modified.or_else(|| number(self.field(136, 12)));
        let mode = octal(self.field(100, 8)).and_then(|mode| u32::try_from(mode).ok());
        Ok(Entry {
            name,
            kind,
            size,
            mode: mode.unwrap_or(0o644),
            modified: modified.unwrap_or_default(),
            at,
        })
    }
}

fn until_zero(field: &[u8]) -> Vec<u8> {
    let end = field.iter().position(|byte| *byte == 0);
    let text = end.and_then(|end| field.get(..end)).unwrap_or(field);
    text.to_vec()
}

/// Octal, or binary when the first bit says so.
fn number(field: &[u8]) -> Option<u64> {
    match field {
        [first, rest @ ..] if first & 0x80 != 0 => {
            let value = |value: u64, byte: &u8| Some(value.checked_mul(256)? + u64::from(*byte));
            rest.iter().try_fold(u64::from(first & 0x7f), value)
        }
        _ => octal(field),
    }
}

fn octal(field: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(field).ok()?;
    let text = text.trim_matches([' ', '\0']);
    if text.is_empty() {
        return Some(0);
    }
    u64::from_str_radix(text, 8).ok()
}

fn decimal(field: &[u8]) -> Option<u64> {
    std::str::from_utf8(field).ok()?.parse().ok()
}

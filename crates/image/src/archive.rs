//! A saved image as one file with many in it, any of which can be read at any time.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read};

use crate::Limits;
use crate::error::ImageError;
use crate::tar::{Entries, Kind, Skip};

/// Most bytes of a file that describes the image.
const LONGEST_DESCRIPTION: u64 = 8 * 1024 * 1024;
/// Most links one after the other.
const LONGEST_CHAIN: usize = 8;

/// What can be read from any place.
pub trait Bytes {
    fn length(&self) -> io::Result<u64>;
    fn read_at(&self, buffer: &mut [u8], at: u64) -> io::Result<usize>;
}

impl Bytes for File {
    fn length(&self) -> io::Result<u64> {
        self.metadata().map(|found| found.len())
    }

    fn read_at(&self, buffer: &mut [u8], at: u64) -> io::Result<usize> {
        std::os::unix::fs::FileExt::read_at(self, buffer, at)
    }
}

impl Bytes for [u8] {
    fn length(&self) -> io::Result<u64> {
        Ok(self.len() as u64)
    }

    fn read_at(&self, buffer: &mut [u8], at: u64) -> io::Result<usize> {
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        let mut rest = self.get(at..).unwrap_or_default();
        rest.read(buffer)
    }
}

/// A part of something that can be read from any place, read in order.
pub(crate) struct Section<'a, B: ?Sized> {
    bytes: &'a B,
    at: u64,
    end: u64,
}

impl<B: Bytes + ?Sized> Read for Section<'_, B> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.end.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let most = left.min(buffer.len());
        let part = buffer.get_mut(..most).unwrap_or_default();
        let read = self.bytes.read_at(part, self.at)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl<B: Bytes + ?Sized> Skip for Section<'_, B> {
    fn skip(&mut self, bytes: u64) -> io::Result<()> {
        let at = self.at.saturating_add(bytes);
        if at > self.end {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.at = at;
        Ok(())
    }
}

enum Found {
    /// Where its content begins and ends.
    File(u64, u64),
    /// The name of another.
    Link(String),
}

/// The files of a saved image, by their names.
pub(crate) struct Archive<'a, B: ?Sized> {
    bytes: &'a B,
    files: HashMap<String, Found>,
}

impl<'a, B: Bytes + ?Sized> Archive<'a, B> {
    pub(crate) fn index(bytes: &'a B, limits: Limits) -> Result<Self, ImageError> {
        let end = bytes.length()?;
        let mut entries = Entries::new(Section { bytes, at: 0, end });
        let mut files = HashMap::new();
        let mut count = 0;
        while let Some(entry) = entries.next()? {
            count += 1;
            if count > limits.entries {
                return Err(ImageError::TooMany(limits.entries));
            }
            let name = plain(&String::from_utf8_lossy(&entry.name), "")?;
            let found = match entry.kind {
                Kind::File => Found::File(entry.at, entry.at.saturating_add(entry.size)),
                // Layers that an image has twice are linked to, from the folder of the link.
                Kind::Symlink(to) => {
                    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
                    Found::Link(plain(&String::from_utf8_lossy(&to), folder)?)
                }
                Kind::HardLink(to) => Found::Link(plain(&String::from_utf8_lossy(&to), "")?),
                Kind::Folder | Kind::Special => continue,
            };
            files.insert(name, found);
        }
        Ok(Self { bytes, files })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    pub(crate) fn content(&self, name: &str) -> Result<Section<'a, B>, ImageError> {
        let missing = || ImageError::broken(format!("it has no file {name:?}"));
        let mut found = self.files.get(name).ok_or_else(missing)?;
        for _ in 0..LONGEST_CHAIN {
            match found {
                Found::File(at, end) => {
                    let (bytes, at, end) = (self.bytes, *at, *end);
                    return Ok(Section { bytes, at, end });
                }
                Found::Link(to) => found = self.files.get(to).ok_or_else(missing)?,
            }
        }
        Err(missing())
    }

    /// A file that describes the image, whole.
    pub(crate) fn description(&self, name: &str) -> Result<Vec<u8>, ImageError> {
        let section = self.content(name)?;
        let mut text = Vec::new();
        let mut bounded = section.take(LONGEST_DESCRIPTION + 1);
        bounded
            .read_to_end(&mut text)
            .map_err(ImageError::of_stream)?;
        if text.len() as u64 > LONGEST_DESCRIPTION {
            return Err(ImageError::broken(format!("its file {name:?} is too long")));
        }
        Ok(text)
    }
}

/// A name without `.` and `..`, from a folder of the archive.
fn plain(name: &str, folder: &str) -> Result<String, ImageError> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in name.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                let left = parts.pop();
                left.ok_or_else(|| ImageError::escapes(name.as_bytes()))?;
            }
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

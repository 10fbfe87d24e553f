//! Reads an object, or a range of it.

use std::ops::Range;

use bytes::Bytes;
use futures_util::TryStreamExt as _;
use http_body_util::{BodyExt, StreamBody};
use hyper::body::Frame;
use wire::s3::{GetObject, GetObjectOutput, GetObjectRequest};

use super::super::asks::on_version;
use super::super::failures::{refuse_unserved, with};
use super::super::times;
use super::conditions::ReadConditions;
use super::shown::{checksum_type, show_checksum, show_head};
use super::{Found, size};
use crate::authorized::{Authorized, Stream, Streaming};
use crate::body::{Body, body_of};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Stream<GetObject> for Rooms {
    fn needs(&self, _: &Call, input: &GetObjectRequest) -> Result<Needs, Refused> {
        let actions = ("s3:GetObject", "s3:GetObjectVersion");
        let place = (input.bucket.as_str(), input.key.as_str());
        Ok(on_version(actions, place, input.version_id.as_deref()).into())
    }

    async fn stream(
        &self,
        authorized: Authorized<GetObject>,
    ) -> Result<Streaming<GetObject>, Refused> {
        let (mut input, call) = authorized.into_parts();
        check_unserved(&input)?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let version = input.version_id.as_deref();
        let found = self.object(&call, &bucket, &input.key, version).await?;
        conditions(&mut input).check(&found)?;
        let range = range(input.range.as_deref(), found.object.size)?;
        let head = head(&input, &found, range.as_ref());
        let events = self.content(&found, range).await?;
        Ok(Streaming { head, events })
    }
}

impl Rooms {
    async fn content(&self, found: &Found, range: Option<Range<u64>>) -> Result<Body, Refused> {
        let reading = self.contents.read(&found.object.content).await?;
        let missing = || Refused::internal(format!("the content {} is gone", found.object.content));
        let reading = reading.ok_or_else(missing)?;
        let range = range.unwrap_or(0..found.object.size);
        if range.is_empty() {
            return Ok(body_of(Bytes::new()));
        }
        let frames = reading.stream(range).map_ok(Frame::data);
        let body = StreamBody::new(frames);
        Ok(BodyExt::map_err(body, Into::into).boxed_unsync())
    }
}

fn check_unserved(input: &GetObjectRequest) -> Result<(), Refused> {
    refuse_unserved(&[
        ("partNumber", input.part_number.is_some()),
        (
            "x-amz-server-side-encryption-customer-algorithm",
            input.sse_customer_algorithm.is_some() || input.sse_customer_key.is_some(),
        ),
    ])
}

fn conditions(input: &mut GetObjectRequest) -> ReadConditions {
    ReadConditions {
        matches: input.if_match.take(),
        matches_none: input.if_none_match.take(),
        modified_since: input.if_modified_since,
        unmodified_since: input.if_unmodified_since,
    }
}

fn head(input: &GetObjectRequest, found: &Found, range: Option<&Range<u64>>) -> GetObjectOutput {
    let mut head = GetObjectOutput::default();
    show_head!(head, found);
    let whole = found.object.size;
    let length = range.map_or(whole, |range| range.end - range.start);
    head.content_length = Some(size(length));
    if let Some(range) = range {
        let last = range.end.saturating_sub(1);
        head.content_range = Some(format!("bytes {}-{last}/{whole}", range.start));
    } else if input.checksum_mode.as_deref() == Some("ENABLED") {
        // It is made over the whole, so that a part comes without.
        let checksum = found.object.checksum.as_ref();
        show_checksum!(head, checksum);
        head.checksum_type = checksum.map(checksum_type);
    }
    override_headers(input, &mut head);
    head
}

fn override_headers(input: &GetObjectRequest, head: &mut GetObjectOutput) {
    for (asked, shown) in [
        (&input.response_cache_control, &mut head.cache_control),
        (
            &input.response_content_disposition,
            &mut head.content_disposition,
        ),
        (&input.response_content_encoding, &mut head.content_encoding),
        (&input.response_content_language, &mut head.content_language),
        (&input.response_content_type, &mut head.content_type),
    ] {
        if asked.is_some() {
            shown.clone_from(asked);
        }
    }
    if let Some(expires) = input.response_expires {
        let time = jiff::Timestamp::from_second(times::seconds(expires)).unwrap_or_default();
        let time = time.to_zoned(jiff::tz::TimeZone::UTC);
        head.expires = Some(time.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string());
    }
}

/// `bytes=0-99`, `bytes=100-` or `bytes=-100`; what is no range of one part is passed over, as RFC 9110
/// asks (section 14.2).
pub(in super::super) fn range(
    header: Option<&str>,
    size: u64,
) -> Result<Option<Range<u64>>, Refused> {
    let given = header.and_then(|header| header.trim().strip_prefix("bytes="));
    let Some((first, last)) = given.and_then(|given| given.split_once('-')) else {
        return Ok(None);
    };
    let range = match (first.trim().parse::<u64>(), last.trim().parse::<u64>()) {
        (Ok(first), Ok(last)) if first <= last => first..last.saturating_add(1).min(size),
        (Ok(first), Err(_)) if last.trim().is_empty() => first..size,
        (Err(_), Ok(last)) if first.trim().is_empty() => size.saturating_sub(last)..size,
        _ => return Ok(None),
    };
    if range.start >= range.end {
        let message = "The requested range is not satisfiable";
        let (actual, asked) = (size.to_string(), header.unwrap_or_default());
        let fields = [
            ("ActualObjectSize", actual.as_str()),
            ("RangeRequested", asked),
        ];
        return Err(with("InvalidRange", 416, message, &fields));
    }
    Ok(Some(range))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(header: &str, expected: &Result<Option<Range<u64>>, ()>) {
        assert_eq!(range(Some(header), 10).map_err(drop), *expected, "{header}");
    }

    #[test]
    fn ranges_are_cut_at_the_end_and_refused_beyond_it() {
        check("bytes=0-3", &Ok(Some(0..4)));
        check("bytes=8-99", &Ok(Some(8..10)));
        check("bytes=4-", &Ok(Some(4..10)));
        check("bytes=-3", &Ok(Some(7..10)));
        check("bytes=-99", &Ok(Some(0..10)));
        check("bytes=10-", &Err(()));
        check("bytes=-0", &Err(()));
        check("bytes=5-2", &Ok(None));
        check("bytes=a-b", &Ok(None));
        check("bytes=0-1,3-4", &Ok(None));
        check("lines=0-1", &Ok(None));
    }
}

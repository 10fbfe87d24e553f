//! Where a template comes from: the call, a bucket, or the stack as it is.

use model::StackDesign;
use objects::ContentError;

use crate::call::Call;
use crate::cloudformation::failures::validation;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::s3;

/// CloudFormation's quotas: 51,200 bytes in a call, 1 MB in a bucket.
const MOST_IN_CALL: usize = 51_200;
const MOST_IN_BUCKET: u64 = 1_000_000;

#[derive(Debug)]
pub(in crate::cloudformation) struct TemplateSource {
    pub(in crate::cloudformation) body: Option<String>,
    pub(in crate::cloudformation) url: Option<String>,
    pub(in crate::cloudformation) use_previous: bool,
}

impl TemplateSource {
    pub(in crate::cloudformation) async fn read(
        self,
        rooms: &Rooms,
        call: &Call,
        before: Option<&StackDesign>,
    ) -> Result<String, Refused> {
        match (self.body, self.url, self.use_previous) {
            (Some(body), None, false) => {
                if body.len() > MOST_IN_CALL {
                    return Err(validation(
                        "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200",
                    ));
                }
                Ok(body)
            }
            (None, Some(url), false) => from_bucket(rooms, call, &url).await,
            (None, None, true) => {
                let previous = before.map(|before| before.template.clone());
                previous.ok_or_else(|| {
                    validation("UsePreviousTemplate needs a stack that has a template.")
                })
            }
            (None, None, false) => Err(validation(
                "Either Template URL or Template Body must be specified.",
            )),
            (Some(_), Some(_), _) => Err(validation(
                "You cannot specify both TemplateBody and TemplateURL",
            )),
            (_, _, true) => Err(validation(
                "You cannot specify both usePreviousTemplate and Template Body/Template URL.",
            )),
        }
    }
}

/// As whoever calls: they need `s3:GetObject` on it, as on AWS.
async fn from_bucket(rooms: &Rooms, call: &Call, url: &str) -> Result<String, Refused> {
    let unsupported = || validation("TemplateURL must be a supported URL.");
    let addressed = s3::place_of_url(url).ok_or_else(unsupported)?;
    let read = rooms
        .read_object(call, addressed.place(), MOST_IN_BUCKET)
        .await;
    let bytes = read.map_err(of_s3)?;
    let text = String::from_utf8(bytes.to_vec());
    text.map_err(|_| validation("Template format error: the template is not text in UTF-8."))
}

/// In CloudFormation's words.
fn of_s3(refused: Refused) -> Refused {
    match refused {
        Refused::Failure(failure) => {
            let message = format!("S3 error: {}", failure.message);
            validation(message)
        }
        Refused::Denied(denied) => {
            let message = format!("S3 error: Access Denied: {}", denied.message);
            validation(message).because(Some(denied))
        }
        Refused::Content(ContentError::TooLarge(_)) => {
            validation("Template may not exceed 1000000 bytes in size.")
        }
        other => other,
    }
}

//! Gives a function or an alias an HTTP endpoint of its own.

use model::{FunctionRecord, FunctionUrl};
use wire::lambda::{
    CreateFunctionUrlConfig, CreateFunctionUrlConfigRequest, CreateFunctionUrlConfigResponse,
};

use super::failures::conflict;
use super::function_urls::{auth, check_alias, cors, invoke_mode, key, no_function, shown};
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// The tag of the function that asks for an id.
const CUSTOM_ID: &str = "_custom_id_";

impl Handle<CreateFunctionUrlConfig> for Rooms {
    fn needs(&self, call: &Call, input: &CreateFunctionUrlConfigRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        let kind = Some(input.auth_type.as_str());
        Ok(self
            .ask_url("lambda:CreateFunctionUrlConfig", &target, kind)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateFunctionUrlConfig>,
    ) -> Result<CreateFunctionUrlConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let key = key(&target);
        let change = |record: &mut FunctionRecord| {
            check_alias(&target, record)?;
            if record.urls.contains_key(&key) {
                return Err(exists(&target));
            }
            let url = FunctionUrl {
                id: id(record, &key),
                auth: auth(&input.auth_type),
                cors: input.cors.clone().map(cors),
                invoke_mode: input
                    .invoke_mode
                    .as_deref()
                    .map(invoke_mode)
                    .unwrap_or_default(),
                created: call.now(),
                modified: call.now(),
            };
            record.urls.insert(key.clone(), url.clone());
            Ok(url)
        };
        let updated = self
            .change_function_or(&target, no_function, change)
            .await?;
        let shown = shown(&call, &updated.stored.record, &key, &updated.output);
        Ok(CreateFunctionUrlConfigResponse {
            function_url: Some(shown.function_url),
            function_arn: Some(shown.function_arn),
            auth_type: Some(shown.auth_type),
            cors: shown.cors,
            creation_time: Some(shown.creation_time),
            // AWS shows only what was given here, and what holds everywhere else.
            invoke_mode: input.invoke_mode,
        })
    }
}

fn exists(target: &Target) -> Refused {
    conflict(format!(
        "Failed to create function url config for [functionArn = {}]. Error message:  \
         FunctionUrlConfig exists for this Lambda function",
        target.arn()
    ))
}

/// AWS's ids are random; clients of other local servers ask for one by a tag, whose alias stands
/// behind it.
fn id(record: &FunctionRecord, alias: &str) -> String {
    let asked = record.tags.get(CUSTOM_ID).map(|asked| match alias {
        "" => asked.clone(),
        alias => format!("{asked}-{alias}"),
    });
    asked.filter(|id| is_label(id)).unwrap_or_else(|| {
        // 32 letters and digits, as AWS's have.
        uuid::Uuid::new_v4().simple().to_string()
    })
}

/// A label of a host's name that begins with a letter.
fn is_label(text: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=63).contains(&text.len())
        && text.bytes().all(inner)
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && !text.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_label_can_be_an_id() {
        for (text, expected) in [
            ("my-custom-id", true),
            ("a", true),
            ("1a", false),
            ("a-", false),
            ("a.b", false),
            ("", false),
        ] {
            assert_eq!(is_label(text), expected, "{text}");
        }
    }
}

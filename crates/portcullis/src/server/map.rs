//! Who may call what, as data: every call of a function that the APIs make, every grant, who may
//! invoke one function, what one principal may invoke, and the smallest set of grants of a function.

use check::coverage::{Landscape, analyse, compact, named_by, what_can, who_can};
use http::StatusCode;
use model::{FunctionArn, FunctionName, Qualifier};
use serde_json::{Value, json};

use super::internal::Refused;
use super::{Rooms, landscape};

/// Members are only added while it stays.
const VERSION: u32 = 1;

/// `rest` is what follows `/_portcullis/map`.
pub(super) async fn answer(
    rooms: &Rooms,
    rest: &str,
    query: Option<&str>,
) -> Result<Value, Refused> {
    let landscape = landscape::of_server(rooms)
        .await
        .map_err(|error| Refused(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))?;
    let asked = |name: &str| parameter(query, name);
    let function = || function(rooms, &asked("function")?);
    let found = match rest {
        "" => {
            let apis = landscape.apis.iter();
            let apis = apis.map(|api| json!({ "arn": api.arn, "id": api.id(), "name": api.name }));
            json!({ "apis": apis.collect::<Vec<_>>(), "coverage": analyse(&landscape) })
        }
        "/who-can" => {
            let function = function()?;
            check_there(&landscape, &function)?;
            let coverage = analyse(&landscape);
            let who = who_can(&landscape, &coverage, &function);
            let since = rooms.started.millis();
            json!({ "function": function, "who": who, "sessionsSince": since })
        }
        "/what-can" => {
            let principal = asked("principal")?;
            let Some(known) = named_by(&landscape, &principal) else {
                let message = format!(
                    "there is no role or user {principal}: name one by its ARN, or by its name \
                     where no other has it"
                );
                return Err(Refused(StatusCode::NOT_FOUND, message));
            };
            let what = what_can(&landscape, &known);
            json!({
                "asked": principal,
                "principal": known,
                "what": what,
                "sessionsSince": rooms.started.millis(),
            })
        }
        "/compact" => {
            let compaction = compact(&landscape, &function()?)
                .map_err(|refused| Refused(StatusCode::CONFLICT, refused.to_string()))?;
            json!({ "compaction": compaction })
        }
        other => {
            let message = format!("there is no /_portcullis/map{other}");
            return Err(Refused(StatusCode::NOT_FOUND, message));
        }
    };
    Ok(with_version(found))
}

/// A function of the landscape, with the qualifier.
fn check_there(landscape: &Landscape, function: &FunctionArn) -> Result<(), Refused> {
    let mut functions = landscape.functions.iter();
    let found = functions.find(|known| known.arn.unqualified() == function.unqualified());
    let Some(found) = found else {
        let message = format!(
            "there is no function {}: aws lambda list-functions names those that are there",
            function.unqualified()
        );
        return Err(Refused(StatusCode::NOT_FOUND, message));
    };
    match (&function.qualifier, &found.qualifiers) {
        (Some(Qualifier::Latest) | None, _) | (_, None) => Ok(()),
        (Some(wanted), Some(known)) if known.contains(wanted) => Ok(()),
        (Some(wanted), Some(_)) => {
            let message = format!("the function {} has no {wanted}", function.name);
            Err(Refused(StatusCode::NOT_FOUND, message))
        }
    }
}

fn with_version(mut found: Value) -> Value {
    if let Some(members) = found.as_object_mut() {
        members.insert("version".to_owned(), json!(VERSION));
    }
    found
}

pub(super) fn parameter(query: Option<&str>, name: &str) -> Result<String, Refused> {
    let missing = || Refused(StatusCode::BAD_REQUEST, format!("{name}= is missing"));
    let pairs = query.unwrap_or_default().split('&');
    let mut pairs = pairs.filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs
        .find(|(known, _)| *known == name)
        .ok_or_else(missing)?;
    percent_encoding::percent_decode_str(value)
        .decode_utf8()
        .map(std::borrow::Cow::into_owned)
        .map_err(|_| missing())
}

/// An ARN, or a name of this server's account and region, with a qualifier or without.
fn function(rooms: &Rooms, text: &str) -> Result<FunctionArn, Refused> {
    let refuse = |invalid: model::Invalid| Refused(StatusCode::BAD_REQUEST, invalid.to_string());
    if text.starts_with("arn:") {
        return FunctionArn::parse(text).map_err(refuse);
    }
    let (name, qualifier) = match text.split_once(':') {
        Some((name, qualifier)) => (name, Some(Qualifier::new(qualifier).map_err(refuse)?)),
        None => (text, None),
    };
    let config = rooms.identity.config();
    Ok(FunctionArn {
        region: config.region.clone(),
        account: config.account.clone(),
        name: FunctionName::new(name).map_err(refuse)?,
        qualifier,
    })
}

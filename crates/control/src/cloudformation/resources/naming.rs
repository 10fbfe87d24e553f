//! Names of what has no name of its own in AWS, and ids that are known before the thing is made.

use serde_json::{Map, Value};
use wire::Operation;

use super::{Failed, Work};
use crate::authorized::Handle;
use crate::chosen;
use crate::rooms::Rooms;

/// Characters that such a name takes of the stack's name, and of the logical id.
const SHARE: usize = 5;

/// As AWS's reference shows it for what no service names: `mysta-metho-01234b567890example`.
pub(super) fn short_name(work: &Work<'_>) -> String {
    let share = |text: &str| text.get(..SHARE).unwrap_or(text).to_owned();
    let (stack, logical) = (share(&work.stack.name), share(work.logical_id));
    format!("{stack}-{logical}-{}", work.suffix())
}

/// An id of lower-case letters and digits that follows from which physical resource it is. At most twelve of them.
pub(super) fn id(work: &Work<'_>, length: usize) -> String {
    let mut id = work.suffix();
    id.truncate(length);
    id
}

/// Makes something whose id its service chooses, under `id`, unless it was made before a restart already. `place` is
/// what identifies it beside its id, whose member of the service's model is `member`.
pub(super) async fn make<Create, Get>(
    work: &Work<'_>,
    (member, id): (&str, &str),
    place: &Map<String, Value>,
    mut input: Map<String, Value>,
) -> Result<Value, Failed>
where
    Create: Operation,
    Get: Operation,
    Rooms: Handle<Create> + Handle<Get>,
{
    if work.again {
        let mut sought = place.clone();
        sought.insert(member.to_owned(), id.into());
        if let Some(found) = work.call_if_there::<Get>(Value::Object(sought)).await? {
            return Ok(found);
        }
    }
    input.extend(place.clone());
    let making = work.call::<Create>(Value::Object(input));
    chosen::with(id.to_owned(), making).await
}

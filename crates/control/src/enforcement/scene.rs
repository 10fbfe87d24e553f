//! Somebody with one policy who tries one operation.

use std::convert::Infallible;

use model::{AccountId, UserRecord};
use serde_json::Value;
use wire::Service;

use super::{driving, inputs};
use crate::testing::{ACCOUNT, Answer, World};

const EVE: (&str, &str) = ("AKIAEVEEVEEVEEVEEVE0", "secret");

/// A user, and one operation that she tries.
pub(super) struct Scene {
    pub(super) world: World,
    pub(super) service: Service,
    pub(super) operation: &'static str,
    input: Value,
}

impl Scene {
    pub(super) async fn of(service: Service, operation: &'static str) -> Self {
        let world = World::strict().await;
        world.user("eve", EVE).await;
        let schema = service.schema().operation(operation).unwrap();
        let input = inputs::of(&world, service, schema).await;
        Self {
            world,
            service,
            operation,
            input,
        }
    }

    /// Her policy, instead of the one before.
    pub(super) async fn give(&self, policy: &str) {
        let id = UserRecord::id_of(&AccountId::new(ACCOUNT).unwrap(), "eve");
        let give = |user: &mut UserRecord| {
            user.policies.inline.insert("p".into(), policy.to_owned());
            Ok::<_, Infallible>(())
        };
        let updated = self.world.records.update(&id, give).await.unwrap();
        self.world.control.show(updated.stored.version).await;
    }

    pub(super) async fn call(&self) -> Answer {
        let schema = self.service.schema().operation(self.operation).unwrap();
        driving::send(&self.world, self.service, schema, &self.input, EVE).await
    }
}

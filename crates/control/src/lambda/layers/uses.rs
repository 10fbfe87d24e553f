//! The layers that a function names: there, of this region, each once, and small enough together.

use ::lambda::unpacked_size;
use model::LayerUse;

use super::super::code::Source;
use super::super::failures::invalid;
use super::LayerTarget;
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// Of one function ("Lambda quotas").
const MOST_LAYERS: usize = 5;
/// Bytes of a function with its layers, unpacked ("Lambda quotas").
const MOST_BYTES: u64 = 262_144_000;

/// Whoever puts a layer on a function must be allowed to get it (Lambda developer guide, "Granting
/// layer access to other accounts").
pub(in crate::lambda) fn asks(call: &Call, layers: Option<&[String]>) -> Result<Vec<Ask>, Refused> {
    let layers = layers.unwrap_or_default().iter();
    let ask = |arn: &String| {
        let target = LayerTarget::read(call, arn)?;
        let ask = Ask::on("lambda:GetLayerVersion", arn.clone());
        Ok(ask.owned_by(target.account, None))
    };
    layers.map(ask).collect()
}

impl Rooms {
    /// Looks up what is named, in the order given.
    pub(in crate::lambda) async fn layers(
        &self,
        call: &Call,
        given: &[String],
    ) -> Result<Vec<LayerUse>, Refused> {
        if given.len() > MOST_LAYERS {
            return Err(invalid("Cannot reference more than 5 layers."));
        }
        let mut uses: Vec<LayerUse> = Vec::new();
        for arn in given {
            let found = self.layer_use(call, arn).await?;
            check_once(&uses, &found)?;
            uses.push(found);
        }
        Ok(uses)
    }

    async fn layer_use(&self, call: &Call, arn: &str) -> Result<LayerUse, Refused> {
        let target = LayerTarget::read(call, arn)?;
        if target.region != *call.region() {
            return Err(invalid(format!(
                "Layers are not in the same region as the function. Layers are expected to be in \
                 region {}.",
                call.region()
            )));
        }
        let missing = || invalid(format!("Layer version {arn} does not exist."));
        let number: u64 = arn
            .rsplit(':')
            .next()
            .and_then(|number| number.parse().ok())
            .ok_or_else(missing)?;
        let layer = self.layer(&target).await?;
        let version = layer.and_then(|layer| layer.record.versions.get(&number).cloned());
        let version = version.ok_or_else(missing)?;
        Ok(LayerUse {
            arn: arn.to_owned(),
            code: version.code,
        })
    }

    /// Code and layers together must not be larger than AWS allows. A folder of this machine is
    /// nobody's upload, and is not measured.
    pub(in crate::lambda) async fn check_sizes(
        &self,
        source: &Source,
        layers: &[LayerUse],
    ) -> Result<(), Refused> {
        if layers.is_empty() || source.folder.is_some() {
            return Ok(());
        }
        let mut total = 0_u64;
        for code in layers.iter().map(|layer| &layer.code).chain([&source.code]) {
            let Some(zip) = self.blobs.get(&code.sha256).await? else {
                continue;
            };
            total += unpacked_size(&zip).map_err(Refused::internal)?;
        }
        if total > MOST_BYTES {
            return Err(invalid(format!(
                "Function code combined with layers exceeds the maximum allowed size of \
                 {MOST_BYTES} bytes. The actual size is {total} bytes."
            )));
        }
        Ok(())
    }
}

fn check_once(uses: &[LayerUse], found: &LayerUse) -> Result<(), Refused> {
    let layer = |arn: &str| arn.rsplit_once(':').map(|(layer, _)| layer.to_owned());
    let same = uses.iter().find(|one| layer(&one.arn) == layer(&found.arn));
    match same {
        None => Ok(()),
        Some(first) => Err(invalid(format!(
            "Two different versions of the same layer are not allowed to be referenced in the same \
             function. {} and {} are versions of the same layer.",
            first.arn, found.arn
        ))),
    }
}

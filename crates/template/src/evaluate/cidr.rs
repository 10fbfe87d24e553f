//! `Fn::Cidr`: the blocks of a block.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use document::{Fault, Node};

use super::{Evaluator, computed, fault};
use crate::value::{Evaluated, Value};

/// AWS makes so many at most.
const MOST_BLOCKS: u128 = 256;

impl Evaluator<'_> {
    pub(super) fn cidr(&self, argument: &Node) -> Result<Value, Fault> {
        let wrong = || fault(argument, "Template error: Fn::Cidr is not valid");
        let (block, count, bits) = match argument.items() {
            [block, count] => (block, count, None),
            [block, count, bits] => (block, count, Some(bits)),
            _ => return Err(wrong()),
        };
        let (block, count) = (self.evaluate(block)?, self.evaluate(count)?);
        let bits = bits.map(|bits| self.evaluate(bits)).transpose()?;
        let (Some(block), Some(count)) = (block.known_text(), count.known_text()) else {
            return Ok(computed("Cidr", &self.evaluate(argument)?));
        };
        let bits = match bits.as_ref().map(Evaluated::known_text) {
            None => 8,
            Some(Some(bits)) => bits.parse().map_err(|_| wrong())?,
            Some(None) => return Ok(computed("Cidr", &self.evaluate(argument)?)),
        };
        let count = count.parse().map_err(|_| wrong())?;
        let blocks = blocks(&block, count, bits).ok_or_else(wrong)?;
        let blocks = blocks.into_iter();
        Ok(Value::List(
            blocks
                .map(|block| Evaluated::text(block, argument.span()))
                .collect(),
        ))
    }
}

/// The first `count` blocks that leave `bits` bits for hosts.
fn blocks(block: &str, count: u128, bits: u32) -> Option<Vec<String>> {
    let (address, prefix) = block.split_once('/')?;
    let prefix: u32 = prefix.parse().ok()?;
    let (start, width) = match address.parse::<IpAddr>().ok()? {
        IpAddr::V4(address) => (u128::from(u32::from(address)), 32),
        IpAddr::V6(address) => (u128::from(address), 128),
    };
    let length = u32::checked_sub(width, bits).filter(|length| *length >= prefix)?;
    let room = 1_u128.checked_shl(length - prefix).unwrap_or(u128::MAX);
    if prefix > width || count == 0 || count > MOST_BLOCKS || count > room {
        return None;
    }
    let size = 1_u128.checked_shl(bits)?;
    let low = 1_u128
        .checked_shl(width - prefix)
        .map_or(u128::MAX, |room| room - 1);
    let start = start & !low;
    let address = |index: u128| start.checked_add(index.checked_mul(size)?);
    (0..count)
        .map(|index| written(address(index)?, width, length))
        .collect()
}

fn written(address: u128, width: u32, length: u32) -> Option<String> {
    let address = if width == 32 {
        IpAddr::V4(Ipv4Addr::from(u32::try_from(address).ok()?))
    } else {
        IpAddr::V6(Ipv6Addr::from(address))
    };
    Some(format!("{address}/{length}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_follow_each_other() {
        let four = blocks("10.0.1.0/24", 2, 6).unwrap();
        assert_eq!(four, ["10.0.1.0/26", "10.0.1.64/26"]);
        let six = blocks("2001:db8::/56", 2, 64).unwrap();
        assert_eq!(six, ["2001:db8::/64", "2001:db8:0:1::/64"]);
        assert_eq!(blocks("10.0.0.0/24", 5, 6), None);
        assert_eq!(blocks("10.0.0.0/24", 1, 9), None);
        assert_eq!(blocks("10.0.0.0", 1, 9), None);
        assert_eq!(blocks("0.0.0.0/0", 257, 8), None);
    }
}

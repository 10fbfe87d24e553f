//! The room as its callers see it: documents in, definitions out, and back.

#[cfg(test)]
mod common;
mod generated;
#[cfg(test)]
mod modes;
#[cfg(test)]
mod problems;
#[cfg(test)]
mod recordings;
#[cfg(test)]
mod robust;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod shapes;

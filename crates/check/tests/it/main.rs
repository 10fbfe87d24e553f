//! The check over documents of our own, broken and sound, in every format; and the forms of its result.

#[cfg(test)]
mod bad; // inputs that nobody should send
#[cfg(test)]
mod corpus; // what is found in which document
#[cfg(test)]
mod forms; // snapshots of the forms
#[cfg(test)]
mod kinds; // each rule in each kind of document
#[cfg(test)]
mod mend; // fixes
#[cfg(test)]
mod server; // what a server holds

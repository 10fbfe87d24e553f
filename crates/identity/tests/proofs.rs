//! A grant and a permit can't be made by hand: whoever holds one went through the decision.

#[test]
fn proofs_cannot_be_forged() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}

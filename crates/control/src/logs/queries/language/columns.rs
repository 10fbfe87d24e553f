//! Columns of a result: an expression with a name, its own text if it was given none.

use super::expression::{self, Expression};
use super::reader::Reader;
use crate::refused::Refused;

#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) what: Expression,
}

pub(super) fn column(reader: &mut Reader<'_>) -> Result<Column, Refused> {
    let from = reader.place();
    let what = expression::read(reader)?;
    let name = match &what {
        Expression::Field(name) => name.clone(),
        _ => reader.written(from),
    };
    let name = if reader.takes_word("as") {
        reader.name()?
    } else {
        name
    };
    Ok(Column { name, what })
}

pub(super) fn columns(reader: &mut Reader<'_>) -> Result<Vec<Column>, Refused> {
    let mut columns = vec![column(reader)?];
    while reader.takes_sign(",") {
        columns.push(column(reader)?);
    }
    Ok(columns)
}

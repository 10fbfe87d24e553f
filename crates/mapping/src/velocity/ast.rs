//! The parsed form of a template. It holds no values, so one template serves every request.

use std::sync::Arc;

pub(super) type Name = Arc<str>;
pub(super) type Block = Arc<[Node]>;

#[derive(Debug, Clone)]
pub(super) enum Node {
    Text(Box<str>),
    Reference(Reference),
    Set {
        target: Reference,
        value: Expression,
    },
    If {
        arms: Box<[(Expression, Block)]>,
        otherwise: Option<Block>,
    },
    Foreach {
        variable: Name,
        over: Expression,
        body: Block,
    },
    Define {
        name: Name,
        body: Block,
    },
    /// A call of a macro, or text that merely looks like one: which it is shows at rendering.
    Call(Call),
    Evaluate(Expression),
    Break(Option<Expression>),
    Stop,
}

#[derive(Debug, Clone)]
pub(super) struct Call {
    pub(super) name: Name,
    pub(super) arguments: Arc<[Expression]>,
    /// What is between `#@name()` and its `#end`.
    pub(super) body: Option<Block>,
    pub(super) literal: Box<str>,
}

#[derive(Debug)]
pub(super) struct Macro {
    pub(super) name: Name,
    pub(super) parameters: Box<[Name]>,
    pub(super) body: Block,
}

#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub(super) root: Name,
    pub(super) steps: Box<[Step]>,
    /// The source from its dollar sign on, printed when a block recurses too deeply.
    pub(super) literal: Box<str>,
    pub(super) escape: Escape,
}

/// What the backslashes before a reference do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Escape {
    /// Half of an even run is printed before the value.
    Prefix(Box<str>),
    /// After an odd run the reference prints as it is written.
    Literal(Box<str>),
}

#[derive(Debug, Clone)]
pub(super) enum Step {
    Property(Name),
    Method {
        name: Name,
        arguments: Box<[Expression]>,
    },
    Index(Expression),
}

#[derive(Debug, Clone)]
pub(super) enum Expression {
    /// A bare word among the arguments of a method, such as `null`: a reference without a value.
    Absent,
    Bool(bool),
    Int(i128),
    Double(f64),
    Text(Name),
    /// A double-quoted string with references or directives in it. Velocity parses such a string
    /// with a blank behind it and cuts the last character off what it renders.
    Interpolated {
        body: Block,
        padded: bool,
    },
    Reference(Box<Reference>),
    List(Box<[Expression]>),
    Range(Box<(Expression, Expression)>),
    Map(Box<[(Expression, Expression)]>),
    Not(Box<Expression>),
    Binary(Operator, Box<(Expression, Expression)>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    Greater,
    LessOrEqual,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

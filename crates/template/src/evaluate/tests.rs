//! Functions and conditions, as rows.

use std::collections::BTreeMap;

use crate::{Evaluator, Inputs, NoResources, Parameters, Template, Truth};

const HEAD: &str = "
Transform: AWS::LanguageExtensions
Parameters:
  Stage: {Type: String, Default: dev}
  Open: {Type: String}
  Names: {Type: CommaDelimitedList, Default: 'a,b,c'}
Mappings:
  Map: {dev: {Size: 1, List: [x, y]}}
Conditions:
  IsDev: !Equals [!Ref Stage, dev]
  IsOpen: !Equals [!Ref Open, 'yes']
  Both: !And [!Condition IsDev, !Condition IsOpen]
  Either: !Or [!Condition IsDev, !Condition IsOpen]
  Neither: !Not [!Condition IsDev]
  Ring: !Not [!Condition Ring]
Resources:
  Fn: {Type: AWS::Lambda::Function}
";

fn template(extra: &str) -> Template {
    Template::parse(format!("{HEAD}{extra}").as_bytes()).unwrap()
}

fn inputs() -> Inputs {
    let mut inputs = Inputs::default();
    inputs.pseudo.region = Some("eu-west-1".to_owned());
    inputs.zones = BTreeMap::from([("eu-west-1".to_owned(), vec!["eu-west-1a".to_owned()])]);
    inputs.exports = BTreeMap::from([("there".to_owned(), "value".to_owned())]);
    inputs
}

#[track_caller]
fn check(expression: &str, expected: Result<&str, &str>) {
    let template = template(&format!("Metadata: {{X: {expression}}}"));
    let inputs = inputs();
    let parameters = Parameters::supposed(&template, &inputs);
    let evaluator = Evaluator::new(&template, &inputs, parameters, &NoResources);
    let node = template.declared("Metadata", "X").unwrap().body;
    let found = evaluator.evaluate(node);
    let found = found.map(|found| found.shown().to_string());
    match (found, expected) {
        (Ok(found), Ok(expected)) => assert_eq!(found, expected, "{expression}"),
        (Err(fault), Err(part)) => {
            assert!(fault.reason.contains(part), "{expression}: {fault}");
            assert!(fault.position.is_some(), "{expression}");
        }
        (found, _) => panic!("{expression}: {found:?}"),
    }
}

#[test]
fn names_stand_for_parameters_resources_and_the_world() {
    check("!Ref Stage", Ok(r#""dev""#));
    check("!Ref Names", Ok(r#"["a","b","c"]"#));
    check("!Ref Open", Ok(r#""${Open}""#));
    check("!Ref Fn", Ok(r#""${Fn}""#));
    check("!GetAtt Fn.Arn", Ok(r#""${Fn.Arn}""#));
    check("!Ref AWS::Region", Ok(r#""eu-west-1""#));
    check("!Ref AWS::AccountId", Ok(r#""${AWS::AccountId}""#));
    check("[1, !Ref AWS::NoValue]", Ok("[1]"));
    check("{a: !Ref AWS::NoValue, b: 1}", Ok(r#"{"b":1}"#));
    check(
        "!Ref Nobody",
        Err("Unresolved resource dependencies [Nobody]"),
    );
    check("!GetAtt Nobody.Arn", Err("undefined resource Nobody"));
    check("!GetAtt Fn", Err("requires two non-empty parameters"));
    check("!ImportValue there", Ok(r#""value""#));
    check("!ImportValue elsewhere", Ok(r#""${import elsewhere}""#));
    check("!FindInMap [Map, !Ref Stage, Size]", Ok("1"));
    check("!FindInMap [Map, dev, List]", Ok(r#"["x","y"]"#));
    check(
        "!FindInMap [Map, prod, Size]",
        Err("Unable to get mapping for Map::prod::Size"),
    );
    check("!FindInMap [Map, prod, Size, {DefaultValue: 7}]", Ok("7"));
}

#[test]
fn texts_are_made_of_what_is_known() {
    check(
        "!Sub 'a-${Stage}-${!Stage}-${Fn.Arn}'",
        Ok(r#""a-dev-${Stage}-${Fn.Arn}""#),
    );
    check(
        "!Sub ['${x}${Stage}', {x: !Ref Open}]",
        Ok(r#""${Open}dev""#),
    );
    check(
        "!Sub '${Nobody}'",
        Err("Unresolved resource dependencies [Nobody]"),
    );
    check("!Sub '${Names}'", Err("does not resolve to a string"));
    check("!Sub [1, 2]", Err("Fn::Sub"));
    check("!Join ['-', [a, 1, !Ref Stage]]", Ok(r#""a-1-dev""#));
    check("!Join [',', !Ref Names]", Ok(r#""a,b,c""#));
    check("!Join [',', x]", Err("Fn::Join"));
    check("!Split ['|', 'a|b']", Ok(r#"["a","b"]"#));
    check(
        "!Select [1, !Split [':', !Sub 'a:${AWS::AccountId}:c']]",
        Ok(r#""${AWS::AccountId}""#),
    );
    check("!Base64 abc", Ok(r#""YWJj""#));
    check(
        "!ToJsonString {a: [1, !Ref Stage]}",
        Ok(r#""{\"a\":[1,\"dev\"]}""#),
    );
    check("'{{resolve:ssm:/x}}'", Ok(r#""{{resolve:ssm:/x}}""#));
}

#[test]
fn lists_are_chosen_from_and_counted() {
    check("!Select [2, !Ref Names]", Ok(r#""c""#));
    check(
        "!Select [3, !Ref Names]",
        Err("nonexistent value at index 3"),
    );
    check("!Length [1, 2, 3]", Ok("3"));
    check("!GetAZs ''", Ok(r#"["eu-west-1a"]"#));
    check("!GetAZs eu-east-9", Ok(r#""${GetAZs \"eu-east-9\"}""#));
    check(
        "!Cidr [10.0.0.0/24, 2, 6]",
        Ok(r#"["10.0.0.0/26","10.0.0.64/26"]"#),
    );
    check(
        "{'Fn::Nothing': 1}",
        Err("unsupported function: Fn::Nothing"),
    );
}

#[test]
fn conditions_choose_or_leave_it_open() {
    check("!If [IsDev, 1, 2]", Ok("1"));
    check("!If [Neither, 1, 2]", Ok("2"));
    check("!If [Either, 1, 2]", Ok("1"));
    check("!If [IsOpen, 1, 2]", Ok(r#""${condition IsOpen}""#));
    check("!If [IsOpen, 1, 1]", Ok("1"));
    check("!If [Both, 1, 2]", Ok(r#""${condition Both}""#));
    check(
        "!If [Nobody, 1, 2]",
        Err("unresolved condition dependency Nobody in Fn::If"),
    );
    check("!If [Ring, 1, 2]", Err("depends on itself"));
    check("!If [IsDev, 1]", Err("Fn::If"));
}

#[test]
fn a_supposed_condition_needs_no_calculation() {
    let template = template("");
    let mut inputs = inputs();
    inputs.conditions.insert("IsOpen".to_owned(), true);
    let parameters = Parameters::supposed(&template, &inputs);
    let evaluator = Evaluator::new(&template, &inputs, parameters, &NoResources);
    assert_eq!(evaluator.condition("Both"), Ok(Truth::Known(true)));
}

#[test]
fn what_grows_without_end_is_refused() {
    let big = "x".repeat(60_000);
    let joins: String = (0..500).map(|_| "${Big}").collect();
    let text = format!(
        "Parameters: {{Big: {{Type: String, Default: {big}}}}}\nResources: {{A: {{Type: T}}}}\nMetadata: {{X: !Sub '{joins}'}}"
    );
    let template = Template::parse(text.as_bytes()).unwrap();
    let inputs = Inputs::default();
    let parameters = Parameters::supposed(&template, &inputs);
    let evaluator = Evaluator::new(&template, &inputs, parameters, &NoResources);
    let fault = evaluator.evaluate(template.root().get("Metadata").unwrap());
    assert!(fault.unwrap_err().reason.contains("more values"));
}

/// Conditions that each ask for the next one; a stack has no room for any number of them.
#[track_caller]
fn check_chain(length: usize, wraps: &str, expected: Result<Truth, &str>) {
    let chain = (0..length).map(|at| {
        let next = at + 1;
        format!(
            "  C{at}: {}\n",
            wraps.replace('X', &format!("!Condition C{next}"))
        )
    });
    let chain: String = chain.collect();
    let text = format!(
        "Conditions:\n{chain}  C{length}: !Equals [a, a]\nResources:\n  R: {{Type: AWS::SNS::Topic}}\n"
    );
    let template = Template::parse(text.as_bytes()).unwrap();
    let inputs = inputs();
    let parameters = Parameters::supposed(&template, &inputs);
    let evaluator = Evaluator::new(&template, &inputs, parameters, &NoResources);
    match (evaluator.condition("C0"), expected) {
        (Ok(found), Ok(expected)) => assert_eq!(found, expected),
        (Err(fault), Err(part)) => assert!(fault.reason.contains(part), "{fault}"),
        (found, _) => panic!("{length}: {found:?}"),
    }
}

#[test]
fn a_chain_of_conditions_has_an_end() {
    check_chain(100, "X", Ok(Truth::Known(true)));
    check_chain(50, "!Not [!Not [X]]", Ok(Truth::Known(true)));
    check_chain(8_000, "X", Err("too many times over"));
    let deep = format!("{}X{}", "!Not [".repeat(90), "]".repeat(90));
    check_chain(200, &deep, Err("too many times over"));
}

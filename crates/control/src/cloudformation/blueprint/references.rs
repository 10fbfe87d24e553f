//! What a template refers to is in it, as far as that can be told without parameters: what ValidateTemplate looks at.

use document::Node;
use template::{Template, needed_names};

use super::Invalid;

/// A transform may add what is referred to, so that only templates without one are looked at.
pub(in crate::cloudformation) fn check_references(template: &Template) -> Result<(), Invalid> {
    if !template.transforms().is_empty() {
        return Ok(());
    }
    for block in ["Resources", "Outputs"] {
        for declared in template.section(block) {
            check_attributes(template, declared.body)?;
            let unknown = needed_names(declared.body)
                .into_iter()
                .find(|name| !is_there(template, name));
            if let Some(name) = unknown {
                return Err(Invalid::plainly(format!(
                    "Template format error: Unresolved resource dependencies [{name}] in the {block} block of the template"
                )));
            }
        }
    }
    Ok(())
}

fn is_there(template: &Template, name: &str) -> bool {
    name.starts_with("AWS::")
        || template.declared("Parameters", name).is_some()
        || template.declared("Resources", name).is_some()
}

/// Of a resource that is not there AWS says it in other words, if a resource asks for its attribute.
fn check_attributes(template: &Template, node: &Node) -> Result<(), Invalid> {
    if let [entry] = node.entries()
        && entry.key == "Fn::GetAtt"
        && let Some(resource) = resource_of(&entry.node)
        && template.declared("Resources", resource).is_none()
    {
        return Err(Invalid::plainly(format!(
            "Template error: instance of Fn::GetAtt references undefined resource {resource}"
        )));
    }
    let below = node.entries().iter().map(|entry| &entry.node);
    below
        .chain(node.items())
        .try_for_each(|node| check_attributes(template, node))
}

fn resource_of(node: &Node) -> Option<&str> {
    let whole = node.text().and_then(|text| text.split('.').next());
    whole.or_else(|| node.items().first()?.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn verify(properties: &str, expected: Option<&str>) {
        let text = format!(
            "Parameters: {{P: {{Type: String}}}}\nResources: {{A: {{Type: T, Properties: {{V: {properties}}}}}, B: {{Type: T}}}}"
        );
        let template = Template::parse(text.as_bytes()).unwrap();
        let found = check_references(&template).err();
        let found = found.map(|invalid| invalid.message());
        assert_eq!(found.as_deref(), expected, "{properties}");
    }

    #[test]
    fn what_is_referred_to_is_there() {
        verify("!Ref B", None);
        verify("!Ref P", None);
        verify("!Sub '${AWS::Region}-${B.Arn}-${!Literal}'", None);
        verify("!Sub ['${Own}', {Own: 1}]", None);
        verify("!GetAtt B.Arn", None);
        let missing = "Template format error: Unresolved resource dependencies [Nope] in the Resources block of the template";
        verify("!Ref Nope", Some(missing));
        verify("[{a: !Sub '${Nope}'}]", Some(missing));
        verify(
            "!GetAtt Nope.Arn",
            Some("Template error: instance of Fn::GetAtt references undefined resource Nope"),
        );
    }
}

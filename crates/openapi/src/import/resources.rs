//! The definition while it grows: its tree of resources, and the ids that outlive an import.

use std::collections::{BTreeMap, HashMap, HashSet};

use model::{ApiDefinition, EndpointConfiguration, Method, MethodVerb, Resource};

use super::document::Document;
use super::earlier::{Branch, Earlier, branches};
use super::report::{Refusal, Report};
use super::settings::About;
use super::{Documentation, IdKind, ImportError, ImportOptions, Imported, Mode, base_path};
use crate::rules;
use document::Node;

/// Deeper than any API that AWS lets be made, and a bound on what one path can cost.
const MAX_SEGMENTS: usize = 100;

/// The longest URL that API Gateway takes, in bytes.
const MAX_PATH: usize = 10_240;
/// What all methods of one import, and all that references repeat, may take together, in bytes: a few references can
/// repeat a large part of a document without end.
const MAX_WEIGHT: usize = 64 * 1024 * 1024;
/// What reading a value once more costs, in the same coin.
const NODE_WEIGHT: usize = 128;

pub(super) struct Building<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) report: Report<'a>,
    pub(super) definition: ApiDefinition,
    pub(super) endpoint: Option<EndpointConfiguration>,
    pub(super) disable_execute_api_endpoint: Option<bool>,
    pub(super) tags: BTreeMap<String, String>,
    pub(super) options: ImportOptions<'a>,
    /// The models made for schemas that stand in a body, by schema.
    pub(super) nameless_models: HashMap<String, String>,
    pub(super) earlier: Earlier,
    /// The ids of this document's request validators, by name.
    pub(super) validators: HashMap<String, String>,
    /// The methods that this document has put so far.
    pub(super) put: HashSet<(String, MethodVerb)>,
    ids: &'a mut dyn FnMut(IdKind) -> String,
    root: String,
    base: Vec<String>,
    branches: HashMap<Branch, String>,
    /// The `{variable}` among the children of a resource: there can be but one.
    variables: HashMap<String, String>,
    weight: usize,
}

impl<'a> Building<'a> {
    pub(super) fn begin(
        document: &'a Document<'a>,
        options: &ImportOptions<'a>,
        ids: &'a mut dyn FnMut(IdKind) -> String,
    ) -> Self {
        let earlier: Earlier = options
            .existing
            .map(|(definition, _)| Earlier::of(definition))
            .unwrap_or_default();
        let mut building = Self {
            document,
            report: Report::new(document.root),
            definition: base_definition(options),
            endpoint: None,
            disable_execute_api_endpoint: None,
            tags: BTreeMap::new(),
            options: *options,
            nameless_models: HashMap::new(),
            validators: HashMap::new(),
            earlier,
            put: HashSet::new(),
            ids,
            root: String::new(),
            base: Vec::new(),
            branches: HashMap::new(),
            variables: HashMap::new(),
            weight: 0,
        };
        building.base = base_path::read(document, options.base_path, &mut building.report);
        building.plant();
        building
    }

    /// Makes sure of the root, and takes over the tree of a merge.
    fn plant(&mut self) {
        let existing = self
            .options
            .existing
            .and_then(|(definition, _)| definition.root());
        self.root = match existing {
            Some(root) => root.id.clone(),
            None => self.new_id(IdKind::Resource),
        };
        let root = self.root.clone();
        self.definition
            .resources
            .entry(root.clone())
            .or_insert_with(|| bare(root, None, ""));
        self.branches = branches(&self.definition);
        for (parent, part) in self
            .branches
            .keys()
            .filter(|(_, part)| part.starts_with('{'))
        {
            self.variables.insert(parent.clone(), part.clone());
        }
    }

    /// Whether the definition has room for another method.
    pub(super) fn spend(&mut self, method: &Method) -> bool {
        let bytes = serde_json::to_vec(method).map_or(usize::MAX, |json| json.len());
        self.weight = self.weight.saturating_add(bytes);
        self.has_room()
    }

    /// Whether it is worth to read on.
    pub(super) fn has_room(&self) -> bool {
        self.weight <= MAX_WEIGHT && !self.report.is_full()
    }

    /// What a node stands for, at the price of reading it once more.
    pub(super) fn follow(&mut self, node: &'a Node) -> Result<&'a Node, Refusal<'a>> {
        if self.weight > MAX_WEIGHT {
            let reason = "The references of this document repeat too much of it";
            return Err(Refusal::new(node, reason));
        }
        let found = self.document.follow(node)?;
        if !std::ptr::eq(found, node) {
            let price = found.count().saturating_mul(NODE_WEIGHT);
            self.weight = self.weight.saturating_add(price);
        }
        Ok(found)
    }

    pub(super) fn new_id(&mut self, kind: IdKind) -> String {
        (self.ids)(kind)
    }

    /// The full path of a path of the document, the base path before it; `None` if it is too long for any URL.
    pub(super) fn full_path(&self, path: &str) -> Option<String> {
        let base: usize = self.base.iter().map(|part| part.len() + 1).sum();
        if base + path.len() > MAX_PATH {
            return None;
        }
        let parts = path.split('/').filter(|part| !part.is_empty());
        let all: Vec<&str> = self.base.iter().map(String::as_str).chain(parts).collect();
        Some(format!("/{}", all.join("/")))
    }

    /// The id of the resource at a path; what is missing on the way is made.
    pub(super) fn resource_at(&mut self, path: &str) -> Result<String, String> {
        let mut at = self.root.clone();
        for (depth, part) in path.split('/').filter(|part| !part.is_empty()).enumerate() {
            if depth >= MAX_SEGMENTS {
                return Err(format!("a path has at most {MAX_SEGMENTS} parts"));
            }
            at = self.child(at, part)?;
        }
        Ok(at)
    }

    fn child(&mut self, parent: String, part: &str) -> Result<String, String> {
        let branch = (parent, part.to_owned());
        if let Some(id) = self.branches.get(&branch) {
            return Ok(id.clone());
        }
        rules::validate_path_part(part)?;
        self.check_place(&branch)?;
        let id = match self.earlier.branches.get(&branch) {
            Some(id) => id.clone(),
            None => self.new_id(IdKind::Resource),
        };
        if part.starts_with('{') {
            self.variables.insert(branch.0.clone(), part.to_owned());
        }
        self.definition
            .resources
            .insert(id.clone(), bare(id.clone(), Some(branch.0.clone()), part));
        self.branches.insert(branch, id.clone());
        Ok(id)
    }

    fn check_place(&self, (parent, part): &Branch) -> Result<(), String> {
        let parent_part = self
            .definition
            .resources
            .get(parent)
            .map_or("", |parent| &parent.path_part);
        rules::validate_parent(parent_part)?;
        match self.variables.get(parent) {
            Some(sibling) if part.starts_with('{') => Err(rules::second_variable(sibling)),
            _ => Ok(()),
        }
    }

    pub(super) fn finish(
        self,
        about: About,
        documentation: Option<Documentation>,
    ) -> Result<Imported, ImportError> {
        if !self.report.problems.is_empty() {
            return Err(ImportError {
                problems: self.report.problems,
            });
        }
        Ok(Imported {
            title: about.title,
            description: about.description,
            version: about.version,
            definition: self.definition,
            endpoint: self.endpoint,
            disable_execute_api_endpoint: self.disable_execute_api_endpoint,
            tags: self.tags,
            documentation,
            warnings: self.report.into_warnings(),
        })
    }
}

fn base_definition(options: &ImportOptions<'_>) -> ApiDefinition {
    match options.existing {
        Some((existing, Mode::Merge)) => existing.clone(),
        Some((_, Mode::Overwrite)) | None => ApiDefinition::default(),
    }
}

fn bare(id: String, parent_id: Option<String>, part: &str) -> Resource {
    Resource {
        id,
        parent_id,
        path_part: part.to_owned(),
        methods: BTreeMap::new(),
    }
}

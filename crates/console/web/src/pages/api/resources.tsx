// The tree of resources and methods, and beside it what is chosen in it.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useMemo, useState } from "react";
import { call } from "../../aws/operation";
import type { Api } from "../../domain/api";
import { createResource, deleteResource, type Resource } from "../../generated/apigateway";
import { CallDialog } from "../../parts/call-dialog";
import { DeleteButton } from "../../parts/delete-button";
import { Empty } from "../../parts/empty";
import { go } from "../../router";
import { t } from "../../text/en";
import { CreateMethod } from "./create-method";
import { MethodPanel } from "./method";

export interface ApiProps {
  api: Api;
  reload: () => void;
}

export function Resources(props: ApiProps & { place: string[] }): ReactNode {
  const { api, reload, place } = props;
  const root = api.resources.find((resource) => resource.path === "/");
  const resource = api.resources.find((one) => one.id === place[0] || one.path === place[0]) ?? root;
  const verb = place[1];
  const method = verb === undefined ? undefined : resource?.resourceMethods?.[verb];
  return (
    <div className="columns">
      <nav aria-label={t.resources.tree}>
        <Tree api={api} chosen={`${resource?.id}/${verb ?? ""}`} />
      </nav>
      <div>
        {resource !== undefined && verb !== undefined && method !== undefined ? (
          <MethodPanel
            key={`${resource.id} ${verb}`}
            api={api}
            reload={reload}
            located={{ resource, verb, method }}
          />
        ) : (
          resource !== undefined && <ResourcePanel api={api} reload={reload} resource={resource} />
        )}
      </div>
    </div>
  );
}

function Tree(props: { api: Api; chosen: string }): ReactNode {
  const children = useMemo(() => {
    const below = new Map<string, Resource[]>();
    for (const resource of props.api.resources) {
      const key = resource.parentId ?? "";
      below.set(key, [...(below.get(key) ?? []), resource]);
    }
    return below;
  }, [props.api.resources]);
  const branch = (resource: Resource): ReactNode => {
    const id = resource.id ?? "";
    const verbs = Object.keys(resource.resourceMethods ?? {}).toSorted();
    const below = children.get(id) ?? [];
    return (
      <li key={id}>
        <button
          type="button"
          aria-current={props.chosen === `${id}/`}
          onClick={() => go("apis", props.api.id, "resources", id)}
        >
          {resource.path === "/" ? "/" : `/${resource.pathPart}`}
        </button>
        {verbs.length + below.length > 0 && (
          <ul>
            {verbs.map((verb) => (
              <li key={verb}>
                <button
                  type="button"
                  className="verb"
                  aria-label={`${verb} ${resource.path}`}
                  aria-current={props.chosen === `${id}/${verb}`}
                  onClick={() => go("apis", props.api.id, "resources", id, verb)}
                >
                  {verb}
                </button>
              </li>
            ))}
            {below.map(branch)}
          </ul>
        )}
      </li>
    );
  };
  return <ul className="tree">{(children.get("") ?? []).map(branch)}</ul>;
}

function ResourcePanel(props: ApiProps & { resource: Resource }): ReactNode {
  const { api, reload, resource } = props;
  const [open, setOpen] = useState<"resource" | "method">();
  const verbs = Object.keys(resource.resourceMethods ?? {});
  const id = resource.id ?? "";
  return (
    <SpaceBetween size="m">
      <Header
        variant="h2"
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            {resource.path !== "/" && (
              <DeleteButton
                what={resource.path ?? ""}
                warning={t.resources.deleteWarning}
                calls={[call(deleteResource, { restApiId: api.id, resourceId: id })]}
                onDone={() => (go("apis", api.id, "resources"), reload())}
              />
            )}
            <Button onClick={() => setOpen("resource")} data-testid="create-resource">
              {t.resources.create}
            </Button>
            <Button
              variant="primary"
              onClick={() => setOpen("method")}
              data-testid="create-method"
            >
              {t.methods.create}
            </Button>
          </SpaceBetween>
        }
      >
        <span className="breaks">{resource.path}</span>
      </Header>
      {verbs.length === 0 ? (
        <Empty
          title={t.methods.none}
          next={t.methods.noneNext}
          command={t.methods.createCommand(api.id, id)}
        />
      ) : (
        <Box>{t.methods.count(verbs)}</Box>
      )}
      {open === "resource" && (
        <CreateResource api={api} parent={resource} reload={reload} close={() => setOpen(undefined)} />
      )}
      {open === "method" && (
        <CreateMethod
          api={api}
          resource={resource}
          onDismiss={() => setOpen(undefined)}
          onDone={(verb) => {
            setOpen(undefined);
            reload();
            go("apis", api.id, "resources", id, verb);
          }}
        />
      )}
    </SpaceBetween>
  );
}

function CreateResource(props: {
  api: Api;
  parent: Resource;
  reload: () => void;
  close: () => void;
}): ReactNode {
  const { api, parent } = props;
  const [pathPart, setPathPart] = useState("");
  const input = { restApiId: api.id, parentId: parent.id ?? "", pathPart };
  return (
    <CallDialog
      title={t.resources.createBelow(parent.path ?? "/")}
      confirm={t.resources.create}
      calls={pathPart === "" ? undefined : [call(createResource, input)]}
      onDismiss={props.close}
      onDone={([answer]) => {
        props.close();
        props.reload();
        go("apis", api.id, "resources", (answer as Resource).id ?? "");
      }}
    >
      <FormField label={t.resources.pathPart} description={t.resources.pathPartHelp}>
        <Input value={pathPart} autoFocus onChange={({ detail }) => setPathPart(detail.value)} />
      </FormField>
    </CallDialog>
  );
}

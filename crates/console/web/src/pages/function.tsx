// One function: its code, tests, permissions, configuration, versions, role and logs.
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import Tabs from "@cloudscape-design/components/tabs";
import type { ReactNode } from "react";
import { call } from "../aws/operation";
import { send } from "../aws/send";
import {
  deleteFunction,
  getFunction,
  type GetFunctionResponse,
  listAliases,
  listVersionsByFunction,
} from "../generated/lambda";
import { all } from "../aws/pages";
import { DeleteButton } from "../parts/delete-button";
import { Show, useLoad } from "../parts/load";
import { go, href } from "../router";
import { t } from "../text/en";
import { CodeTab } from "./function/code";
import { ConfigurationTab } from "./function/configuration";
import { EventSourcesTab } from "./function/event-sources";
import { ExecutionRoleTab } from "./function/execution-role";
import { PermissionsTab } from "./function/permissions";
import { FunctionTest } from "./function/test";
import { VersionsTab } from "./function/versions";
import { LogTail } from "./logs/tail";

export interface FunctionData extends GetFunctionResponse {
  name: string;
  arn: string;
  versions: string[];
  aliases: Array<{ name: string; version: string; revision: string | undefined }>;
}

export interface FunctionProps {
  fn: FunctionData;
  reload: () => void;
}

async function readFunction(name: string): Promise<FunctionData> {
  const of = { FunctionName: name };
  const next = { from: "NextMarker", to: "Marker" } as const;
  const [found, versions, aliases] = await Promise.all([
    send(getFunction, of),
    all(listVersionsByFunction, of, next, (page) => page.Versions),
    all(listAliases, of, next, (page) => page.Aliases),
  ]);
  return {
    ...found,
    name,
    arn: found.Configuration?.FunctionArn ?? "",
    versions: versions.map((version) => version.Version ?? ""),
    aliases: aliases.map((alias) => ({
      name: alias.Name ?? "",
      version: alias.FunctionVersion ?? "",
      revision: alias.RevisionId,
    })),
  };
}

export default function FunctionPage(props: { name: string; tab: string | undefined }): ReactNode {
  const { name, tab = "code" } = props;
  const fn = useLoad(() => readFunction(name), [name]);
  return (
    <Show loaded={fn}>
      {(read) => (
        <ContentLayout
          breadcrumbs={
            <BreadcrumbGroup
              ariaLabel={t.frame.breadcrumbs}
              items={[
                { text: t.functions.title, href: href("functions") },
                { text: name, href: href("functions", name) },
              ]}
            />
          }
          header={
            <Header
              variant="h1"
              description={<span className="breaks">{read.arn}</span>}
              actions={
                <DeleteButton
                  what={name}
                  warning={t.functions.deleteWarning}
                  calls={[call(deleteFunction, { FunctionName: name })]}
                  onDone={() => go("functions")}
                />
              }
            >
              <span className="breaks">{name}</span>
            </Header>
          }
        >
          <Tabs
            i18nStrings={t.frame.tabs}
            activeTabId={tab}
            onChange={({ detail }) => go("functions", name, detail.activeTabId)}
            tabs={tabs({ fn: read, reload: fn.reload })}
          />
        </ContentLayout>
      )}
    </Show>
  );
}

function tabs(props: FunctionProps) {
  const group = `/aws/lambda/${props.fn.name}`;
  return [
    { id: "code", label: t.functions.code, content: <CodeTab {...props} /> },
    { id: "test", label: t.test.title, content: <FunctionTest {...props} /> },
    { id: "permissions", label: t.permissions.title, content: <PermissionsTab {...props} /> },
    {
      id: "configuration",
      label: t.configuration.title,
      content: <ConfigurationTab {...props} />,
    },
    { id: "sources", label: t.sources.title, content: <EventSourcesTab {...props} /> },
    { id: "versions", label: t.versions.title, content: <VersionsTab {...props} /> },
    { id: "role", label: t.role.title, content: <ExecutionRoleTab {...props} /> },
    { id: "logs", label: t.logs.title, content: <LogTail group={group} stream={undefined} /> },
  ];
}

// One API: its resources, authorizers, stages, models and gateway responses.
import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import ContentLayout from "@cloudscape-design/components/content-layout";
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { type ReactNode, useState } from "react";
import { call } from "../aws/operation";
import { type Api, readApi } from "../domain/api";
import { deleteRestApi } from "../generated/apigateway";
import { DeleteButton } from "../parts/delete-button";
import { Show, useLoad } from "../parts/load";
import { go, href } from "../router";
import { t } from "../text/en";
import { Authorizers } from "./api/authorizers";
import { DeployDialog } from "./api/deploy";
import { ExportDialog } from "./api/export";
import { GatewayResponses } from "./api/gateway-responses";
import { ImportDialog } from "./api/import";
import { Models } from "./api/models";
import { Resources } from "./api/resources";
import { Stages } from "./api/stages";

type Open = "deploy" | "import" | "export";

export default function ApiPage(props: { id: string; place: string[] }): ReactNode {
  const { id, place } = props;
  const api = useLoad(() => readApi(id), [id]);
  const [open, setOpen] = useState<Open>();
  const [tab = "resources", ...below] = place;
  const close = () => setOpen(undefined);
  return (
    <Show loaded={api}>
      {(read) => (
        <ContentLayout
          breadcrumbs={
            <BreadcrumbGroup
              ariaLabel={t.frame.breadcrumbs}
              items={[
                { text: t.apis.title, href: href("apis") },
                { text: read.api.name ?? id, href: href("apis", id) },
              ]}
            />
          }
          header={<ApiHeader api={read} setOpen={setOpen} />}
        >
          <Tabs
            i18nStrings={t.frame.tabs}
            activeTabId={tab}
            onChange={({ detail }) => go("apis", id, detail.activeTabId)}
            tabs={[
              {
                id: "resources",
                label: t.resources.title,
                content: <Resources api={read} reload={api.reload} place={below} />,
              },
              {
                id: "authorizers",
                label: t.authorizers.title,
                content: <Authorizers api={read} reload={api.reload} />,
              },
              {
                id: "stages",
                label: t.stages.title,
                content: <Stages api={read} reload={api.reload} />,
              },
              {
                id: "models",
                label: t.models.title,
                content: <Models api={read} reload={api.reload} />,
              },
              {
                id: "responses",
                label: t.gatewayResponses.title,
                content: <GatewayResponses api={id} />,
              },
            ]}
          />
          {open === "deploy" && (
            <DeployDialog api={read} onDismiss={close} onDone={() => (close(), api.reload())} />
          )}
          {open === "export" && <ExportDialog api={read} onDismiss={close} />}
          {open === "import" && (
            <ImportDialog api={id} onDismiss={close} onDone={() => (close(), api.reload())} />
          )}
        </ContentLayout>
      )}
    </Show>
  );
}

function ApiHeader(props: { api: Api; setOpen: (open: Open) => void }): ReactNode {
  const { api, setOpen } = props;
  return (
    <Header
      variant="h1"
      description={t.apis.describe(api.id, api.api.description)}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <ButtonDropdown
            items={[
              { id: "import", text: t.imports.into },
              { id: "export", text: t.exports.title, disabled: api.stages.length === 0 },
            ]}
            onItemClick={({ detail }) => setOpen(detail.id as Open)}
          >
            {t.common.actions}
          </ButtonDropdown>
          <DeleteButton
            what={api.api.name ?? api.id}
            warning={t.apis.deleteWarning}
            calls={[call(deleteRestApi, { restApiId: api.id })]}
            onDone={() => go("apis")}
          />
          <Button variant="primary" onClick={() => setOpen("deploy")} data-testid="deploy">
            {t.deploy.title}
          </Button>
        </SpaceBetween>
      }
    >
      <span className="breaks">{api.api.name}</span>
    </Header>
  );
}

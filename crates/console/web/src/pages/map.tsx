// The permission map: who invokes which function, from where, and may they?
import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { type ReactNode, useState } from "react";
import { shortName } from "../domain/arns";
import { type Edge, readEdges } from "../domain/map";
import { Empty } from "../parts/empty";
import { Show, useLoad } from "../parts/load";
import { useSearch } from "../parts/search";
import { Status } from "../parts/status";
import Table from "../parts/table";
import { t } from "../text/en";
import { Graph } from "./map/graph";

export default function MapPage(): ReactNode {
  const edges = useLoad(readEdges, []);
  const [shape, setShape] = useState("table");
  const [withTest, setWithTest] = useState(false);
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={t.map.help}
          actions={
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              <Toggle checked={withTest} onChange={({ detail }) => setWithTest(detail.checked)}>
                {t.map.withTest}
              </Toggle>
              <Button iconName="refresh" ariaLabel={t.common.reload} onClick={edges.reload} />
              <SegmentedControl
                label={t.map.shape}
                selectedId={shape}
                options={[
                  { id: "table", text: t.map.table },
                  { id: "graph", text: t.map.graph },
                ]}
                onChange={({ detail }) => setShape(detail.selectedId)}
              />
            </SpaceBetween>
          }
        >
          {t.map.title}
        </Header>
      }
    >
      <Show loaded={edges}>
        {(all) => {
          const found = all.filter((edge) => withTest || !edge.isTest);
          return all.length === 0 ? (
            <Empty title={t.map.none} next={t.map.noneNext} command="portcullis map" />
          ) : shape === "graph" && found.length > 0 ? (
            <Graph edges={found} />
          ) : (
            <EdgeTable edges={found} />
          );
        }}
      </Show>
    </ContentLayout>
  );
}

function EdgeTable(props: { edges: Edge[] }): ReactNode {
  const search = useSearch(
    props.edges,
    (edge) => `${edge.api.name} ${edge.label} ${edge.stage} ${edge.way} ${edge.function} ${edge.why}`,
  );
  const missing = props.edges.filter((edge) => edge.verdict === "refused").length;
  return (
    <Table
      wrapLines
      header={
        <Header variant="h2" counter={`(${props.edges.length})`}>
          {missing === 0 ? t.map.complete : t.map.missing(missing)}
        </Header>
      }
      items={search.shown}
      filter={search.field}
      empty={search.none(t.map.none)}
      ariaLabels={{ tableLabel: t.map.title }}
      columnDefinitions={[
        { id: "api", header: t.map.api, cell: (edge) => edge.api.name },
        {
          id: "from",
          header: t.map.from,
          isRowHeader: true,
          cell: (edge) => <Link href={edge.href}>{edge.label}</Link>,
        },
        { id: "stage", header: t.deploy.stage, cell: (edge) => edge.stage },
        { id: "way", header: t.map.way, cell: (edge) => edge.way, minWidth: 130 },
        {
          id: "function",
          header: t.integration.function,
          cell: (edge) => shortName(edge.function),
        },
        {
          id: "verdict",
          header: t.permission.mayInvoke,
          minWidth: 260,
          cell: (edge) =>
            edge.verdict === "allowed" ? (
              <Status type="success">{t.permission.yes}</Status>
            ) : edge.verdict === "unsure" ? (
              <Status type="warning">{edge.why}</Status>
            ) : (
              <SpaceBetween size="xxs">
                <Status type="error">{edge.why}</Status>
                <Link href={edge.href}>{t.map.fix}</Link>
              </SpaceBetween>
            ),
        },
      ]}
    />
  );
}

// Logs: groups, their streams, and the events as they come.
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { call } from "../aws/operation";
import { all } from "../aws/pages";
import {
  deleteLogGroup,
  describeLogGroups,
  describeLogStreams,
  type LogGroup,
  type LogStream,
} from "../generated/logs";
import { DeleteButton } from "../parts/delete-button";
import { Empty } from "../parts/empty";
import { Listing } from "../parts/listing";
import { Show, useLoad } from "../parts/load";
import Table from "../parts/table";
import { href } from "../router";
import { t } from "../text/en";
import { LogTail } from "./logs/tail";

const TOKEN = { from: "nextToken", to: "nextToken" } as const;

export default function LogsPage(props: {
  group: string | undefined;
  stream: string | undefined;
}): ReactNode {
  const { group, stream } = props;
  if (group === undefined) {
    return <Groups />;
  }
  const crumbs = [
    { text: t.logs.title, href: href("logs") },
    { text: group, href: href("logs", group) },
    ...(stream === undefined ? [] : [{ text: stream, href: href("logs", group, stream) }]),
  ];
  return (
    <ContentLayout
      breadcrumbs={<BreadcrumbGroup ariaLabel={t.frame.breadcrumbs} items={crumbs} />}
      header={<Header variant="h1">{t.logs.title}</Header>}
    >
      <SpaceBetween size="l">
        <LogTail group={group} stream={stream} />
        {stream === undefined && <Streams group={group} />}
      </SpaceBetween>
    </ContentLayout>
  );
}

function Groups(): ReactNode {
  const groups = useLoad(() => all(describeLogGroups, {}, TOKEN, (page) => page.logGroups), []);
  return (
    <Listing
      as="page"
      title={t.logs.title}
      loaded={groups}
      textOf={(group) => group.logGroupName ?? ""}
      trackBy="logGroupName"
      columns={columns(groups.reload)}
      actions={<Button iconName="refresh" ariaLabel={t.common.reload} onClick={groups.reload} />}
      empty={
        <Empty
          title={t.logs.none}
          next={t.logs.noneNext}
          command="aws logs tail /aws/lambda/FUNCTION --follow"
        />
      }
    />
  );
}

function columns(reload: () => void) {
  return [
    {
      id: "name",
      header: t.logs.group,
      isRowHeader: true,
      cell: ({ logGroupName = "" }: LogGroup) => (
        <Link href={href("logs", logGroupName)}>{logGroupName}</Link>
      ),
    },
    {
      id: "bytes",
      header: t.functions.size,
      cell: (group: LogGroup) => t.functions.bytes(group.storedBytes ?? 0),
    },
    {
      id: "created",
      header: t.common.created,
      cell: (group: LogGroup) => new Date(group.creationTime ?? 0).toLocaleString(),
    },
    {
      id: "actions",
      header: t.common.actions,
      cell: ({ logGroupName = "" }: LogGroup) => (
        <DeleteButton
          inline
          what={logGroupName}
          calls={[call(deleteLogGroup, { logGroupName })]}
          onDone={reload}
        />
      ),
    },
  ];
}

function Streams(props: { group: string }): ReactNode {
  const { group } = props;
  const streams = useLoad(
    () =>
      all(
        describeLogStreams,
        { logGroupName: group, orderBy: "LastEventTime" as const, descending: true },
        TOKEN,
        (page) => page.logStreams,
      ),
    [group],
  );
  return (
    <Show loaded={streams}>
      {(list) => (
        <Table
          header={
            <Header variant="h2" counter={`(${list.length})`}>
              {t.logs.streams}
            </Header>
          }
          items={list}
          ariaLabels={{ tableLabel: t.logs.streams }}
          columnDefinitions={[
            {
              id: "name",
              header: t.logs.stream,
              isRowHeader: true,
              cell: (stream: LogStream) => (
                <Link href={href("logs", group, stream.logStreamName ?? "")}>
                  {stream.logStreamName}
                </Link>
              ),
            },
            {
              id: "last",
              header: t.logs.last,
              cell: (stream: LogStream) =>
                stream.lastEventTimestamp === undefined
                  ? "-"
                  : new Date(stream.lastEventTimestamp).toLocaleString(),
            },
          ]}
        />
      )}
    </Show>
  );
}

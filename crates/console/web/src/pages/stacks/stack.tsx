// One stack: what it is, why it is not what it was to be, its resources, events and template.
import Alert from "@cloudscape-design/components/alert";
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { failures, isMoving, placeOf, readStack, type WholeStack } from "../../domain/stacks";
import { deleteStack } from "../../generated/cloudformation";
import { DeleteButton } from "../../parts/delete-button";
import { Code } from "../../parts/editor";
import { Show, useLoad } from "../../parts/load";
import Table from "../../parts/table";
import { useTick } from "../../parts/tick";
import { clock } from "../../parts/time";
import { go, href } from "../../router";
import { t } from "../../text/en";
import { StackStatus } from "./status";
import { UpdateStack } from "./update";

export function StackPanel(props: { name: string; tab: string | undefined }): ReactNode {
  const { name, tab = "overview" } = props;
  const whole = useLoad(() => readStack(name), [name]);
  const [updating, setUpdating] = useState(false);
  useTick(isMoving(whole.data?.stack.StackStatus), whole.reload);
  return (
    <Show loaded={whole}>
      {(read) => (
        <ContentLayout
          breadcrumbs={
            <BreadcrumbGroup
              ariaLabel={t.frame.breadcrumbs}
              items={[
                { text: t.stacks.title, href: href("stacks") },
                { text: read.stack.StackName ?? name, href: href("stacks", name) },
              ]}
            />
          }
          header={
            <Header
              variant="h1"
              description={read.stack.Description}
              actions={
                read.stack.StackStatus !== "DELETE_COMPLETE" && (
                  <SpaceBetween direction="horizontal" size="xs">
                    <Button
                      disabled={isMoving(read.stack.StackStatus)}
                      onClick={() => setUpdating(true)}
                      data-testid="update-stack"
                    >
                      {t.stacks.updateNow}
                    </Button>
                    <DeleteButton
                      what={read.stack.StackName ?? name}
                      warning={t.stacks.deleteWarning}
                      done={t.stacks.deleting(read.stack.StackName ?? name)}
                      calls={[call(deleteStack, { StackName: read.stack.StackName ?? name })]}
                      onDone={() => go("stacks", read.stack.StackId ?? name)}
                    />
                  </SpaceBetween>
                )
              }
            >
              <span className="breaks">{read.stack.StackName}</span>
            </Header>
          }
        >
          <SpaceBetween size="m">
            <Failures read={read} />
            <Tabs
              i18nStrings={t.frame.tabs}
              activeTabId={tab}
              onChange={({ detail }) => go("stacks", name, detail.activeTabId)}
              tabs={[
                { id: "overview", label: t.stacks.overview, content: <Overview read={read} /> },
                { id: "resources", label: t.stacks.resources, content: <Resources read={read} /> },
                { id: "events", label: t.stacks.events, content: <Events read={read} /> },
                {
                  id: "template",
                  label: t.stacks.template,
                  content: <Code text={read.template} language="json" label={t.stacks.template} />,
                },
              ]}
            />
          </SpaceBetween>
          {updating && (
            <UpdateStack
              read={read}
              onDismiss={() => setUpdating(false)}
              onDone={() => (setUpdating(false), whole.reload())}
            />
          )}
        </ContentLayout>
      )}
    </Show>
  );
}

/** The first thing that failed is the cause; what was cancelled because of it says nothing. */
function Failures(props: { read: WholeStack }): ReactNode {
  const { stack, events } = props.read;
  const failed = failures(events);
  if (failed.length === 0 || stack.StackStatus?.endsWith("_COMPLETE") !== true) {
    return failed.length === 0 ? undefined : <FailureList read={props.read} />;
  }
  return stack.StackStatus.includes("ROLLBACK") || stack.StackStatus === "DELETE_COMPLETE" ? (
    <FailureList read={props.read} />
  ) : undefined;
}

function FailureList(props: { read: WholeStack }): ReactNode {
  const { stack, events } = props.read;
  return (
    <div data-testid="stack-failure">
      <Alert type="error" header={stack.StackStatusReason ?? t.stacks.failed}>
        <ul>
          {failures(events).map((event) => (
            <li key={event.EventId} className="words">
              {`${event.LogicalResourceId} (${event.ResourceType}): ${event.ResourceStatusReason ?? event.ResourceStatus}`}
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}

function Overview(props: { read: WholeStack }): ReactNode {
  const { stack } = props.read;
  const outputs = stack.Outputs ?? [];
  const parameters = stack.Parameters ?? [];
  return (
    <SpaceBetween size="m">
      <Container>
        <KeyValuePairs
          columns={4}
          items={[
            { label: t.iam.status, value: <StackStatus status={stack.StackStatus} /> },
            {
              label: t.common.created,
              value: new Date(stack.CreationTime ?? 0).toLocaleString(),
            },
            { label: t.stacks.role, value: <span className="breaks">{stack.RoleARN ?? "-"}</span> },
            { label: "ARN", value: <span className="breaks">{stack.StackId}</span> },
          ]}
        />
      </Container>
      <Table
        wrapLines
        header={
          <Header variant="h2" counter={`(${outputs.length})`}>
            {t.stacks.outputs}
          </Header>
        }
        items={outputs}
        ariaLabels={{ tableLabel: t.stacks.outputs }}
        empty={t.stacks.noOutputs}
        columnDefinitions={[
          { id: "key", header: t.common.key, isRowHeader: true, cell: (one) => one.OutputKey },
          {
            id: "value",
            header: t.common.value,
            cell: (one) => <span className="breaks">{one.OutputValue}</span>,
          },
          { id: "about", header: t.apis.description, cell: (one) => one.Description ?? "-" },
          { id: "export", header: t.stacks.exported, cell: (one) => one.ExportName ?? "-" },
        ]}
      />
      <Table
        wrapLines
        header={
          <Header variant="h2" counter={`(${parameters.length})`}>
            {t.stacks.parameters}
          </Header>
        }
        items={parameters}
        ariaLabels={{ tableLabel: t.stacks.parameters }}
        empty={t.stacks.noParameters}
        columnDefinitions={[
          { id: "key", header: t.common.key, isRowHeader: true, cell: (one) => one.ParameterKey },
          {
            id: "value",
            header: t.common.value,
            cell: (one) => <span className="breaks">{one.ParameterValue}</span>,
          },
        ]}
      />
    </SpaceBetween>
  );
}

function Resources(props: { read: WholeStack }): ReactNode {
  return (
    <Table
      wrapLines
      header={
        <Header variant="h2" counter={`(${props.read.resources.length})`}>
          {t.stacks.resources}
        </Header>
      }
      items={props.read.resources}
      ariaLabels={{ tableLabel: t.stacks.resources }}
      columnDefinitions={[
        {
          id: "logical",
          header: t.stacks.logical,
          isRowHeader: true,
          cell: (one) => one.LogicalResourceId,
        },
        { id: "type", header: t.authorizers.type, cell: (one) => one.ResourceType },
        {
          id: "physical",
          header: t.stacks.physical,
          cell: (one) => {
            const to = placeOf(one);
            const id = <span className="breaks">{one.PhysicalResourceId ?? "-"}</span>;
            return to === undefined ? id : <Link href={to}>{id}</Link>;
          },
        },
        {
          id: "status",
          header: t.iam.status,
          cell: (one) => <StackStatus status={one.ResourceStatus} />,
        },
        { id: "reason", header: t.stacks.reason, cell: (one) => one.ResourceStatusReason ?? "-" },
      ]}
    />
  );
}

function Events(props: { read: WholeStack }): ReactNode {
  return (
    <Table
      wrapLines
      header={
        <Header variant="h2" counter={`(${props.read.events.length})`}>
          {t.stacks.events}
        </Header>
      }
      items={props.read.events}
      ariaLabels={{ tableLabel: t.stacks.events }}
      columnDefinitions={[
        {
          id: "time",
          header: t.requests.time,
          cell: (one) => clock(Date.parse(one.Timestamp ?? "")),
        },
        {
          id: "logical",
          header: t.stacks.logical,
          isRowHeader: true,
          cell: (one) => one.LogicalResourceId,
        },
        { id: "type", header: t.authorizers.type, cell: (one) => one.ResourceType },
        {
          id: "status",
          header: t.iam.status,
          cell: (one) => <StackStatus status={one.ResourceStatus} />,
        },
        { id: "reason", header: t.stacks.reason, cell: (one) => one.ResourceStatusReason ?? "-" },
      ]}
    />
  );
}

// One parameter: its value, which of a secret is read only when somebody asks, and its versions.
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { type ReactNode, useState } from "react";
import { asFailure } from "../../aws/failure";
import { call } from "../../aws/operation";
import { unchanged } from "../../domain/conflict";
import { readHistory, readValue } from "../../domain/parameters";
import { deleteParameter, type ParameterHistory, putParameter } from "../../generated/ssm";
import { CallDialog } from "../../parts/call-dialog";
import { DeleteButton } from "../../parts/delete-button";
import { Code } from "../../parts/editor";
import { Problem, Show, useLoad } from "../../parts/load";
import Table from "../../parts/table";
import { moment } from "../../parts/time";
import { go, href } from "../../router";
import { t } from "../../text/en";

const SECRET = "SecureString";

export function ParameterPanel(props: { name: string }): ReactNode {
  const { name } = props;
  const history = useLoad(() => readHistory(name), [name]);
  const [editing, setEditing] = useState(false);
  return (
    <Show loaded={history}>
      {(versions) => {
        const [latest = {}] = versions;
        return (
          <ContentLayout
            breadcrumbs={
              <BreadcrumbGroup
                ariaLabel={t.frame.breadcrumbs}
                items={[
                  { text: t.parameters.title, href: href("parameters") },
                  { text: name, href: href("parameters", name) },
                ]}
              />
            }
            header={
              <Header
                variant="h1"
                description={latest.Description ?? ""}
                actions={
                  <SpaceBetween direction="horizontal" size="xs">
                    <DeleteButton
                      what={name}
                      warning={t.parameters.deleteWarning}
                      calls={[call(deleteParameter, { Name: name })]}
                      onDone={() => go("parameters")}
                    />
                    <Button variant="primary" onClick={() => setEditing(true)}>
                      {t.parameters.change}
                    </Button>
                  </SpaceBetween>
                }
              >
                {name}
              </Header>
            }
          >
            <SpaceBetween size="l">
              <Value key={latest.Version} latest={latest} name={name} />
              <Versions versions={versions} />
            </SpaceBetween>
            {editing && (
              <ChangeDialog
                latest={latest}
                name={name}
                onDismiss={() => setEditing(false)}
                onDone={() => (setEditing(false), history.reload())}
              />
            )}
          </ContentLayout>
        );
      }}
    </Show>
  );
}

function Value(props: { latest: ParameterHistory; name: string }): ReactNode {
  const { latest, name } = props;
  const isSecret = latest.Type === SECRET;
  const [clear, setClear] = useState<string>();
  const [error, setError] = useState<Error>();
  const shown = isSecret ? clear : latest.Value;
  const turn = (): void => {
    if (clear !== undefined) {
      setClear(undefined);
      return;
    }
    readValue(name)
      .then(setClear)
      .catch((caught: unknown) => setError(asFailure(caught)));
  };
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={latest.Type}
          actions={
            isSecret && (
              <Button onClick={turn} data-testid="turn-value">
                {clear === undefined ? t.parameters.show : t.parameters.hide}
              </Button>
            )
          }
        >
          {t.parameters.value}
        </Header>
      }
    >
      {error !== undefined && <Problem error={error} />}
      {shown === undefined ? (
        t.parameters.secret
      ) : (
        <Code text={shown} language="text" label={t.parameters.value} />
      )}
    </Container>
  );
}

function Versions(props: { versions: ParameterHistory[] }): ReactNode {
  return (
    <Table
      header={<Header variant="h2">{t.parameters.history}</Header>}
      items={props.versions}
      trackBy={(one) => String(one.Version)}
      wrapLines
      ariaLabels={{ tableLabel: t.parameters.history }}
      columnDefinitions={[
        {
          id: "version",
          header: t.parameters.version,
          isRowHeader: true,
          cell: (one) => one.Version,
        },
        {
          id: "value",
          header: t.parameters.value,
          cell: (one) => (
            <span className="breaks">{one.Type === SECRET ? "***" : one.Value}</span>
          ),
        },
        {
          id: "modified",
          header: t.parameters.modified,
          cell: (one) => moment(one.LastModifiedDate),
        },
        {
          id: "by",
          header: t.parameters.by,
          cell: (one) => <span className="breaks">{one.LastModifiedUser}</span>,
        },
      ]}
    />
  );
}

function ChangeDialog(props: {
  latest: ParameterHistory;
  name: string;
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const { latest, name } = props;
  const before = latest.Type === SECRET ? "" : (latest.Value ?? "");
  const [value, setValue] = useState(before);
  return (
    <CallDialog
      title={t.parameters.change}
      confirm={t.common.save}
      calls={
        value === "" || value === before
          ? undefined
          : [call(putParameter, { Name: name, Value: value, Overwrite: true })]
      }
      ensure={() =>
        unchanged(
          async () => (await readHistory(name))[0]?.Version ?? 0,
          latest.Version ?? 0,
        )
      }
      onDismiss={props.onDismiss}
      onDone={props.onDone}
    >
      <FormField label={t.parameters.value} description={latest.Type === SECRET ? t.parameters.secret : ""}>
        <Textarea
          value={value}
          rows={4}
          autoFocus
          onChange={({ detail }) => setValue(detail.value)}
        />
      </FormField>
    </CallDialog>
  );
}

// Authorizers: each with whether its function may be invoked, a test, and the grant where it is
// missing.
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { functionOf, shortName } from "../../domain/arns";
import { isOpen, judge, type Row, unaskedReason } from "../../domain/gate";
import {
  type Authorizer,
  deleteAuthorizer,
  updateAuthorizer,
} from "../../generated/apigateway";
import { DeleteButton } from "../../parts/delete-button";
import { Empty } from "../../parts/empty";
import { Problem, useLoad } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { useGate } from "../../permission/use-gate";
import { Status } from "../../parts/status";
import Table from "../../parts/table";
import { t } from "../../text/en";
import { AuthorizerDialog } from "./authorizer-dialog";
import { TestAuthorizer } from "./authorizer-test";
import type { ApiProps } from "./resources";

export function Authorizers(props: ApiProps): ReactNode {
  const { api, reload } = props;
  const [editing, setEditing] = useState<Authorizer | "new">();
  const [testing, setTesting] = useState<Authorizer>();
  const notify = useNotify();
  const gate = useGate();
  const verdicts = useLoad(
    () =>
      Promise.all(
        api.authorizers.map((one) =>
          judge(
            { kind: "authorizer", api: api.id, id: one.id ?? "" },
            one.authorizerUri,
            one.authorizerCredentials,
            api.stages,
          ),
        ),
      ),
    [api.authorizers, api.stages],
  );
  const grant = async (authorizer: Authorizer): Promise<void> => {
    const where = { restApiId: api.id, authorizerId: authorizer.id ?? "" };
    const answers = await gate.save({
      origin: { kind: "authorizer", api: api.id, id: authorizer.id ?? "" },
      uri: authorizer.authorizerUri,
      credentials: authorizer.authorizerCredentials,
      stages: api.stages,
      saved: true,
      saves: (role) =>
        role === undefined
          ? []
          : [
              call(updateAuthorizer, {
                ...where,
                patchOperations: [{ op: "replace", path: "/authorizerCredentials", value: role }],
              }),
            ],
    });
    if (answers !== undefined) {
      notify({ type: "success", content: t.permission.added });
      reload();
      verdicts.reload();
    }
  };
  const rows = api.authorizers.map((authorizer, index) => ({
    authorizer,
    found: verdicts.data?.[index],
  }));
  return (
    <SpaceBetween size="m">
      {verdicts.error !== undefined && <Problem error={verdicts.error} retry={verdicts.reload} />}
      <Table
        header={
          <Header
            variant="h2"
            counter={`(${rows.length})`}
            actions={
              <Button
                variant="primary"
                onClick={() => setEditing("new")}
                data-testid="create-authorizer"
              >
                {t.authorizers.create}
              </Button>
            }
          >
            {t.authorizers.title}
          </Header>
        }
        wrapLines
        items={rows}
        ariaLabels={{ tableLabel: t.authorizers.title }}
        empty={
          <Empty
            title={t.authorizers.none}
            next={t.authorizers.noneNext}
            command={t.authorizers.createCommand(api.id)}
          />
        }
        columnDefinitions={[
          {
            id: "name",
            header: t.apis.name,
            isRowHeader: true,
            cell: ({ authorizer }) => authorizer.name,
          },
          { id: "type", header: t.authorizers.type, cell: ({ authorizer }) => authorizer.type },
          {
            id: "function",
            header: t.integration.function,
            cell: ({ authorizer }) => (
              <span className="words">{shortName(functionOf(authorizer.authorizerUri) ?? "-")}</span>
            ),
          },
          {
            id: "verdict",
            header: t.permission.mayInvoke,
            cell: ({ authorizer, found }) => (
              <Verdict found={found} onGrant={() => void grant(authorizer)} />
            ),
          },
          {
            id: "actions",
            header: t.common.actions,
            cell: ({ authorizer }) => (
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  variant="inline-link"
                  ariaLabel={`${t.test.title}: ${authorizer.name}`}
                  onClick={() => setTesting(authorizer)}
                >
                  {t.test.title}
                </Button>
                <Button
                  variant="inline-link"
                  ariaLabel={`${t.common.edit}: ${authorizer.name}`}
                  onClick={() => setEditing(authorizer)}
                >
                  {t.common.edit}
                </Button>
                <DeleteButton
                  inline
                  what={authorizer.name ?? ""}
                  calls={[
                    call(deleteAuthorizer, {
                      restApiId: api.id,
                      authorizerId: authorizer.id ?? "",
                    }),
                  ]}
                  onDone={reload}
                />
              </SpaceBetween>
            ),
          },
        ]}
      />
      {editing !== undefined && (
        <AuthorizerDialog
          api={api}
          before={editing === "new" ? undefined : editing}
          onDismiss={() => (setEditing(undefined), reload())}
          onDone={() => (setEditing(undefined), reload())}
        />
      )}
      {testing !== undefined && (
        <TestAuthorizer api={api} authorizer={testing} onDismiss={() => setTesting(undefined)} />
      )}
      {gate.dialog}
    </SpaceBetween>
  );
}

function Verdict(props: { found: Row[] | undefined; onGrant: () => void }): ReactNode {
  const { found } = props;
  if (found === undefined) {
    return <Status type="loading">{t.common.loading}</Status>;
  }
  if (unaskedReason(found) !== undefined) {
    return <Status type="pending">{t.picture.unasked}</Status>;
  }
  if (found.every(isOpen)) {
    return <Status type="success">{t.permission.yes}</Status>;
  }
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Status type="error">{t.permission.no}</Status>
      <Button variant="inline-link" onClick={props.onGrant} data-testid="grant-authorizer">
        {t.permission.grant}
      </Button>
    </SpaceBetween>
  );
}

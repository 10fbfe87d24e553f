// What a role or a user could invoke, and what it did: the server's analysis, and the journal.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import type { ReactNode } from "react";
import { shortName } from "../../domain/arns";
import { Show, useLoad } from "../../parts/load";
import { Status } from "../../parts/status";
import Table from "../../parts/table";
import { clock } from "../../parts/time";
import { did, whatCan } from "../../portcullis";
import { t } from "../../text/en";

/** The functions of this server that it may invoke. */
export function CouldInvoke(props: { arn: string }): ReactNode {
  const found = useLoad(() => whatCan(props.arn), [props.arn]);
  return (
    <Show loaded={found}>
      {(all) => {
        const may = all.filter((who) => who.state === "granted" || who.state === "wider-than-needed");
        return (
          <div data-testid="could-invoke">
            <Box variant="awsui-key-label">{t.role.couldInvoke}</Box>
            {may.length === 0 ? (
              t.role.noFunction
            ) : (
              <ul>
                {may.map((who) => (
                  <li key={who.function} title={who.why}>
                    {shortName(who.function)}
                  </li>
                ))}
              </ul>
            )}
          </div>
        );
      }}
    </Show>
  );
}

/** Its calls of AWS APIs, counted by operation. */
export function Did(props: { arn: string }): ReactNode {
  const found = useLoad(() => did(props.arn), [props.arn]);
  return (
    <Container
      data-testid="did"
      header={
        <Header
          variant="h2"
          description={t.role.didHelp}
          actions={<Button iconName="refresh" ariaLabel={t.common.reload} onClick={found.reload} />}
        >
          {t.role.did}
        </Header>
      }
    >
      <Show loaded={found}>
        {(done) => (
          <Table
            variant="embedded"
            wrapLines
            items={done}
            ariaLabels={{ tableLabel: t.role.did }}
            empty={t.role.didNothing}
            columnDefinitions={[
              {
                id: "action",
                header: t.simulation.action,
                isRowHeader: true,
                cell: (one) => one.action,
              },
              {
                id: "resource",
                header: t.simulation.resource,
                minWidth: 220,
                cell: (one) => <span className="breaks">{one.resource || "-"}</span>,
              },
              { id: "calls", header: t.role.calls, cell: (one) => one.calls },
              {
                id: "refused",
                header: t.role.refused,
                cell: (one) =>
                  one.refused === 0 ? "0" : <Status type="error">{String(one.refused)}</Status>,
              },
              {
                id: "last",
                header: t.role.last,
                cell: (one) => (one.last === null ? "-" : clock(one.last)),
              },
            ]}
          />
        )}
      </Show>
    </Container>
  );
}

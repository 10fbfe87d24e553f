// The permission dialog: what will be added, shown before it is, and added exactly as shown.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { type ReactNode, useMemo, useState } from "react";
import { asFailure } from "../aws/failure";
import type { Call } from "../aws/operation";
import { perform } from "../aws/send";
import { type Origin, type Row } from "../domain/gate";
import { Cli } from "../parts/cli";
import { Problem } from "../parts/load";
import { t } from "../text/en";
import { ByPolicy, useGrants } from "./by-policy";
import { ByRole, useRoleChoice } from "./by-role";

export interface Proposal {
  origin: Origin;
  /** Functions that would refuse in some stage. */
  rows: Row[];
  /** What saves the thing itself, without a role or with one; empty where it is saved already. */
  saves: (role: string | undefined) => Call[];
  /** What takes back what had to be made before this could be asked. */
  undo?: Call[];
  /** Whether the thing itself can be kept without the grant. */
  saved: boolean;
  done: (answers: unknown[]) => void;
  cancelled: () => void;
}

export function PermissionDialog(props: { proposal: Proposal }): ReactNode {
  const { proposal } = props;
  const [way, setWay] = useState<"policy" | "role">("policy");
  const [busy, setBusy] = useState<"confirm" | "without" | "cancel">();
  const [error, setError] = useState<Error>();
  const grants = useGrants(proposal.origin, proposal.rows);
  const role = useRoleChoice(proposal.rows);
  const calls = useMemo((): Call[] | undefined => {
    if (way === "policy") {
      return grants.calls && [...proposal.saves(undefined), ...grants.calls];
    }
    return role.calls && [...role.calls, ...proposal.saves(role.arn)];
  }, [way, grants.calls, role.calls, role.arn, proposal]);

  const attempt = async (
    what: "confirm" | "without" | "cancel",
    work: () => Promise<void>,
  ): Promise<void> => {
    setBusy(what);
    setError(undefined);
    try {
      await work();
    } catch (caught) {
      setError(asFailure(caught));
      grants.reload();
    } finally {
      setBusy(undefined);
    }
  };
  const make = async (chosen: Call[]): Promise<void> => {
    const answers: unknown[] = [];
    for (const one of chosen) {
      answers.push(await perform(one));
    }
    proposal.done(answers);
  };
  const confirm = () =>
    attempt("confirm", async () => {
      // What is added must be what was shown, beside the policy that was shown.
      if (way === "policy") {
        await grants.ensureUnchanged();
      }
      await make(calls ?? []);
    });
  const cancel = () =>
    attempt("cancel", async () => {
      for (const one of proposal.undo ?? []) {
        await perform(one);
      }
      proposal.cancelled();
    });

  return (
    <Modal
      visible
      size="large"
      header={t.permission.title}
      closeAriaLabel={t.common.close}
      onDismiss={() => busy === undefined && void cancel()}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              variant="link"
              loading={busy === "cancel"}
              onClick={() => void cancel()}
              data-testid="permission-cancel"
            >
              {t.common.cancel}
            </Button>
            {!proposal.saved && (
              <Button
                loading={busy === "without"}
                onClick={() => void attempt("without", () => make(proposal.saves(undefined)))}
                data-testid="permission-without"
              >
                {t.permission.without}
              </Button>
            )}
            <Button
              variant="primary"
              disabled={calls === undefined}
              loading={busy === "confirm"}
              onClick={() => void confirm()}
              data-testid="permission-confirm"
            >
              {way === "policy" ? t.permission.confirm : t.permission.confirmRole}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>{t.permission.intro(proposal.rows.length)}</Box>
        {proposal.rows.some((row) => row.unresolved.length > 0) && (
          <Alert type="warning">{unresolvedWords(proposal.rows)}</Alert>
        )}
        <Tabs
          i18nStrings={t.frame.tabs}
          activeTabId={way}
          onChange={({ detail }) => setWay(detail.activeTabId === "role" ? "role" : "policy")}
          tabs={[
            {
              id: "policy",
              label: t.permission.byPolicy,
              content: <ByPolicy origin={proposal.origin} grants={grants} />,
            },
            { id: "role", label: t.permission.byRole, content: <ByRole choice={role} /> },
          ]}
        />
        {error !== undefined && <Problem error={error} />}
        {calls !== undefined && <Cli calls={calls} />}
      </SpaceBetween>
    </Modal>
  );
}

function unresolvedWords(rows: Row[]): string {
  const lacking = rows.flatMap((row) => row.unresolved);
  return lacking
    .map(({ stage, missing }) => t.permission.unresolved(stage, missing.join(", ")))
    .join(" ");
}

// The grant as statements of the functions' resource policies.
import Box from "@cloudscape-design/components/box";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useMemo, useState } from "react";
import { Failure } from "../aws/failure";
import type { Call } from "../aws/operation";
import { ANY_STAGE, type Origin, type Row, TEST_STAGE } from "../domain/gate";
import {
  adding,
  grantedArn,
  permission,
  type Policy,
  pretty,
  readPolicy,
  type Scope,
  type Statement,
  statementId,
  statementOf,
  withStatements,
} from "../domain/policies";
import type { AddPermissionRequest } from "../generated/lambda";
import { Diff } from "../parts/diff";
import { type Loaded, Show, useLoad } from "../parts/load";
import { Status } from "../parts/status";
import { t } from "../text/en";

interface Added {
  row: Row;
  asked: AddPermissionRequest[];
  statements: Statement[];
}

export interface Grants {
  policies: Loaded<Policy[]>;
  scope: Scope;
  setScope: (scope: Scope) => void;
  withAccount: boolean;
  setWithAccount: (yes: boolean) => void;
  withTest: boolean;
  setWithTest: (yes: boolean) => void;
  added: Added[];
  /** None until the policies of today are known. */
  calls: Call[] | undefined;
  reload: () => void;
  ensureUnchanged: () => Promise<void>;
}

export function useGrants(origin: Origin, rows: Row[]): Grants {
  const found = useMemo(() => rows.filter((row) => row.stages.length > 0), [rows]);
  const policies = useLoad(
    () => Promise.all(found.map((row) => readPolicy(row.function))),
    [found.map((row) => row.function)],
  );
  const [scope, setScope] = useState<Scope>("method");
  const [withAccount, setWithAccount] = useState(true);
  const [withTest, setWithTest] = useState(false);
  // Ids stay the same while the dialog is open, so that what is shown is what is added.
  const ids = useMemo(
    () => found.map((row) => [...row.stages, row.test].map(() => statementId(origin))),
    [found, origin],
  );
  const added = useMemo(
    () =>
      found.map((row, index) => {
        const sources = sourcesFor(origin, row, scope, withTest);
        const revision = policies.data?.[index]?.revision;
        const asked = sources.map((source, at) =>
          permission(
            row.function,
            source,
            withAccount,
            ids[index]?.[at] ?? statementId(origin),
            // The first one changes the revision.
            at === 0 ? revision : undefined,
          ),
        );
        const statements = asked.map((one) => statementOf(one, row.function));
        return { row, asked, statements };
      }),
    [found, origin, scope, withAccount, withTest, ids, policies.data],
  );
  const calls = useMemo(
    () =>
      policies.data === undefined || added.length === 0
        ? undefined
        : added.flatMap((one) => one.asked.map(adding)),
    [policies.data, added],
  );
  const ensureUnchanged = async (): Promise<void> => {
    const now = await Promise.all(found.map((row) => readPolicy(row.function)));
    if (now.some((policy, index) => policy.text !== policies.data?.[index]?.text)) {
      throw new Failure(t.errors.changedMeanwhile, t.permission.changedMeanwhile, 412);
    }
  };
  return {
    policies,
    scope,
    setScope,
    withAccount,
    setWithAccount,
    withTest,
    setWithTest,
    added,
    calls,
    reload: policies.reload,
    ensureUnchanged,
  };
}

/** Of a stage-bound grant, one for each stage that the function is invoked from. */
function sourcesFor(origin: Origin, row: Row, scope: Scope, withTest: boolean): string[] {
  if (scope !== "stage") {
    return [grantedArn(origin, scope, "")];
  }
  const stages = row.stages.map((judged) => judged.stage);
  const all = withTest ? [...stages, TEST_STAGE] : stages;
  return all.map((stage) => grantedArn(origin, "stage", stage));
}

export function ByPolicy(props: { origin: Origin; grants: Grants }): ReactNode {
  const { origin, grants } = props;
  return (
    <SpaceBetween size="m">
      <Choices origin={origin} grants={grants} />
      <Show loaded={grants.policies}>
        {(policies) =>
          grants.added.map((one, index) => (
            <FunctionRow key={one.row.function} added={one} policy={policies[index]} />
          ))
        }
      </Show>
    </SpaceBetween>
  );
}

function Choices(props: { origin: Origin; grants: Grants }): ReactNode {
  const { origin, grants } = props;
  const method = origin.kind === "method";
  const stages = grants.added.flatMap((one) => one.row.stages).map((judged) => judged.stage);
  const noStage = stages.includes(ANY_STAGE);
  const items = [
    {
      value: "method",
      label: method ? t.permission.methodBound : t.permission.authorizerBound,
      description: grantedArn(origin, "method", ""),
    },
    ...(method
      ? [
          {
            value: "stage",
            label: t.permission.stageBound,
            description: noStage
              ? t.permission.noStageYet
              : grantedArn(origin, "stage", stages[0] ?? ""),
            disabled: noStage,
          },
        ]
      : []),
    {
      value: "api",
      label: t.permission.apiWide,
      description: grantedArn(origin, "api", ""),
    },
  ];
  return (
    <SpaceBetween size="s">
      <RadioGroup
        ariaLabel={t.permission.scope}
        value={grants.scope}
        onChange={({ detail }) => grants.setScope(detail.value as Scope)}
        items={items}
      />
      {grants.scope === "api" && (
        <Status type="warning">{t.permission.apiWideWarning}</Status>
      )}
      <Checkbox
        checked={grants.withAccount}
        onChange={({ detail }) => grants.setWithAccount(detail.checked)}
        description={t.permission.sourceAccountHelp}
      >
        {t.permission.sourceAccount}
      </Checkbox>
      {method && grants.scope === "stage" ? (
        <Checkbox
          checked={grants.withTest}
          onChange={({ detail }) => grants.setWithTest(detail.checked)}
          description={t.permission.testButtonHelp(grantedArn(origin, "stage", TEST_STAGE))}
        >
          {t.permission.testButton}
        </Checkbox>
      ) : (
        method && <Box color="text-body-secondary">{t.permission.testCovered}</Box>
      )}
    </SpaceBetween>
  );
}

function FunctionRow(props: { added: Added; policy: Policy | undefined }): ReactNode {
  const { added, policy } = props;
  const before = policy === undefined ? "" : pretty(policy.statements);
  const after = policy === undefined ? "" : withStatements(policy, added.statements);
  const refused = added.row.stages.filter((judged) => !judged.answer.allowed);
  const reason = refused[0]?.answer.sentence;
  const from = refused.map((judged) => (judged.stage === ANY_STAGE ? t.permission.anyStage : judged.stage));
  return (
    <Container
      data-testid="permission-row"
      header={
        <Header variant="h3" description={t.permission.invokedFrom(from.join(", "))}>
          <span className="breaks">{added.row.function}</span>
        </Header>
      }
    >
      <SpaceBetween size="s">
        {reason !== undefined && <Status type="error">{reason}</Status>}
        <Box variant="awsui-key-label">
          {before === "" ? t.permission.newPolicy : t.permission.changedPolicy}
        </Box>
        <Diff before={before} after={after} label={t.permission.difference} />
      </SpaceBetween>
    </Container>
  );
}

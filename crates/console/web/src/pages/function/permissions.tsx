// The resource policy, statement by statement: what each lets in, and what it costs.
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import Button from "@cloudscape-design/components/button";
import { bytes } from "../../aws/sign";
import { asFailure, Failure } from "../../aws/failure";
import type { Call } from "../../aws/operation";
import { nameOf, unqualified } from "../../domain/arns";
import { unchanged } from "../../domain/conflict";
import { letsIn } from "../../domain/map";
import {
  adding,
  MOST_BYTES,
  type Policy,
  pretty,
  readPolicy,
  removing,
  type Statement,
} from "../../domain/policies";
import { CallDialog } from "../../parts/call-dialog";
import { CopyCli } from "../../parts/cli";
import { DeleteButton } from "../../parts/delete-button";
import { Diff } from "../../parts/diff";
import { Code } from "../../parts/editor";
import { Empty } from "../../parts/empty";
import { Show, useLoad, wordsOf } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { Status } from "../../parts/status";
import {
  compaction,
  type Compaction,
  type MappedStatement,
  type PermissionMap,
  permissionMap,
} from "../../portcullis";
import { t } from "../../text/en";
import type { FunctionProps } from "../function";

interface Held {
  /** The function, or one version or alias of it. */
  arn: string;
  policy: Policy;
}

/** What the server's analysis says of them; somebody may see policies and not the analysis. */
interface Judgement {
  map: PermissionMap | undefined;
  error: Error | undefined;
}

async function judge(): Promise<Judgement> {
  try {
    return { map: await permissionMap(), error: undefined };
  } catch (caught) {
    return { map: undefined, error: asFailure(caught) };
  }
}

export function PermissionsTab(props: FunctionProps): ReactNode {
  const { fn } = props;
  const qualifiers = [...fn.versions.filter((one) => one !== "$LATEST"), ...fn.aliases.map((one) => one.name)];
  const held = useLoad(async () => {
    const arns = [fn.arn, ...qualifiers.map((one) => `${fn.arn}:${one}`)];
    const [policies, judgement] = await Promise.all([Promise.all(arns.map(readPolicy)), judge()]);
    return { held: arns.map((arn, index) => holding(arn, policies[index])), judgement };
  }, [fn.arn, qualifiers]);
  return (
    <Show loaded={held}>
      {({ held: all, judgement }) => (
        <SpaceBetween size="m">
          {judgement.error !== undefined && (
            <Status type="warning">{`${t.permissions.notJudged}: ${wordsOf(judgement.error)}`}</Status>
          )}
          {all
            .filter((one, index) => index === 0 || one.policy.statements.length > 0)
            .map((one) => (
              <OnePolicy key={one.arn} held={one} map={judgement.map} reload={held.reload} />
            ))}
        </SpaceBetween>
      )}
    </Show>
  );
}

function holding(arn: string, policy: Policy | undefined): Held {
  return { arn, policy: policy ?? { text: "", statements: [], revision: undefined } };
}

/** None where nothing can be spared, or nothing can be proved. */
async function smaller(held: Held, map: PermissionMap | undefined): Promise<Compaction | "none"> {
  if (map === undefined || held.policy.statements.length < 2) {
    return "none";
  }
  try {
    const found = await compaction(held.arn);
    return found.remove.length === 0 ? "none" : found;
  } catch (error) {
    if (error instanceof Failure && error.status === 409) {
      return "none";
    }
    throw error;
  }
}

function OnePolicy(props: {
  held: Held;
  map: PermissionMap | undefined;
  reload: () => void;
}): ReactNode {
  const { held, map, reload } = props;
  const { statements } = held.policy;
  const [compacting, setCompacting] = useState(false);
  const spare = useLoad(() => smaller(held, map), [held.arn, held.policy.text, map === undefined]);
  const found = spare.data === "none" ? undefined : spare.data;
  return (
    <Container
      data-testid="policy"
      header={
        <Header
          variant="h2"
          counter={`(${statements.length})`}
          actions={
            <Button disabled={found === undefined} onClick={() => setCompacting(true)} data-testid="compact">
              {found === undefined
                ? t.permissions.compact
                : t.permissions.compactTo(statements.length, found.keep.length + found.add.length)}
            </Button>
          }
        >
          <span className="breaks">{held.arn}</span>
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Budget text={held.policy.text} />
        {statements.length === 0 && (
          <Empty
            title={t.permissions.none}
            next={t.permissions.noneNext}
            command={t.permissions.addCommand(held.arn)}
          />
        )}
        {statements.map((statement) => (
          <OneStatement
            key={statement.Sid}
            statement={statement}
            held={held}
            map={map}
            reload={reload}
          />
        ))}
      </SpaceBetween>
      {compacting && found !== undefined && (
        <CompactDialog
          held={held}
          found={found}
          onDismiss={() => setCompacting(false)}
          onDone={() => (setCompacting(false), reload())}
        />
      )}
    </Container>
  );
}

function CompactDialog(props: {
  held: Held;
  found: Compaction;
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const { held, found } = props;
  const notify = useNotify();
  const { statements } = held.policy;
  const added = found.add.map((grant) => JSON.parse(grant.statement) as Statement);
  const kept = statements.filter((one) => found.keep.includes(one.Sid ?? ""));
  return (
    <CallDialog
      size="large"
      title={t.permissions.compact}
      confirm={t.permissions.compact}
      calls={compacting(held, found)}
      ensure={() => unchanged(async () => (await readPolicy(held.arn)).text, held.policy.text)}
      onDismiss={props.onDismiss}
      onDone={() => {
        notify({ type: "success", content: t.permissions.compacted });
        props.onDone();
      }}
    >
      <Box>
        {t.permissions.compactHelp(found.provedOver, found.bytesBefore, found.bytesAfter)}
      </Box>
      <Diff
        before={pretty(statements)}
        after={pretty([...kept, ...added])}
        label={t.permission.difference}
      />
    </CallDialog>
  );
}

/** First what is new, so that nobody is refused in between, unless there is no room for both. */
function compacting(held: Held, found: Compaction): Call[] {
  const { qualifier } = nameOf(held.arn);
  const adds = found.add.map((grant) =>
    adding({
      FunctionName: unqualified(held.arn),
      ...(qualifier === undefined ? {} : { Qualifier: qualifier }),
      StatementId: grant.sid,
      Action: "lambda:InvokeFunction",
      Principal: "apigateway.amazonaws.com",
      SourceArn: grant.sourceArn,
    }),
  );
  const removes = found.remove.map((sid) => removing(held.arn, sid));
  const grown = found.bytesBefore + bytes(found.add.map((one) => one.statement).join("")).length;
  return grown < MOST_BYTES ? [...adds, ...removes] : [...removes, ...adds];
}

function Budget(props: { text: string }): ReactNode {
  const used = bytes(props.text).length;
  const share = Math.min(100, (used / MOST_BYTES) * 100);
  return (
    <div data-testid="budget">
      <Box variant="small">{t.permissions.budget(used, MOST_BYTES)}</Box>
      <div
        className={share > 80 ? "meter full" : "meter"}
        role="meter"
        aria-label={t.permissions.budgetLabel}
        aria-valuemin={0}
        aria-valuemax={MOST_BYTES}
        aria-valuenow={used}
      >
        <div style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}

/** How grave it is what a statement is worth; none of what is as it should be. */
function gradeOf(judged: MappedStatement): "error" | "warning" | "info" | undefined {
  if (judged.reach === "anyone" || judged.reach === "any-api") {
    return "error";
  }
  switch (judged.worth) {
    case "needed":
    case "for-others":
      return undefined;
    case "wider-than-needed":
    case "orphaned":
      return "warning";
    case "shadowed":
    case "duplicate":
    case "unknown":
      return "info";
  }
}

function OneStatement(props: {
  statement: Statement;
  held: Held;
  map: PermissionMap | undefined;
  reload: () => void;
}): ReactNode {
  const { statement, held, map, reload } = props;
  const sid = statement.Sid ?? "";
  const judged = map?.coverage.statements.find(
    (one) => one.function === held.arn && one.sid === sid,
  );
  const covers = map === undefined || judged === undefined ? [] : letsIn(map, judged.grants);
  const grade = judged === undefined ? undefined : gradeOf(judged);
  const calls = [removing(held.arn, sid)];
  return (
    <Container
      data-testid="statement"
      header={
        <Header
          variant="h3"
          actions={
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              <CopyCli calls={calls} />
              <DeleteButton
                what={sid}
                warning={
                  judged === undefined
                    ? t.common.removeQuestion
                    : t.permissions.removeWarning(judged.worth, covers)
                }
                calls={calls}
                onDone={reload}
              />
            </SpaceBetween>
          }
        >
          <span className="breaks">{sid}</span>
        </Header>
      }
    >
      <SpaceBetween size="s">
        {covers.length > 0 && (
          <div data-testid="covers">
            <Box variant="awsui-key-label">{t.permissions.covers}</Box>
            <ul>
              {covers.map((method) => (
                <li key={method}>{method}</li>
              ))}
            </ul>
          </div>
        )}
        {judged !== undefined && grade !== undefined && (
          <div data-testid="worth">
            <Status type={grade}>{judged.why}</Status>
          </div>
        )}
        <Code text={JSON.stringify(statement, undefined, 2)} language="json" label={sid} />
      </SpaceBetween>
    </Container>
  );
}

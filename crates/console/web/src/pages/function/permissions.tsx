// The resource policy, statement by statement: what each lets in, and what it costs.
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import Button from "@cloudscape-design/components/button";
import { bytes } from "../../aws/sign";
import { type Caller, coverage, readCallers, redundant } from "../../domain/coverage";
import { MOST_BYTES, type Policy, pretty, readPolicy, removing, type Statement } from "../../domain/policies";
import { CallDialog } from "../../parts/call-dialog";
import { CopyCli } from "../../parts/cli";
import { DeleteButton } from "../../parts/delete-button";
import { Code } from "../../parts/editor";
import { Empty } from "../../parts/empty";
import { Show, useLoad } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { Status } from "../../parts/status";
import { t } from "../../text/en";
import type { FunctionProps } from "../function";

interface Held {
  /** The function, or one version or alias of it. */
  arn: string;
  policy: Policy;
}

export function PermissionsTab(props: FunctionProps): ReactNode {
  const { fn } = props;
  const qualifiers = [...fn.versions.filter((one) => one !== "$LATEST"), ...fn.aliases.map((one) => one.name)];
  const held = useLoad(async () => {
    const arns = [fn.arn, ...qualifiers.map((one) => `${fn.arn}:${one}`)];
    const policies = await Promise.all(arns.map(readPolicy));
    const callers = await readCallers();
    return { held: arns.map((arn, index) => holding(arn, policies[index])), callers };
  }, [fn.arn, qualifiers]);
  return (
    <Show loaded={held}>
      {({ held: all, callers }) => (
        <SpaceBetween size="m">
          {all
            .filter((one, index) => index === 0 || one.policy.statements.length > 0)
            .map((one) => (
              <OnePolicy key={one.arn} held={one} callers={callers} reload={held.reload} />
            ))}
        </SpaceBetween>
      )}
    </Show>
  );
}

function holding(arn: string, policy: Policy | undefined): Held {
  return { arn, policy: policy ?? { text: "", statements: [], revision: undefined } };
}

function OnePolicy(props: { held: Held; callers: Caller[]; reload: () => void }): ReactNode {
  const { held, callers, reload } = props;
  const { statements } = held.policy;
  const spare = redundant(statements);
  const [compacting, setCompacting] = useState(false);
  const notify = useNotify();
  return (
    <Container
      data-testid="policy"
      header={
        <Header
          variant="h2"
          counter={`(${statements.length})`}
          actions={
            <Button disabled={spare.length === 0} onClick={() => setCompacting(true)}>
              {t.permissions.compact}
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
            callers={callers}
            spare={spare.includes(statement)}
            reload={reload}
          />
        ))}
      </SpaceBetween>
      {compacting && (
        <CallDialog
          title={t.permissions.compact}
          confirm={t.permissions.compact}
          calls={spare.map((one) => removing(held.arn, one.Sid ?? ""))}
          onDismiss={() => setCompacting(false)}
          onDone={() => {
            setCompacting(false);
            notify({ type: "success", content: t.permissions.compacted(spare.length) });
            reload();
          }}
        >
          <Box>{t.permissions.compactHelp}</Box>
          <Code text={pretty(spare)} language="json" label={t.permissions.compact} />
        </CallDialog>
      )}
    </Container>
  );
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

function OneStatement(props: {
  statement: Statement;
  held: Held;
  callers: Caller[];
  spare: boolean;
  reload: () => void;
}): ReactNode {
  const { statement, held, callers, reload } = props;
  const sid = statement.Sid ?? "";
  const covered = coverage(statement, held.arn, callers);
  const calls = [removing(held.arn, sid)];
  return (
    <Container
      data-testid="statement"
      header={
        <Header
          variant="h3"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <CopyCli calls={calls} />
              <DeleteButton
                what={sid}
                warning={t.permissions.removeWarning(covered.methods)}
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
        {covered.methods.length > 0 && (
          <div data-testid="covers">
            <Box variant="awsui-key-label">{t.permissions.covers}</Box>
            <ul>
              {covered.methods.map((method) => (
                <li key={method}>{method}</li>
              ))}
            </ul>
          </div>
        )}
        {covered.orphaned && (
          <Status type="warning">{t.permissions.orphaned}</Status>
        )}
        {props.spare && <Status type="info">{t.permissions.redundant}</Status>}
        {covered.open && <Status type="error">{t.permissions.noSource}</Status>}
        <Code text={JSON.stringify(statement, undefined, 2)} language="json" label={sid} />
      </SpaceBetween>
    </Container>
  );
}

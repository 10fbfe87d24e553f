// "May this caller do this?": IAM's own simulation, asked for one principal.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { send } from "../../aws/send";
import { type EvaluationResult, simulatePrincipalPolicy } from "../../generated/iam";
import { Cli } from "../../parts/cli";
import { useDoing } from "../../parts/doing";
import { Problem } from "../../parts/load";
import { Status } from "../../parts/status";
import Table from "../../parts/table";
import { t } from "../../text/en";

export function Simulation(props: { arn: string }): ReactNode {
  const [actions, setActions] = useState("lambda:InvokeFunction, logs:PutLogEvents");
  const [resource, setResource] = useState("*");
  const { busy, error, run } = useDoing();
  const [results, setResults] = useState<EvaluationResult[]>();
  const input = {
    PolicySourceArn: props.arn,
    ActionNames: actions.split(/[\s,]+/).filter((action) => action !== ""),
    ResourceArns: [resource],
  };
  const ask = (): Promise<void> =>
    run(async () => {
      const answer = await send(simulatePrincipalPolicy, input);
      setResults(answer.EvaluationResults ?? []);
    });
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t.simulation.help}
          actions={
            <Button loading={busy} onClick={() => void ask()} data-testid="simulate">
              {t.simulation.ask}
            </Button>
          }
        >
          {t.simulation.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <div className="halves">
          <FormField label={t.simulation.actions}>
            <Input value={actions} onChange={({ detail }) => setActions(detail.value)} />
          </FormField>
          <FormField label={t.simulation.resource}>
            <Input value={resource} onChange={({ detail }) => setResource(detail.value)} />
          </FormField>
        </div>
        {error !== undefined && <Problem error={error} />}
        {results !== undefined && (
          <Table
            variant="embedded"
            wrapLines
            items={results}
            ariaLabels={{ tableLabel: t.simulation.title }}
            columnDefinitions={[
              {
                id: "action",
                header: t.simulation.action,
                isRowHeader: true,
                cell: (one) => one.EvalActionName,
              },
              {
                id: "resource",
                header: t.simulation.resource,
                cell: (one) => one.EvalResourceName,
              },
              { id: "decision", header: t.simulation.decision, cell: decision },
              {
                id: "statements",
                header: t.simulation.by,
                cell: (one) =>
                  (one.MatchedStatements ?? [])
                    .map((statement) => statement.SourcePolicyId)
                    .join(", ") || "-",
              },
            ]}
          />
        )}
        <Cli calls={[call(simulatePrincipalPolicy, input)]} />
      </SpaceBetween>
    </Container>
  );
}

function decision(result: EvaluationResult): ReactNode {
  const allowed = result.EvalDecision === "allowed";
  return (
    <Status type={allowed ? "success" : "error"}>
      {t.simulation.decisions[result.EvalDecision ?? "implicitDeny"]}
    </Status>
  );
}

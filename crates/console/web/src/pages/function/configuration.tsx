// Configuration: memory, timeout, environment, concurrency.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { type ReactNode, useState } from "react";
import { call, type Call } from "../../aws/operation";
import { perform } from "../../aws/send";
import { updated } from "../../domain/functions";
import {
  deleteFunctionConcurrency,
  putFunctionConcurrency,
  updateFunctionConfiguration,
} from "../../generated/lambda";
import { Cli } from "../../parts/cli";
import { useDoing } from "../../parts/doing";
import { Problem } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { type Pair, Pairs, pairsOf, recordOf } from "../../parts/pairs";
import { t } from "../../text/en";
import type { FunctionProps } from "../function";

export function ConfigurationTab(props: FunctionProps): ReactNode {
  const { fn, reload } = props;
  const before = fn.Configuration ?? {};
  const [handler, setHandler] = useState(before.Handler ?? "");
  const [memory, setMemory] = useState(String(before.MemorySize ?? 128));
  const [timeout, setTimeout_] = useState(String(before.Timeout ?? 3));
  const [variables, setVariables] = useState<Pair[]>(() => pairsOf(before.Environment?.Variables));
  const kept = fn.Concurrency?.ReservedConcurrentExecutions;
  const layersBefore = (before.Layers ?? []).map((layer) => layer.Arn ?? "").join("\n");
  const [layers, setLayers] = useState(layersBefore);
  const [reserved, setReserved] = useState(kept === undefined ? "" : String(kept));
  const { busy, error, run } = useDoing();
  const notify = useNotify();
  const wanted = recordOf(variables);
  const environment = JSON.stringify(before.Environment?.Variables ?? {}) !== JSON.stringify(wanted);
  const changes = {
    ...(handler === (before.Handler ?? "") ? {} : { Handler: handler }),
    ...(Number(memory) === before.MemorySize ? {} : { MemorySize: Number(memory) }),
    ...(Number(timeout) === before.Timeout ? {} : { Timeout: Number(timeout) }),
    ...(layers.trim() === layersBefore
      ? {}
      : { Layers: layers.split(/\s+/).filter((arn) => arn !== "") }),
    ...(environment ? { Environment: { Variables: wanted } } : {}),
  };
  const calls: Call[] = [];
  if (Object.keys(changes).length > 0) {
    calls.push(
      call(updateFunctionConfiguration, {
        FunctionName: fn.name,
        ...changes,
        ...(before.RevisionId === undefined ? {} : { RevisionId: before.RevisionId }),
      }),
    );
  }
  if (reserved === "" && kept !== undefined) {
    calls.push(call(deleteFunctionConcurrency, { FunctionName: fn.name }));
  } else if (reserved !== "" && Number(reserved) !== kept) {
    const input = { FunctionName: fn.name, ReservedConcurrentExecutions: Number(reserved) };
    calls.push(call(putFunctionConcurrency, input));
  }
  const save = (): Promise<void> =>
    run(async () => {
      for (const one of calls) {
        await perform(one);
      }
      await updated(fn.name);
      notify({ type: "success", content: t.configuration.saved });
      reload();
    });
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Button
              variant="primary"
              loading={busy}
              disabled={calls.length === 0}
              onClick={() => void save()}
              data-testid="save-configuration"
            >
              {t.common.save}
            </Button>
          }
        >
          {t.configuration.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <div className="halves">
          <FormField label={t.functions.handler}>
            <Input value={handler} onChange={({ detail }) => setHandler(detail.value)} />
          </FormField>
          <FormField label={t.configuration.timeout}>
            <Input
              type="number"
              value={timeout}
              onChange={({ detail }) => setTimeout_(detail.value)}
            />
          </FormField>
          <FormField label={t.configuration.memory}>
            <Input
              type="number"
              value={memory}
              onChange={({ detail }) => setMemory(detail.value)}
            />
          </FormField>
          <FormField label={t.configuration.reserved} description={t.configuration.reservedHelp}>
            <Input
              type="number"
              value={reserved}
              onChange={({ detail }) => setReserved(detail.value)}
            />
          </FormField>
        </div>
        <FormField label={t.configuration.layers} description={t.configuration.layersHelp} stretch>
          <Textarea
            value={layers}
            rows={2}
            spellcheck={false}
            ariaLabel={t.configuration.layers}
            onChange={({ detail }) => setLayers(detail.value)}
          />
        </FormField>
        <Pairs
          label={t.configuration.environment}
          pairs={variables}
          onChange={setVariables}
          add={t.configuration.addVariable}
        />
        {error !== undefined && <Problem error={error} retry={reload} />}
        <Cli calls={calls} />
      </SpaceBetween>
    </Container>
  );
}

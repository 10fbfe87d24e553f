// What a stage sets for all its methods: how often they may be called, what is logged, the cache.
import Checkbox from "@cloudscape-design/components/checkbox";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { send } from "../../aws/send";
import { unchanged } from "../../domain/conflict";
import { getStages, type PatchOperation, type Stage, updateStage } from "../../generated/apigateway";
import { CallDialog } from "../../parts/call-dialog";
import { useNotify } from "../../parts/notify";
import { t } from "../../text/en";

/** Settings that hold for every method, as patches name them. */
const ALL = "/*/*";
const LEVELS = ["OFF", "ERROR", "INFO"];

interface Form {
  description: string;
  rate: string;
  burst: string;
  level: string;
  data: boolean;
  metrics: boolean;
}

function formOf(stage: Stage): Form {
  const settings = stage.methodSettings?.["*/*"];
  const text = (value: number | undefined) => (value === undefined ? "" : String(value));
  return {
    description: stage.description ?? "",
    rate: text(settings?.throttlingRateLimit),
    burst: text(settings?.throttlingBurstLimit),
    level: settings?.loggingLevel ?? "OFF",
    data: settings?.dataTraceEnabled === true,
    metrics: settings?.metricsEnabled === true,
  };
}

function patches(before: Form, now: Form): PatchOperation[] {
  const wanted: Array<[string, string, string]> = [
    ["/description", before.description, now.description],
    [`${ALL}/throttling/rateLimit`, before.rate, now.rate === "" ? "-1" : now.rate],
    [`${ALL}/throttling/burstLimit`, before.burst, now.burst === "" ? "-1" : now.burst],
    [`${ALL}/logging/loglevel`, before.level, now.level],
    [`${ALL}/logging/dataTrace`, String(before.data), String(now.data)],
    [`${ALL}/metrics/enabled`, String(before.metrics), String(now.metrics)],
  ];
  return wanted
    .filter(([, old, value]) => old !== value && !(old === "" && value === "-1"))
    .map(([path, , value]) => ({ op: "replace", path, value }));
}

export function StageSettings(props: { api: string; stage: Stage; onDone: () => void }): ReactNode {
  const [open, setOpen] = useState(false);
  const name = props.stage.stageName ?? "";
  return (
    <>
      <Button ariaLabel={`${t.stages.settings}: ${name}`} onClick={() => setOpen(true)}>
        {t.stages.settings}
      </Button>
      {open && (
        <SettingsDialog
          {...props}
          onDismiss={() => setOpen(false)}
          onDone={() => (setOpen(false), props.onDone())}
        />
      )}
    </>
  );
}

function SettingsDialog(props: {
  api: string;
  stage: Stage;
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const { api, stage } = props;
  const before = formOf(stage);
  const [form, setForm] = useState(before);
  const set = (part: Partial<Form>) => setForm({ ...form, ...part });
  const notify = useNotify();
  const stageName = stage.stageName ?? "";
  const patchOperations = patches(before, form);
  return (
    <CallDialog
      title={`${t.stages.settings}: ${stageName}`}
      confirm={t.common.save}
      calls={
        patchOperations.length === 0
          ? undefined
          : [call(updateStage, { restApiId: api, stageName, patchOperations })]
      }
      ensure={() =>
        unchanged(async () => {
          const now = await send(getStages, { restApiId: api });
          return formOf(now.item?.find((one) => one.stageName === stageName) ?? {});
        }, before)
      }
      onDismiss={props.onDismiss}
      onDone={() => {
        notify({ type: "success", content: t.stages.saved });
        props.onDone();
      }}
    >
      <FormField label={t.apis.description}>
        <Input
          value={form.description}
          onChange={({ detail }) => set({ description: detail.value })}
        />
      </FormField>
      <div className="halves">
        <FormField label={t.plans.rateLimit} description={t.stages.limitHelp}>
          <Input
            type="number"
            value={form.rate}
            onChange={({ detail }) => set({ rate: detail.value })}
          />
        </FormField>
        <FormField label={t.plans.burstLimit} description={t.stages.limitHelp}>
          <Input
            type="number"
            value={form.burst}
            onChange={({ detail }) => set({ burst: detail.value })}
          />
        </FormField>
      </div>
      <FormField label={t.executionLog.state}>
        <Select
          selectedOption={{ value: form.level, label: form.level }}
          options={LEVELS.map((level) => ({ value: level, label: level }))}
          onChange={({ detail }) => set({ level: detail.selectedOption.value ?? "OFF" })}
        />
      </FormField>
      <Checkbox checked={form.data} onChange={({ detail }) => set({ data: detail.checked })}>
        {t.stages.dataTrace}
      </Checkbox>
      <Checkbox checked={form.metrics} onChange={({ detail }) => set({ metrics: detail.checked })}>
        {t.stages.metrics}
      </Checkbox>
    </CallDialog>
  );
}

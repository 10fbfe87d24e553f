// Usage plans, the keys that belong to them, and the stages that they are for.
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import ContentLayout from "@cloudscape-design/components/content-layout";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { type ReactNode, useState } from "react";
import { call } from "../aws/operation";
import { all } from "../aws/pages";
import { readApis, readStages } from "../domain/api";
import {
  type ApiKey,
  createApiKey,
  createUsagePlan,
  createUsagePlanKey,
  deleteApiKey,
  deleteUsagePlan,
  getApiKeys,
  getUsagePlans,
  type UsagePlan,
} from "../generated/apigateway";
import { CallDialog } from "../parts/call-dialog";
import { DeleteButton } from "../parts/delete-button";
import { Empty } from "../parts/empty";
import { Show, useLoad } from "../parts/load";
import { Status } from "../parts/status";
import { t } from "../text/en";

const POSITION = { from: "position", to: "position" } as const;
type Open = "key" | "plan" | { attach: UsagePlan };

async function read() {
  const [keys, plans, apis] = await Promise.all([
    all(getApiKeys, { limit: 500, includeValues: true }, POSITION, (page) => page.item),
    all(getUsagePlans, { limit: 500 }, POSITION, (page) => page.item),
    readApis(),
  ]);
  const stages = await Promise.all(
    apis.map(async ({ id = "", name }) =>
      (await readStages(id)).map(({ stageName = "" }) => ({
        apiId: id,
        stage: stageName,
        label: `${name} (${id}) / ${stageName}`,
      })),
    ),
  );
  return { keys, plans, stages: stages.flat() };
}

export default function PlansPage(): ReactNode {
  const loaded = useLoad(read, []);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const done = () => (close(), loaded.reload());
  return (
    <ContentLayout header={<Header variant="h1">{t.plans.title}</Header>}>
      <Show loaded={loaded}>
        {({ keys, plans, stages }) => (
          <SpaceBetween size="l">
            <PlansTable plans={plans} reload={loaded.reload} setOpen={setOpen} />
            <KeysTable keys={keys} reload={loaded.reload} setOpen={setOpen} />
            {open === "key" && <CreateKey onDismiss={close} onDone={done} />}
            {open === "plan" && <CreatePlan stages={stages} onDismiss={close} onDone={done} />}
            {typeof open === "object" && (
              <AttachKey plan={open.attach} keys={keys} onDismiss={close} onDone={done} />
            )}
          </SpaceBetween>
        )}
      </Show>
    </ContentLayout>
  );
}

function PlansTable(props: {
  plans: UsagePlan[];
  reload: () => void;
  setOpen: (open: Open) => void;
}): ReactNode {
  const { plans, reload, setOpen } = props;
  return (
    <Table
      header={
        <Header
          variant="h2"
          counter={`(${plans.length})`}
          actions={<Button onClick={() => setOpen("plan")}>{t.plans.createPlan}</Button>}
        >
          {t.plans.plans}
        </Header>
      }
      items={plans}
      wrapLines
      ariaLabels={{ tableLabel: t.plans.plans }}
      empty={
        <Empty
          title={t.plans.noPlans}
          next={t.plans.noPlansNext}
          command="aws apigateway create-usage-plan --name basic --throttle burstLimit=10,rateLimit=5"
        />
      }
      columnDefinitions={[
        { id: "name", header: t.apis.name, isRowHeader: true, cell: (plan) => plan.name },
        {
          id: "throttle",
          header: t.plans.throttle,
          cell: ({ throttle }) =>
            throttle === undefined ? "-" : t.plans.rate(throttle.rateLimit, throttle.burstLimit),
        },
        {
          id: "quota",
          header: t.plans.quota,
          cell: ({ quota }) => (quota === undefined ? "-" : `${quota.limit} / ${quota.period}`),
        },
        {
          id: "stages",
          header: t.stages.title,
          cell: (plan) =>
            (plan.apiStages ?? []).map((one) => `${one.apiId}/${one.stage}`).join(", ") || "-",
        },
        {
          id: "actions",
          header: t.common.actions,
          cell: (plan) => (
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                variant="inline-link"
                ariaLabel={`${t.plans.attach}: ${plan.name}`}
                onClick={() => setOpen({ attach: plan })}
              >
                {t.plans.attach}
              </Button>
              <DeleteButton
                inline
                what={plan.name ?? ""}
                calls={[call(deleteUsagePlan, { usagePlanId: plan.id ?? "" })]}
                onDone={reload}
              />
            </SpaceBetween>
          ),
        },
      ]}
    />
  );
}

function KeysTable(props: {
  keys: ApiKey[];
  reload: () => void;
  setOpen: (open: Open) => void;
}): ReactNode {
  const { keys, reload, setOpen } = props;
  const [shown, setShown] = useState(false);
  return (
    <Table
      header={
        <Header
          variant="h2"
          counter={`(${keys.length})`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button onClick={() => setShown(!shown)}>
                {shown ? t.plans.hide : t.plans.show}
              </Button>
              <Button onClick={() => setOpen("key")}>{t.plans.createKey}</Button>
            </SpaceBetween>
          }
        >
          {t.plans.keys}
        </Header>
      }
      items={keys}
      ariaLabels={{ tableLabel: t.plans.keys }}
      empty={
        <Empty
          title={t.plans.noKeys}
          next={t.plans.noKeysNext}
          command="aws apigateway create-api-key --name partner --enabled"
        />
      }
      columnDefinitions={[
        { id: "name", header: t.apis.name, isRowHeader: true, cell: (key) => key.name },
        {
          id: "value",
          header: t.plans.value,
          cell: (key) => <span className="breaks">{shown ? key.value : "••••••••••••"}</span>,
        },
        {
          id: "enabled",
          header: t.plans.enabled,
          cell: (key) => (
            <Status type={key.enabled === true ? "success" : "stopped"}>
              {key.enabled === true ? t.permission.yes : t.permission.no}
            </Status>
          ),
        },
        {
          id: "actions",
          header: t.common.actions,
          cell: (key) => (
            <DeleteButton
              inline
              what={key.name ?? ""}
              calls={[call(deleteApiKey, { apiKey: key.id ?? "" })]}
              onDone={reload}
            />
          ),
        },
      ]}
    />
  );
}

interface DialogProps {
  onDismiss: () => void;
  onDone: () => void;
}

function CreateKey(props: DialogProps): ReactNode {
  const [name, setName] = useState("");
  const [enabled, setEnabled] = useState(true);
  return (
    <CallDialog
      title={t.plans.createKey}
      confirm={t.plans.createKey}
      calls={name === "" ? undefined : [call(createApiKey, { name, enabled })]}
      {...props}
    >
      <FormField label={t.apis.name}>
        <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <Checkbox checked={enabled} onChange={({ detail }) => setEnabled(detail.checked)}>
        {t.plans.enabled}
      </Checkbox>
    </CallDialog>
  );
}

function CreatePlan(
  props: DialogProps & { stages: Array<{ apiId: string; stage: string; label: string }> },
): ReactNode {
  const [name, setName] = useState("");
  const [rate, setRate] = useState("");
  const [burst, setBurst] = useState("");
  const [quota, setQuota] = useState("");
  const [chosen, setChosen] = useState("");
  const stage = props.stages.find((one) => one.label === chosen);
  const throttled = rate !== "" || burst !== "";
  const input = {
    name,
    ...(throttled ? { throttle: { rateLimit: Number(rate), burstLimit: Number(burst) } } : {}),
    ...(quota === "" ? {} : { quota: { limit: Number(quota), period: "DAY" as const } }),
    ...(stage === undefined ? {} : { apiStages: [{ apiId: stage.apiId, stage: stage.stage }] }),
  };
  return (
    <CallDialog
      title={t.plans.createPlan}
      confirm={t.plans.createPlan}
      calls={name === "" ? undefined : [call(createUsagePlan, input)]}
      onDismiss={props.onDismiss}
      onDone={props.onDone}
    >
      <FormField label={t.apis.name}>
        <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <div className="halves">
        <FormField label={t.plans.rateLimit}>
          <Input type="number" value={rate} onChange={({ detail }) => setRate(detail.value)} />
        </FormField>
        <FormField label={t.plans.burstLimit}>
          <Input type="number" value={burst} onChange={({ detail }) => setBurst(detail.value)} />
        </FormField>
        <FormField label={t.plans.dailyQuota}>
          <Input type="number" value={quota} onChange={({ detail }) => setQuota(detail.value)} />
        </FormField>
        <FormField label={t.deploy.stage}>
          <Select
            selectedOption={stage === undefined ? null : { value: chosen, label: chosen }}
            options={props.stages.map((one) => ({ value: one.label, label: one.label }))}
            placeholder="-"
            onChange={({ detail }) => setChosen(detail.selectedOption.value ?? "")}
          />
        </FormField>
      </div>
    </CallDialog>
  );
}

function AttachKey(props: DialogProps & { plan: UsagePlan; keys: ApiKey[] }): ReactNode {
  const options = props.keys.map(({ id = "", name = "" }) => ({ value: id, label: name }));
  const [chosen, setChosen] = useState(options[0]);
  const input = { usagePlanId: props.plan.id ?? "", keyId: chosen?.value ?? "", keyType: "API_KEY" };
  return (
    <CallDialog
      title={t.plans.attachTo(props.plan.name ?? "")}
      confirm={t.plans.attach}
      calls={chosen === undefined ? undefined : [call(createUsagePlanKey, input)]}
      onDismiss={props.onDismiss}
      onDone={props.onDone}
    >
      <FormField label={t.plans.keys}>
        <Select
          selectedOption={chosen ?? null}
          options={options}
          empty={t.plans.noKeys}
          onChange={({ detail }) =>
            setChosen(options.find((one) => one.value === detail.selectedOption.value))
          }
        />
      </FormField>
    </CallDialog>
  );
}

// Usage plans: how often the holders of which keys may call which stages.
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { send } from "../../aws/send";
import { unchanged } from "../../domain/conflict";
import {
  changing,
  creating,
  formOf,
  type PlanForm,
  type PlannedStage,
  type Plans,
} from "../../domain/plans";
import {
  createUsagePlanKey,
  deleteUsagePlan,
  deleteUsagePlanKey,
  getUsagePlan,
  type UsagePlan,
} from "../../generated/apigateway";
import { CallDialog } from "../../parts/call-dialog";
import { DeleteButton } from "../../parts/delete-button";
import { Empty } from "../../parts/empty";
import Table from "../../parts/table";
import { t } from "../../text/en";
import type { DialogProps, Open } from "./open";

export function PlansTable(props: {
  read: Plans;
  reload: () => void;
  setOpen: (open: Open) => void;
}): ReactNode {
  const { read, reload, setOpen } = props;
  return (
    <Table
      header={
        <Header
          variant="h2"
          counter={`(${read.plans.length})`}
          actions={
            <Button onClick={() => setOpen({ kind: "plan", plan: undefined })}>
              {t.plans.createPlan}
            </Button>
          }
        >
          {t.plans.plans}
        </Header>
      }
      items={read.plans}
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
          id: "keys",
          header: t.plans.keys,
          cell: (plan) => <KeysOf plan={plan} read={read} reload={reload} />,
        },
        {
          id: "actions",
          header: t.common.actions,
          cell: (plan) => (
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                variant="inline-link"
                ariaLabel={`${t.common.edit}: ${plan.name}`}
                onClick={() => setOpen({ kind: "plan", plan })}
              >
                {t.common.edit}
              </Button>
              <Button
                variant="inline-link"
                ariaLabel={`${t.plans.attach}: ${plan.name}`}
                onClick={() => setOpen({ kind: "attach", plan })}
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

/** The keys of a plan, each with what takes it out again. */
function KeysOf(props: { plan: UsagePlan; read: Plans; reload: () => void }): ReactNode {
  const { plan, read, reload } = props;
  const held = read.keysOf.get(plan.id ?? "") ?? [];
  if (held.length === 0) {
    return "-";
  }
  return (
    <SpaceBetween size="xxs">
      {held.map((keyId) => {
        const name = read.keys.find((key) => key.id === keyId)?.name ?? keyId;
        return (
          <SpaceBetween key={keyId} direction="horizontal" size="xs">
            <span>{name}</span>
            <DeleteButton
              inline
              label={t.plans.detach}
              what={`${name} (${plan.name})`}
              warning={t.plans.detachWarning}
              calls={[call(deleteUsagePlanKey, { usagePlanId: plan.id ?? "", keyId })]}
              onDone={reload}
            />
          </SpaceBetween>
        );
      })}
    </SpaceBetween>
  );
}

const PERIODS = ["DAY", "WEEK", "MONTH"] as const;

/** A new plan, or one that is changed. */
export function PlanDialog(
  props: DialogProps & { plan: UsagePlan | undefined; stages: PlannedStage[] },
): ReactNode {
  const { plan } = props;
  const [form, setForm] = useState(() => formOf(plan));
  const set = (part: Partial<PlanForm>) => setForm({ ...form, ...part });
  const calls = plan === undefined ? [creating(form)] : changing(plan, form);
  const whole = form.name.trim() !== "" && calls.length > 0;
  return (
    <CallDialog
      title={plan === undefined ? t.plans.createPlan : t.plans.editPlan(plan.name ?? "")}
      confirm={plan === undefined ? t.plans.createPlan : t.common.save}
      calls={whole ? calls : undefined}
      {...(plan === undefined
        ? {}
        : {
            ensure: () =>
              unchanged(
                async () => formOf(await send(getUsagePlan, { usagePlanId: plan.id ?? "" })),
                formOf(plan),
              ),
          })}
      onDismiss={props.onDismiss}
      onDone={props.onDone}
    >
      <FormField label={t.apis.name}>
        <Input value={form.name} autoFocus onChange={({ detail }) => set({ name: detail.value })} />
      </FormField>
      <div className="halves">
        <FormField label={t.plans.rateLimit}>
          <Input
            type="number"
            value={form.rate}
            onChange={({ detail }) => set({ rate: detail.value })}
          />
        </FormField>
        <FormField label={t.plans.burstLimit}>
          <Input
            type="number"
            value={form.burst}
            onChange={({ detail }) => set({ burst: detail.value })}
          />
        </FormField>
        <FormField label={t.plans.quotaLimit}>
          <Input
            type="number"
            value={form.quota}
            onChange={({ detail }) => set({ quota: detail.value })}
          />
        </FormField>
        <FormField label={t.plans.period}>
          <Select
            selectedOption={{ value: form.period, label: t.plans.periods[form.period] }}
            options={PERIODS.map((period) => ({ value: period, label: t.plans.periods[period] }))}
            onChange={({ detail }) =>
              set({ period: PERIODS.find((one) => one === detail.selectedOption.value) ?? "DAY" })
            }
          />
        </FormField>
      </div>
      <FormField label={t.stages.title}>
        <SpaceBetween size="xs">
          {props.stages.length === 0 && t.plans.noStages}
          {props.stages.map((stage) => (
            <Checkbox
              key={stage.id}
              checked={form.stages.includes(stage.id)}
              onChange={({ detail }) => {
                const others = form.stages.filter((one) => one !== stage.id);
                set({ stages: detail.checked ? [...others, stage.id] : others });
              }}
            >
              {stage.label}
            </Checkbox>
          ))}
        </SpaceBetween>
      </FormField>
    </CallDialog>
  );
}

export function AttachKey(props: DialogProps & { plan: UsagePlan; read: Plans }): ReactNode {
  const held = props.read.keysOf.get(props.plan.id ?? "") ?? [];
  const options = props.read.keys
    .filter((key) => !held.includes(key.id ?? ""))
    .map(({ id = "", name = "" }) => ({ value: id, label: name }));
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

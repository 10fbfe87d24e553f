// Usage plans and API keys, with what belongs together, and what changes a plan.
import { call, type Call } from "../aws/operation";
import { all } from "../aws/pages";
import {
  type ApiKey,
  createUsagePlan,
  getApiKeys,
  getUsagePlanKeys,
  getUsagePlans,
  type PatchOperation,
  type UsagePlan,
  updateUsagePlan,
} from "../generated/apigateway";
import { readApis, readStages } from "./api";

const POSITION = { from: "position", to: "position" } as const;

export interface PlannedStage {
  /** As patches of a plan name it: `api:stage`. */
  id: string;
  label: string;
}

export interface Plans {
  keys: ApiKey[];
  plans: UsagePlan[];
  /** Ids of the keys of each plan. */
  keysOf: Map<string, string[]>;
  stages: PlannedStage[];
}

export async function readPlans(): Promise<Plans> {
  const [keys, plans, apis] = await Promise.all([
    all(getApiKeys, { limit: 500, includeValues: true }, POSITION, (page) => page.item),
    all(getUsagePlans, { limit: 500 }, POSITION, (page) => page.item),
    readApis(),
  ]);
  const stages = await Promise.all(
    apis.map(async ({ id = "", name }) =>
      (await readStages(id)).map(({ stageName = "" }) => ({
        id: `${id}:${stageName}`,
        label: `${name} (${id}) / ${stageName}`,
      })),
    ),
  );
  const held = await Promise.all(
    plans.map(async ({ id = "" }): Promise<[string, string[]]> => {
      const of = { usagePlanId: id, limit: 500 };
      const found = await all(getUsagePlanKeys, of, POSITION, (page) => page.item);
      return [id, found.map((key) => key.id ?? "")];
    }),
  );
  return { keys, plans, keysOf: new Map(held), stages: stages.flat() };
}

/** What somebody fills in about a plan. */
export interface PlanForm {
  name: string;
  rate: string;
  burst: string;
  quota: string;
  period: "DAY" | "WEEK" | "MONTH";
  /** `api:stage` */
  stages: string[];
}

export function formOf(plan: UsagePlan | undefined): PlanForm {
  const text = (value: number | undefined) => (value === undefined ? "" : String(value));
  return {
    name: plan?.name ?? "",
    rate: text(plan?.throttle?.rateLimit),
    burst: text(plan?.throttle?.burstLimit),
    quota: text(plan?.quota?.limit),
    period: plan?.quota?.period ?? "DAY",
    stages: (plan?.apiStages ?? []).map((one) => `${one.apiId}:${one.stage}`),
  };
}

export function creating(form: PlanForm): Call {
  const throttled = form.rate !== "" || form.burst !== "";
  return call(createUsagePlan, {
    name: form.name.trim(),
    ...(throttled
      ? { throttle: { rateLimit: Number(form.rate), burstLimit: Number(form.burst) } }
      : {}),
    ...(form.quota === "" ? {} : { quota: { limit: Number(form.quota), period: form.period } }),
    ...(form.stages.length === 0
      ? {}
      : {
          apiStages: form.stages.map((id) => {
            const [apiId = "", stage = ""] = id.split(":");
            return { apiId, stage };
          }),
        }),
  });
}

export function changing(plan: UsagePlan, form: PlanForm): Call[] {
  const before = formOf(plan);
  const patches: PatchOperation[] = [];
  const replace = (path: string, old: string, now: string) => {
    if (old !== now) {
      patches.push({ op: "replace", path, value: now });
    }
  };
  replace("/name", before.name, form.name.trim());
  if (form.rate === "" && form.burst === "") {
    if (plan.throttle !== undefined) {
      patches.push({ op: "remove", path: "/throttle" });
    }
  } else {
    replace("/throttle/rateLimit", before.rate, form.rate);
    replace("/throttle/burstLimit", before.burst, form.burst);
  }
  if (form.quota === "") {
    if (plan.quota !== undefined) {
      patches.push({ op: "remove", path: "/quota" });
    }
  } else {
    replace("/quota/limit", before.quota, form.quota);
    replace("/quota/period", plan.quota === undefined ? "" : before.period, form.period);
  }
  for (const id of before.stages.filter((one) => !form.stages.includes(one))) {
    patches.push({ op: "remove", path: "/apiStages", value: id });
  }
  for (const id of form.stages.filter((one) => !before.stages.includes(one))) {
    patches.push({ op: "add", path: "/apiStages", value: id });
  }
  return patches.length === 0
    ? []
    : [call(updateUsagePlan, { usagePlanId: plan.id ?? "", patchOperations: patches })];
}

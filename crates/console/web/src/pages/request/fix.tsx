// The fix as a button: it leads to the dialog that shows what will be added before it is.
import Button from "@cloudscape-design/components/button";
import type { ReactNode } from "react";
import { call } from "../../aws/operation";
import { methodsOf, readApi } from "../../domain/api";
import { isOpen, judge, type Origin } from "../../domain/gate";
import { changing, formOf } from "../../domain/integration";
import { updateAuthorizer } from "../../generated/apigateway";
import { pathInStage } from "../../domain/requests";
import { useDoing } from "../../parts/doing";
import { Problem } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { type Gate, type Saving, useGate } from "../../permission/use-gate";
import type { Entry } from "../../portcullis";
import { t } from "../../text/en";

export function FixButton(props: { entry: Entry }): ReactNode {
  const { entry } = props;
  const { busy, error, run } = useDoing();
  const notify = useNotify();
  const gate = useGate();
  if (!isAboutInvocation(entry)) {
    return undefined;
  }
  const fix = (): Promise<void> =>
    run(async () => {
      notify({ type: "info", content: t.request.fixes[await fixAll(entry, gate)] });
    });
  return (
    <>
      <Button loading={busy} onClick={() => void fix()} data-testid="fix">
        {t.request.fixNow}
      </Button>
      {error !== undefined && <Problem error={error} />}
      {gate.dialog}
    </>
  );
}

/** A step in which the gateway was refused a function. */
function isAboutInvocation(entry: Entry): boolean {
  return entry.steps.some(
    (step) => step.decision?.action === "lambda:InvokeFunction" && step.mark !== "permitted",
  );
}

/** Shows one dialog after another, for each grant that this request lacks. */
async function fixAll(entry: Entry, gate: Gate): Promise<"fixed" | "cancelled" | "nothing"> {
  let outcome: "fixed" | "nothing" = "nothing";
  for (const saving of await savings(entry)) {
    const rows = await judge(saving.origin, saving.uri, saving.credentials, saving.stages);
    if (rows.every(isOpen)) {
      continue;
    }
    if ((await gate.save({ ...saving, saved: true })) === undefined) {
      return "cancelled";
    }
    outcome = "fixed";
  }
  return outcome;
}

/** The authorizers and methods that this request came by, as the API is now. */
async function savings(entry: Entry): Promise<Saving[]> {
  const api = await readApi(entry.api_id);
  const stages = api.stages.filter((stage) => stage.stageName === entry.stage);
  const methods = methodsOf(api.resources).filter(
    ({ verb, resource }) =>
      (verb === entry.method || verb === "ANY") && fits(resource.path ?? "/", pathInStage(entry)),
  );
  return methods.flatMap(({ resource, verb, method }) => {
    const where = { restApiId: api.id, resourceId: resource.id ?? "", httpMethod: verb };
    const integration = method.methodIntegration;
    const form = formOf(integration);
    const own: Saving = {
      origin: { kind: "method", api: api.id, method: verb, path: resource.path ?? "/" },
      uri: integration?.uri,
      credentials: integration?.credentials,
      stages,
      saves: (role) => (role === undefined ? [] : changing(where, integration, form, role)),
    };
    const authorizer = api.authorizers.find((one) => one.id === method.authorizerId);
    if (authorizer === undefined) {
      return [own];
    }
    const origin: Origin = { kind: "authorizer", api: api.id, id: authorizer.id ?? "" };
    const before: Saving = {
      origin,
      uri: authorizer.authorizerUri,
      credentials: authorizer.authorizerCredentials,
      stages,
      saves: (role) =>
        role === undefined
          ? []
          : [
              call(updateAuthorizer, {
                restApiId: api.id,
                authorizerId: authorizer.id ?? "",
                patchOperations: [{ op: "replace", path: "/authorizerCredentials", value: role }],
              }),
            ],
    };
    return [before, own];
  });
}

function fits(template: string, path: string): boolean {
  const pattern = template
    .split("/")
    .map((part) =>
      part.endsWith("+}")
        ? ".+"
        : part.startsWith("{")
          ? "[^/]+"
          : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
    )
    .join("/");
  return new RegExp(`^${pattern}/?$`).test(path.split("?")[0] ?? path);
}

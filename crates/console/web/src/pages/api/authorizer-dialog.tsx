// An authorizer that is made or changed, and the grant that it asks for. Its id is part of the
// grant, so that a new one is made first, and unmade when the grant is cancelled.
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { type ReactNode, useState } from "react";
import { call, type Call } from "../../aws/operation";
import { perform, send } from "../../aws/send";
import { functionArn, functionOf, invocationUri } from "../../domain/arns";
import type { Api } from "../../domain/api";
import { unchanged } from "../../domain/conflict";
import {
  type Authorizer,
  createAuthorizer,
  deleteAuthorizer,
  getAuthorizers,
  type PatchOperation,
  updateAuthorizer,
} from "../../generated/apigateway";
import { CallDialog } from "../../parts/call-dialog";
import { useNotify } from "../../parts/notify";
import { useGate } from "../../permission/use-gate";
import { t } from "../../text/en";
import { FunctionField, RoleField } from "./integration-form";

const TYPES = [
  { value: "TOKEN", label: "TOKEN", description: t.authorizers.tokenHelp },
  { value: "REQUEST", label: "REQUEST", description: t.authorizers.requestHelp },
];

interface Form {
  name: string;
  type: "TOKEN" | "REQUEST";
  fn: string;
  source: string;
  ttl: string;
  role: string;
}

export function AuthorizerDialog(props: {
  api: Api;
  before: Authorizer | undefined;
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const { api, before } = props;
  const [form, setForm] = useState<Form>(() => formOf(before));
  const set = (part: Partial<Form>) => setForm({ ...form, ...part });
  const notify = useNotify();
  const gate = useGate();
  const whole = form.name.trim() !== "" && form.fn.trim() !== "";
  const input = inputOf(api.id, form);
  const calls = before === undefined ? [call(createAuthorizer, input)] : patching(api, before, form);
  const save = async (): Promise<void> => {
    const answers = await (before === undefined ? make() : change(before));
    if (answers === undefined) {
      return;
    }
    notify({ type: "success", content: t.authorizers.saved(form.name) });
    props.onDone();
  };
  const make = async (): Promise<unknown[] | undefined> => {
    const made = await send(createAuthorizer, input);
    const where = { restApiId: api.id, authorizerId: made.id ?? "" };
    const undo = [call(deleteAuthorizer, where)];
    try {
      return await gate.save({
        ...asking(made),
        undo,
        saves: (role) => (role === undefined ? [] : [call(updateAuthorizer, withRole(where, role))]),
      });
    } catch (error) {
      for (const one of undo) {
        await perform(one);
      }
      throw error;
    }
  };
  const change = async (old: Authorizer): Promise<unknown[] | undefined> => {
    await unchanged(async () => {
      const now = await send(getAuthorizers, { restApiId: api.id, limit: 500 });
      return now.item?.find((one) => one.id === old.id) ?? {};
    }, old);
    const where = { restApiId: api.id, authorizerId: old.id ?? "" };
    return gate.save({
      ...asking({ ...old, authorizerUri: input.authorizerUri }),
      saves: (role) => [
        ...calls,
        ...(role === undefined ? [] : [call(updateAuthorizer, withRole(where, role))]),
      ],
    });
  };
  const asking = (authorizer: Authorizer) => ({
    origin: { kind: "authorizer", api: api.id, id: authorizer.id ?? "" } as const,
    uri: authorizer.authorizerUri,
    credentials: form.role.trim() === "" ? undefined : form.role.trim(),
    stages: api.stages,
  });
  return (
    <>
      <CallDialog
        title={before === undefined ? t.authorizers.create : t.authorizers.edit}
        confirm={before === undefined ? t.authorizers.create : t.common.save}
        calls={whole && calls.length > 0 ? calls : undefined}
        onDismiss={props.onDismiss}
        onDone={() => undefined}
        instead={save}
      >
        <FormField label={t.apis.name}>
          <Input value={form.name} autoFocus onChange={({ detail }) => set({ name: detail.value })} />
        </FormField>
        <FormField label={t.authorizers.type}>
          <Select
            selectedOption={TYPES.find((one) => one.value === form.type) ?? null}
            options={TYPES}
            disabled={before !== undefined}
            onChange={({ detail }) => {
              const type = detail.selectedOption.value as Form["type"];
              set({ type });
            }}
          />
        </FormField>
        <FunctionField value={form.fn} onChange={(fn) => set({ fn })} />
        <FormField label={t.authorizers.source} description={t.authorizers.sourceHelp(form.type)}>
          <Input value={form.source} onChange={({ detail }) => set({ source: detail.value })} />
        </FormField>
        <FormField label={t.authorizers.ttl} description={t.authorizers.ttlHelp}>
          <Input
            type="number"
            value={form.ttl}
            onChange={({ detail }) => set({ ttl: detail.value })}
          />
        </FormField>
        <RoleField value={form.role} onChange={(role) => set({ role })} />
      </CallDialog>
      {gate.dialog}
    </>
  );
}

function withRole(where: { restApiId: string; authorizerId: string }, role: string) {
  const patch: PatchOperation = { op: "replace", path: "/authorizerCredentials", value: role };
  return { ...where, patchOperations: [patch] };
}

function formOf(before: Authorizer | undefined): Form {
  return {
    name: before?.name ?? "",
    type: before?.type === "REQUEST" ? "REQUEST" : "TOKEN",
    fn: functionOf(before?.authorizerUri) ?? "",
    source: before?.identitySource ?? "method.request.header.Authorization",
    ttl: String(before?.authorizerResultTtlInSeconds ?? 300),
    role: before?.authorizerCredentials ?? "",
  };
}

function inputOf(restApiId: string, form: Form) {
  const role = form.role.trim();
  return {
    restApiId,
    name: form.name.trim(),
    type: form.type,
    authorizerUri: invocationUri(functionArn(form.fn)),
    ...(form.source === "" ? {} : { identitySource: form.source }),
    authorizerResultTtlInSeconds: Number(form.ttl),
    ...(role === "" ? {} : { authorizerCredentials: role }),
  };
}

function patching(api: Api, before: Authorizer, form: Form): Call[] {
  const now = inputOf(api.id, form);
  const wanted: Array<[string, string | undefined, string | undefined]> = [
    ["/name", before.name, now.name],
    ["/authorizerUri", before.authorizerUri, now.authorizerUri],
    ["/identitySource", before.identitySource, now.identitySource],
    [
      "/authorizerResultTtlInSeconds",
      String(before.authorizerResultTtlInSeconds ?? 300),
      String(now.authorizerResultTtlInSeconds),
    ],
    ["/authorizerCredentials", before.authorizerCredentials, now.authorizerCredentials],
  ];
  const patchOperations: PatchOperation[] = wanted
    .filter(([, old, value]) => (old ?? "") !== (value ?? ""))
    .map(([path, , value]) => ({ op: "replace", path, value: value ?? "" }));
  const where = { restApiId: api.id, authorizerId: before.id ?? "" };
  return patchOperations.length === 0 ? [] : [call(updateAuthorizer, { ...where, patchOperations })];
}

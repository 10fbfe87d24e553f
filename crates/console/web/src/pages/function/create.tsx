// A new function: its code from an editor, a zip file or a folder; its role chosen, or made.
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Select from "@cloudscape-design/components/select";
import { type ReactNode, useState } from "react";
import { call, type Call } from "../../aws/operation";
import { bytes } from "../../aws/sign";
import { roleArn } from "../../domain/arns";
import { readRoles, trustDocument, trusts } from "../../domain/roles";
import { AUTHORIZER_PYTHON, RUNTIMES } from "../../domain/runtimes";
import { attachRolePolicy, createRole, type Role } from "../../generated/iam";
import { createFunction } from "../../generated/lambda";
import { CallDialog } from "../../parts/call-dialog";
import { Editor } from "../../parts/editor";
import { useLoad } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { zip } from "../../parts/zip";
import { go } from "../../router";
import { t } from "../../text/en";
import { type Archive, ArchiveField } from "./archive";

type From = "editor" | "archive";
const NEW_ROLE = "";
const LAMBDA = "lambda.amazonaws.com";
const LOGS_POLICY = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
const USUAL = RUNTIMES[1];

export function CreateFunction(props: { onDismiss: () => void }): ReactNode {
  const [name, setName] = useState("");
  const [runtime, setRuntime] = useState(USUAL);
  const [from, setFrom] = useState<From>("editor");
  const [code, setCode] = useState(USUAL?.code ?? "");
  const [handler, setHandler] = useState(USUAL?.handler ?? "");
  const [archive, setArchive] = useState<Archive>();
  const [role, setRole] = useState(NEW_ROLE);
  const notify = useNotify();
  const roles = useLoad(readRoles, []);
  const options = [
    { value: NEW_ROLE, label: t.functions.newRole },
    ...(roles.data ?? [])
      .filter((one) => trusts(one, LAMBDA))
      .map((one: Role) => ({ value: one.Arn ?? "", label: one.RoleName ?? "" })),
  ];
  const data =
    from === "editor"
      ? zip([{ name: runtime?.file ?? "index.py", data: bytes(code) }])
      : archive?.data;
  const newRole = `${name}-execution`.slice(0, 64);
  const calls: Call[] | undefined =
    name.trim() === "" || data === undefined
      ? undefined
      : [
          ...(role === NEW_ROLE ? makingRole(newRole) : []),
          call(createFunction, {
            FunctionName: name.trim(),
            Runtime: runtime?.name as "python3.12",
            Handler: handler,
            Role: role === NEW_ROLE ? roleArn(newRole) : role,
            Code: { ZipFile: data },
          }),
        ];
  return (
    <CallDialog
      size="large"
      title={t.functions.create}
      confirm={t.functions.create}
      calls={calls}
      onDismiss={props.onDismiss}
      onDone={() => {
        notify({ type: "success", content: t.functions.created(name) });
        go("functions", name.trim());
      }}
    >
      <FormField label={t.apis.name}>
        <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <div className="halves">
        <FormField label={t.functions.runtime}>
          <Select
            selectedOption={{ value: runtime?.name ?? "", label: runtime?.name ?? "" }}
            options={RUNTIMES.map((one) => ({ value: one.name, label: one.name }))}
            onChange={({ detail }) => {
              const chosen = RUNTIMES.find((one) => one.name === detail.selectedOption.value);
              setRuntime(chosen);
              setHandler(chosen?.handler ?? "");
              if (RUNTIMES.some((one) => one.code === code)) {
                setCode(chosen?.code ?? "");
              }
            }}
          />
        </FormField>
        <FormField label={t.functions.handler}>
          <Input value={handler} onChange={({ detail }) => setHandler(detail.value)} />
        </FormField>
      </div>
      <FormField label={t.functions.role}>
        <Select
          selectedOption={options.find((one) => one.value === role) ?? options[0] ?? null}
          options={options}
          onChange={({ detail }) => setRole(detail.selectedOption.value ?? NEW_ROLE)}
        />
      </FormField>
      <SegmentedControl
        label={t.functions.codeFrom}
        selectedId={from}
        options={[
          { id: "editor", text: t.functions.fromEditor },
          { id: "archive", text: t.functions.fromArchive },
        ]}
        onChange={({ detail }) => setFrom(detail.selectedId as From)}
      />
      {from === "editor" ? (
        <FormField
          label={runtime?.file ?? ""}
          stretch
          secondaryControl={
            runtime?.language === "python" && (
              <Button formAction="none" onClick={() => setCode(AUTHORIZER_PYTHON)}>
                {t.functions.authorizerSample}
              </Button>
            )
          }
        >
          <Editor
            value={code}
            onChange={setCode}
            language={runtime?.language ?? "text"}
            label={t.functions.code}
            rows={14}
          />
        </FormField>
      ) : (
        <ArchiveField archive={archive} onChange={setArchive} />
      )}
    </CallDialog>
  );
}

function makingRole(name: string): Call[] {
  return [
    call(createRole, {
      RoleName: name,
      AssumeRolePolicyDocument: JSON.stringify(trustDocument(LAMBDA)),
    }),
    call(attachRolePolicy, { RoleName: name, PolicyArn: LOGS_POLICY }),
  ];
}

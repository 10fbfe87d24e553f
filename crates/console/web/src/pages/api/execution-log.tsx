// Turns the execution log of a stage on: the account's role for it is made where there is none.
import Button from "@cloudscape-design/components/button";
import { type ReactNode, useState } from "react";
import { Failure } from "../../aws/failure";
import { call, type Call } from "../../aws/operation";
import { send } from "../../aws/send";
import { roleArn } from "../../domain/arns";
import { GATEWAY, trustDocument } from "../../domain/roles";
import { getAccount, type Stage, updateAccount, updateStage } from "../../generated/apigateway";
import { attachRolePolicy, createRole, getRole } from "../../generated/iam";
import { CallDialog } from "../../parts/call-dialog";
import { Show, useLoad } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { t } from "../../text/en";

const POLICY = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs";

export function isLogged(stage: Stage): boolean {
  const level = stage.methodSettings?.["*/*"]?.loggingLevel;
  return level !== undefined && level !== "OFF";
}

export function LogSwitch(props: { api: string; stage: Stage; onDone: () => void }): ReactNode {
  const [open, setOpen] = useState(false);
  if (isLogged(props.stage)) {
    return undefined;
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.executionLog.on}</Button>
      {open && (
        <LogDialog
          {...props}
          onDismiss={() => setOpen(false)}
          onDone={() => (setOpen(false), props.onDone())}
        />
      )}
    </>
  );
}

/** The calls that are missing yet. */
async function missing(api: string, stage: string): Promise<Call[]> {
  const logging = call(updateStage, {
    restApiId: api,
    stageName: stage,
    patchOperations: [
      { op: "replace", path: "/*/*/logging/loglevel", value: "INFO" },
      { op: "replace", path: "/*/*/logging/dataTrace", value: "true" },
    ],
  });
  const account = await send(getAccount, {});
  if ((account.cloudwatchRoleArn ?? "") !== "") {
    return [logging];
  }
  const name = t.executionLog.role;
  const replace = { op: "replace" as const, path: "/cloudwatchRoleArn", value: roleArn(name) };
  return [
    ...((await isThere(name))
      ? []
      : [
          call(createRole, {
            RoleName: name,
            AssumeRolePolicyDocument: JSON.stringify(trustDocument(GATEWAY)),
          }),
        ]),
    call(attachRolePolicy, { RoleName: name, PolicyArn: POLICY }),
    call(updateAccount, { patchOperations: [replace] }),
    logging,
  ];
}

async function isThere(role: string): Promise<boolean> {
  try {
    await send(getRole, { RoleName: role });
    return true;
  } catch (error) {
    if (error instanceof Failure && error.status === 404) {
      return false;
    }
    throw error;
  }
}

function LogDialog(props: {
  api: string;
  stage: Stage;
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const name = props.stage.stageName ?? "";
  const calls = useLoad(() => missing(props.api, name), [props.api, name]);
  const notify = useNotify();
  return (
    <CallDialog
      title={t.executionLog.on}
      confirm={t.executionLog.on}
      calls={calls.data}
      onDismiss={props.onDismiss}
      onDone={() => {
        notify({ type: "success", content: t.executionLog.done });
        props.onDone();
      }}
    >
      {t.executionLog.help}
      <Show loaded={calls}>{() => undefined}</Show>
    </CallDialog>
  );
}

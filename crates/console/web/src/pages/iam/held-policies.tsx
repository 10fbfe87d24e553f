// The policies of a role or a user: own ones are edited, managed ones attached.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import type { Call } from "../../aws/operation";
import { unchanged } from "../../domain/conflict";
import type { HeldPolicy } from "../../domain/iam";
import { invokePolicy, json } from "../../domain/roles";
import { CallDialog } from "../../parts/call-dialog";
import { DeleteButton } from "../../parts/delete-button";
import { Code } from "../../parts/editor";
import { Empty } from "../../parts/empty";
import { t } from "../../text/en";
import { PolicyEditor } from "./policy-editor";

type Open = { kind: "inline"; policy: HeldPolicy | undefined } | { kind: "attach" };

export function HeldPolicies(props: {
  policies: HeldPolicy[];
  reload: () => void;
  put: (name: string, document: string) => Call;
  /** The policies as they are now. */
  read: () => Promise<HeldPolicy[]>;
  attach: (arn: string) => Call;
  /** What gives it a first policy. */
  command: string;
  remove: (policy: HeldPolicy) => Call;
}): ReactNode {
  const { policies, reload } = props;
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const done = () => (close(), reload());
  return (
    <SpaceBetween size="m">
      <Header
        variant="h2"
        counter={`(${policies.length})`}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => setOpen({ kind: "attach" })}>{t.iam.attach}</Button>
            <Button onClick={() => setOpen({ kind: "inline", policy: undefined })}>
              {t.iam.addInline}
            </Button>
          </SpaceBetween>
        }
      >
        {t.iam.policies}
      </Header>
      {policies.length === 0 && (
        <Empty title={t.iam.noPolicies} next={t.iam.noPoliciesNext} command={props.command} />
      )}
      {policies.map((policy) => (
        <Container
          key={policy.arn ?? policy.name}
          header={
            <Header
              variant="h3"
              description={policy.arn ?? t.iam.inline}
              actions={
                <SpaceBetween direction="horizontal" size="xs">
                  {policy.arn === undefined && (
                    <Button
                      ariaLabel={`${t.common.edit}: ${policy.name}`}
                      onClick={() => setOpen({ kind: "inline", policy })}
                    >
                      {t.common.edit}
                    </Button>
                  )}
                  <DeleteButton
                    what={policy.name}
                    calls={[props.remove(policy)]}
                    onDone={reload}
                  />
                </SpaceBetween>
              }
            >
              {policy.name}
            </Header>
          }
        >
          <Code text={policy.document} language="json" label={policy.name} />
        </Container>
      ))}
      {open?.kind === "inline" && (
        <InlineDialog
          policy={open.policy}
          put={props.put}
          read={props.read}
          onDismiss={close}
          onDone={done}
        />
      )}
      {open?.kind === "attach" && (
        <AttachDialog attach={props.attach} onDismiss={close} onDone={done} />
      )}
    </SpaceBetween>
  );
}

interface DialogProps {
  onDismiss: () => void;
  onDone: () => void;
}

function InlineDialog(
  props: DialogProps & {
    policy: HeldPolicy | undefined;
    put: (name: string, document: string) => Call;
    read: () => Promise<HeldPolicy[]>;
  },
): ReactNode {
  const { policy, put, read, onDismiss, onDone } = props;
  const [name, setName] = useState(policy?.name ?? "");
  const [text, setText] = useState(policy?.document ?? json(invokePolicy(["*"])));
  return (
    <CallDialog
      size="large"
      title={t.iam.addInline}
      confirm={t.common.save}
      calls={name === "" || text === policy?.document ? undefined : [put(name, text)]}
      ensure={() =>
        unchanged(async () => {
          const now = await read();
          return now.find((one) => one.arn === undefined && one.name === name)?.document ?? "";
        }, policy?.document ?? "")
      }
      onDismiss={onDismiss}
      onDone={onDone}
    >
      <FormField label={t.apis.name}>
        <Input
          value={name}
          disabled={policy !== undefined}
          onChange={({ detail }) => setName(detail.value)}
        />
      </FormField>
      <PolicyEditor value={text} onChange={setText} kind="identity" label={t.iam.document} />
    </CallDialog>
  );
}

function AttachDialog(props: DialogProps & { attach: (arn: string) => Call }): ReactNode {
  const [arn, setArn] = useState("");
  return (
    <CallDialog
      title={t.iam.attach}
      confirm={t.iam.attach}
      calls={arn.startsWith("arn:") ? [props.attach(arn.trim())] : undefined}
      onDismiss={props.onDismiss}
      onDone={props.onDone}
    >
      <FormField label={t.iam.policyArn} description={t.iam.policyArnHelp}>
        <Input value={arn} autoFocus onChange={({ detail }) => setArn(detail.value)} />
      </FormField>
    </CallDialog>
  );
}

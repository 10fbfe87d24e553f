// A dialog whose button makes calls: it shows them as commands, makes exactly those, and says what
// the server refused.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal, { type ModalProps } from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import type { Call } from "../aws/operation";
import { perform } from "../aws/send";
import { t } from "../text/en";
import { Cli } from "./cli";
import { useDoing } from "./doing";
import { Problem } from "./load";

export interface CallDialogProps {
  title: string;
  confirm: string;
  /** What the button does. None while the form is not whole. */
  calls: ReadonlyArray<Call> | undefined;
  onDone: (answers: unknown[]) => void | Promise<void>;
  onDismiss: () => void;
  /** Refuses, before the first call, when what was shown is not what is there any more. */
  ensure?: () => Promise<void>;
  /** Takes the place of making the calls. */
  instead?: () => Promise<void>;
  size?: ModalProps.Size;
  dangerous?: boolean;
  children: ReactNode;
}

export function CallDialog(props: CallDialogProps): ReactNode {
  const { busy, error, run } = useDoing();
  const { calls } = props;
  const go = (): Promise<void> =>
    run(async () => {
      if (props.instead === undefined) {
        await props.ensure?.();
        const answers: unknown[] = [];
        for (const one of calls ?? []) {
          answers.push(await perform(one));
        }
        await props.onDone(answers);
      } else {
        await props.instead();
      }
    });
  return (
    <Modal
      visible
      header={props.title}
      size={props.size ?? "medium"}
      closeAriaLabel={t.common.close}
      onDismiss={() => !busy && props.onDismiss()}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" disabled={busy} onClick={props.onDismiss}>
              {t.common.cancel}
            </Button>
            <Button
              variant="primary"
              loading={busy}
              disabled={calls === undefined}
              onClick={() => void go()}
              data-testid="confirm"
            >
              {props.confirm}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (calls !== undefined && !busy) {
            void go();
          }
        }}
      >
        <SpaceBetween size="m">
          {props.children}
          {error !== undefined && <Problem error={error} />}
          {calls !== undefined && <Cli calls={calls} />}
        </SpaceBetween>
      </form>
    </Modal>
  );
}

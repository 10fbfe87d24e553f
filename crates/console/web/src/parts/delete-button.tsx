// Deletes something, or does another thing that is not taken back easily, after it was asked whether
// it should.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import { type ReactNode, useState } from "react";
import type { Call } from "../aws/operation";
import { t } from "../text/en";
import { CallDialog } from "./call-dialog";
import { useNotify } from "./notify";

export function DeleteButton(props: {
  what: string;
  calls: ReadonlyArray<Call>;
  onDone: () => void;
  /** What goes with it. */
  warning?: string;
  label?: string;
  /** What the dialog and the note say, where it is no deletion. */
  title?: string;
  done?: string;
  ensure?: () => Promise<void>;
  inline?: boolean;
  disabled?: boolean;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const notify = useNotify();
  const label = props.label ?? t.common.remove;
  return (
    <>
      <Button
        variant={props.inline === true ? "inline-link" : "normal"}
        disabled={props.disabled ?? false}
        ariaLabel={`${label}: ${props.what}`}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {open && (
        <CallDialog
          title={props.title ?? t.common.removeTitle(props.what)}
          confirm={label}
          calls={props.calls}
          {...(props.ensure === undefined ? {} : { ensure: props.ensure })}
          onDismiss={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            notify({ type: "success", content: props.done ?? t.common.removed(props.what) });
            props.onDone();
          }}
        >
          <Box>{props.warning ?? t.common.removeQuestion}</Box>
        </CallDialog>
      )}
    </>
  );
}

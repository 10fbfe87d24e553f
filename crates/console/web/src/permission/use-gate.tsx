// Before something is saved whose function would refuse it, the permission dialog is asked.
import { type ReactNode, useCallback, useState } from "react";
import type { Call } from "../aws/operation";
import { perform } from "../aws/send";
import { isOpen, judge, type Origin } from "../domain/gate";
import type { Stage } from "../generated/apigateway";
import { PermissionDialog, type Proposal } from "./dialog";

export interface Saving {
  origin: Origin;
  uri: string | undefined;
  /** The role that is named already; then no grant is needed on the function. */
  credentials: string | undefined;
  stages: ReadonlyArray<Stage>;
  saves: (role: string | undefined) => Call[];
  undo?: Call[];
  /** Whether the thing is there already, and only the grant is missing. */
  saved?: boolean;
}

export interface Gate {
  /** Saves, after the dialog where one is needed. Gives nothing when it was cancelled. */
  save: (saving: Saving) => Promise<unknown[] | undefined>;
  /** The dialog, while it is open. */
  dialog: ReactNode;
}

export function useGate(): Gate {
  const [proposal, setProposal] = useState<Proposal>();
  const save = useCallback(async (saving: Saving): Promise<unknown[] | undefined> => {
    const rows = await judge(saving.origin, saving.uri, saving.credentials, saving.stages);
    const closed = rows.filter((row) => !isOpen(row));
    if (closed.length === 0) {
      return performAll(saving.saves(undefined));
    }
    return new Promise((finished) => {
      const close = (answers: unknown[] | undefined): void => {
        setProposal(undefined);
        finished(answers);
      };
      setProposal({
        origin: saving.origin,
        rows: closed,
        saves: saving.saves,
        saved: saving.saved ?? false,
        ...(saving.undo === undefined ? {} : { undo: saving.undo }),
        done: close,
        cancelled: () => close(undefined),
      });
    });
  }, []);
  const dialog = proposal === undefined ? undefined : <PermissionDialog proposal={proposal} />;
  return { save, dialog };
}

async function performAll(calls: Call[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const one of calls) {
    answers.push(await perform(one));
  }
  return answers;
}

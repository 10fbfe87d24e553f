// Something that a page does, takes its time and may fail.
import { useState } from "react";
import { asFailure } from "../aws/failure";

export interface Doing {
  busy: boolean;
  /** Why the last time failed. */
  error: Error | undefined;
  run: (work: () => Promise<void>) => Promise<void>;
}

export function useDoing(): Doing {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (caught) {
      setError(asFailure(caught));
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run };
}

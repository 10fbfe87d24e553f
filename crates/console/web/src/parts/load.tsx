// What a page reads, and how it shows that it is still reading, or could not.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Spinner from "@cloudscape-design/components/spinner";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { asFailure, Failure, SignedOut, Unreachable } from "../aws/failure";
import { t } from "../text/en";

export interface Loaded<T> {
  data: T | undefined;
  error: Error | undefined;
  loading: boolean;
  reload: () => void;
}

/** Reads when `keys` change, and when it is asked to; what is shown stays until the new is there. */
export function useLoad<T>(read: () => Promise<T>, keys: ReadonlyArray<unknown>): Loaded<T> {
  const [data, setData] = useState<T>();
  const [error, setError] = useState<Error>();
  const [loading, setLoading] = useState(true);
  const [asked, setAsked] = useState(0);
  const key = JSON.stringify(keys);
  const shownKey = useRef(key);
  useEffect(() => {
    let current = true;
    setLoading(true);
    if (shownKey.current !== key) {
      shownKey.current = key;
      setData(undefined);
    }
    read()
      .then((value) => {
        if (current) {
          setData(value);
          setError(undefined);
        }
      })
      .catch((caught: unknown) => {
        if (current) {
          setError(asFailure(caught));
        }
      })
      .finally(() => {
        if (current) {
          setLoading(false);
        }
      });
    return () => {
      current = false;
    };
    // `read` is made anew with each rendering; `key` says when it differs.
  }, [key, asked]);
  const reload = useCallback(() => setAsked((count) => count + 1), []);
  return { data, error, loading, reload };
}

export function Show<T>(props: {
  loaded: Loaded<T>;
  children: (data: T) => ReactNode;
}): ReactNode {
  const { data, error, loading, reload } = props.loaded;
  return (
    <>
      {error !== undefined && <Problem error={error} retry={reload} />}
      {data !== undefined && props.children(data)}
      {data === undefined && loading && error === undefined && (
        <Box textAlign="center" padding="l" data-testid="loading">
          <Spinner /> <Box variant="span">{t.common.loading}</Box>
        </Box>
      )}
    </>
  );
}

/** An error in the words of whoever refused. */
export function Problem(props: { error: Error; retry?: () => void }): ReactNode {
  const { error, retry } = props;
  return (
    <div data-testid="problem">
      <Alert
        type="error"
        header={titleOf(error)}
        action={retry && <Button onClick={retry}>{t.common.tryAgain}</Button>}
      >
        {wordsOf(error)}
      </Alert>
    </div>
  );
}

function titleOf(error: Error): string {
  if (error instanceof Unreachable) {
    return t.errors.unreachable;
  }
  if (error instanceof SignedOut) {
    return t.errors.signedOut;
  }
  return error instanceof Failure ? error.code : t.errors.unexpected;
}

export function wordsOf(error: Error): string {
  if (error instanceof Unreachable) {
    return t.errors.unreachableHelp;
  }
  if (error instanceof SignedOut) {
    return t.errors.signedOutHelp;
  }
  return error.message;
}

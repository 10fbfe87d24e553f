// Signing in: the one-time link that the server printed, or the way to a new one.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { asFailure, SignedOut } from "../aws/failure";
import { Shell } from "../parts/cli";
import { Problem } from "../parts/load";
import { go, href } from "../router";
import { credentials, onSignedOut, signIn } from "../session";
import { t } from "../text/en";

export interface Session {
  state: "asking" | "in" | "out" | "failed";
  error: Error | undefined;
  /** Whether somebody was signed in before. */
  expired: boolean;
  retry: () => void;
}

export function useSession(place: string[]): Session {
  const [state, setState] = useState<Session["state"]>("asking");
  const [error, setError] = useState<Error>();
  const [expired, setExpired] = useState(false);
  const was = useRef(false);
  const link = place[0] === "sign-in" ? place[1] : undefined;
  const enter = useCallback(async (with_: string | undefined): Promise<void> => {
    try {
      if (with_ !== undefined) {
        // The link is worth nothing once it was used: it leaves the address at once.
        history.replaceState(null, "", href());
        await signIn(with_);
      }
      await credentials();
      was.current = true;
      setState("in");
      if (with_ !== undefined) {
        go();
      }
    } catch (caught) {
      setError(caught instanceof SignedOut ? undefined : asFailure(caught));
      setState(caught instanceof SignedOut ? "out" : "failed");
    }
  }, []);
  const used = useRef<string>(undefined);
  useEffect(() => {
    // A page that is drawn twice must not use a link twice.
    const once = link ?? "";
    if (used.current !== once && (link !== undefined || used.current === undefined)) {
      used.current = once;
      void enter(link);
    }
  }, [link, enter]);
  useEffect(
    () =>
      onSignedOut(() => {
        setExpired(was.current);
        setState("out");
      }),
    [],
  );
  const retry = useCallback(() => {
    setState("asking");
    void enter(undefined);
  }, [enter]);
  return { state, error, expired, retry };
}

export function SignInPage(props: { session: Session }): ReactNode {
  const { state, error, expired, retry } = props.session;
  return (
    <main>
      <Box padding="xxl">
        <Container header={<Header variant="h1">{t.signIn.title}</Header>}>
          {state === "asking" ? (
            <Spinner />
          ) : (
            <SpaceBetween size="m">
              {expired && <Alert type="info">{t.signIn.expired}</Alert>}
              {!globalThis.isSecureContext && <Alert type="error">{t.signIn.insecure}</Alert>}
              {error !== undefined && <Problem error={error} />}
              <Box>{t.signIn.how}</Box>
              <Shell text={t.signIn.commands} open title={t.signIn.shell} />
              <Button onClick={retry}>{t.signIn.again}</Button>
            </SpaceBetween>
          )}
        </Container>
      </Box>
    </main>
  );
}

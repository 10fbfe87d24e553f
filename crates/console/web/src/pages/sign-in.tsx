// Signing in: the one-time link that the server printed, or the way to a new one.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { asFailure, SignedOut } from "../aws/failure";
import { Shell } from "../parts/cli";
import { useDoing } from "../parts/doing";
import { Problem } from "../parts/load";
import { href } from "../router";
import { credentials, onSignedOut, signIn, signInWithKeys } from "../session";
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
        location.hash = takePlace();
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
        keepPlace();
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

const PLACE = "portcullis-place";

/** Where somebody was when the session ended. */
function keepPlace(): void {
  if (!location.hash.startsWith("#/sign-in")) {
    sessionStorage.setItem(PLACE, location.hash);
  }
}

function takePlace(): string {
  const place = sessionStorage.getItem(PLACE) ?? href();
  sessionStorage.removeItem(PLACE);
  return place;
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
              <ExpandableSection headerText={t.signIn.withKeys} data-testid="with-keys">
                <KeyForm onSignedIn={retry} />
              </ExpandableSection>
            </SpaceBetween>
          )}
        </Container>
      </Box>
    </main>
  );
}

/** For an IAM user or the session of a role: the keys sign one request, and are forgotten. */
function KeyForm(props: { onSignedIn: () => void }): ReactNode {
  const [id, setId] = useState("");
  const [secret, setSecret] = useState("");
  const [token, setToken] = useState("");
  const { busy, error, run } = useDoing();
  const enter = (): Promise<void> =>
    run(async () => {
      await signInWithKeys({
        accessKeyId: id.trim(),
        secretAccessKey: secret.trim(),
        sessionToken: token.trim() === "" ? undefined : token.trim(),
      });
      props.onSignedIn();
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <SpaceBetween size="s">
        <Box>{t.signIn.keysHelp}</Box>
        <FormField label={t.signIn.keyId}>
          <Input value={id} autoComplete={false} onChange={({ detail }) => setId(detail.value)} />
        </FormField>
        <FormField label={t.signIn.secret}>
          <Input
            type="password"
            value={secret}
            autoComplete={false}
            onChange={({ detail }) => setSecret(detail.value)}
          />
        </FormField>
        <FormField label={t.signIn.token} description={t.signIn.tokenHelp}>
          <Input
            type="password"
            value={token}
            autoComplete={false}
            onChange={({ detail }) => setToken(detail.value)}
          />
        </FormField>
        {error !== undefined && <Problem error={error} />}
        <Button
          variant="primary"
          loading={busy}
          disabled={id.trim() === "" || secret.trim() === ""}
          data-testid="sign-in"
        >
          {t.signIn.enter}
        </Button>
      </SpaceBetween>
    </form>
  );
}

// Who is signed in: a cookie that the page never sees, and credentials that it keeps in memory only.
import { Failure, SignedOut, Unreachable } from "./aws/failure";
import { bytes, type Keys, sign } from "./aws/sign";

interface Answered extends Keys {
  expiresInSeconds: number;
  account: string;
  region: string;
  /** As GetCallerIdentity says it. */
  caller: string;
  root: boolean;
}

/** A link that signs a browser in as whoever signs the request. */
const OWN_LINK = {
  method: "POST",
  path: "/_portcullis/console-link",
  query: [],
  headers: { "content-type": "application/json" },
};

/** Renewed this long before they end. */
const SPARE_MILLIS = 120_000;

let held: { answered: Answered; until: number } | undefined;
let asking: Promise<Answered> | undefined;
let chosenRegion: string | undefined;
const listeners = new Set<() => void>();

export async function signIn(link: string): Promise<void> {
  await act("session", JSON.stringify({ link }));
  forgetCredentials();
}

/**
 * Signs in as whoever holds the keys. They sign one request, for a link, and are forgotten: they are
 * neither sent nor kept.
 */
export async function signInWithKeys(keys: Keys): Promise<void> {
  const request = { ...OWN_LINK, body: bytes("{}") };
  // Any region will do: the server is of none.
  const headers = await sign(request, keys, "portcullis", "us-east-1", new Date());
  const response = await reach(request.path, { headers, body: request.body, credentials: "omit" });
  const told = (await response.json().catch(() => ({}))) as { path?: string; message?: string };
  if (!response.ok || told.path === undefined) {
    throw new Failure("Refused", told.message ?? "", response.status);
  }
  await signIn(told.path.slice(told.path.lastIndexOf("/") + 1));
}

export async function signOut(): Promise<void> {
  await act("sign-out", "");
  forgetCredentials();
}

export async function credentials(): Promise<Answered> {
  if (held !== undefined && Date.now() < held.until) {
    return held.answered;
  }
  // Many calls at once ask once.
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}

async function ask(): Promise<Answered> {
  const response = await act("credentials", "");
  const answered = (await response.json()) as Answered;
  // What ends soon anyway is used to its end.
  const spare = Math.min(SPARE_MILLIS, (answered.expiresInSeconds * 1000) / 5);
  held = { answered, until: Date.now() + answered.expiresInSeconds * 1000 - spare };
  return answered;
}

export function forgetCredentials(): void {
  held = undefined;
}

/** Who is signed in, in a word or two. */
export function callerName(): string {
  const caller = held?.answered.caller ?? "";
  return held?.answered.root === true ? "root" : caller.slice(caller.indexOf("/") + 1);
}

/** Of whoever is signed in; empty before that. */
export function account(): string {
  return held?.answered.account ?? "";
}

export function region(): string {
  return chosenRegion ?? held?.answered.region ?? "us-east-1";
}

export function chooseRegion(name: string): void {
  chosenRegion = name;
}

/** Called when the server says that nobody is signed in. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { method: "POST", cache: "no-store", ...request });
  } catch {
    throw new Unreachable();
  }
}

async function act(action: string, body: string): Promise<Response> {
  const response = await reach(`/console/${action}`, {
    headers: { "content-type": "application/json" },
    credentials: "same-origin",
    body,
  });
  if (response.status === 401) {
    listeners.forEach((listener) => listener());
    throw new SignedOut();
  }
  if (!response.ok) {
    const told = (await response.json().catch(() => ({}))) as { message?: string };
    throw new Failure("Refused", told.message ?? "", response.status);
  }
  return response;
}

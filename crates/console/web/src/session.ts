// Who is signed in: a cookie that the page never sees, and credentials that it keeps in memory only.
import { Failure, SignedOut, Unreachable } from "./aws/failure";
import type { Keys } from "./aws/sign";

interface Answered extends Keys {
  expiresInSeconds: number;
  account: string;
  region: string;
}

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
  held = { answered, until: Date.now() + answered.expiresInSeconds * 1000 - SPARE_MILLIS };
  return answered;
}

export function forgetCredentials(): void {
  held = undefined;
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

async function act(action: string, body: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/console/${action}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      credentials: "same-origin",
      cache: "no-store",
      body,
    });
  } catch {
    throw new Unreachable();
  }
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

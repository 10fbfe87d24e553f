// What went wrong with a call, in AWS's words where AWS has words for it.

export class Failure extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
  ) {
    super(message);
    this.name = "Failure";
  }
}

/** The server does not answer. */
export class Unreachable extends Error {
  override name = "Unreachable";
}

/** Nobody is signed in, or not any more. */
export class SignedOut extends Error {
  override name = "SignedOut";
}

export function asFailure(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

export function isMissing(error: unknown): boolean {
  return error instanceof Failure && error.status === 404;
}

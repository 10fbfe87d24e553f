// Times as people read them.

/** Seconds since 1970, as AWS's JSON has them. */
export function moment(seconds: number | undefined): string {
  return seconds === undefined ? "-" : new Date(seconds * 1000).toLocaleString();
}

/** As XML has them. */
export function iso(text: string | undefined): string {
  return text === undefined ? "-" : new Date(text).toLocaleString();
}

export function clock(millis: number): string {
  const date = new Date(millis);
  const part = (value: number, width = 2) => String(value).padStart(width, "0");
  return `${part(date.getHours())}:${part(date.getMinutes())}:${part(date.getSeconds())}.${part(date.getMilliseconds(), 3)}`;
}

export function took(micros: number): string {
  return micros < 1000 ? `${micros} µs` : `${(micros / 1000).toFixed(micros < 100_000 ? 1 : 0)} ms`;
}

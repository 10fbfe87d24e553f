// One request as one HTML file: the picture and the data, without a script.
import { type Exchanged, type Message, messageText } from "../../domain/exchange";
import { refusalOf } from "../../domain/requests";
import type { Entry } from "../../portcullis";
import { t } from "../../text/en";

const STYLE = `body{font:14px sans-serif;margin:24px;color:#111}pre{background:#f4f4f4;padding:12px;white-space:pre-wrap;overflow-wrap:anywhere}
svg{font:11px monospace;max-width:100%;height:auto}line,path{stroke:#999;fill:none}rect{fill:#f4f4f4;stroke:#999}
.refused{stroke:#c00;fill:#c00}.permitted{stroke:#080;fill:#080}.soft{fill:#555}`;

export function page(
  entry: Entry,
  picture: HTMLElement | null,
  kept: Exchanged | undefined,
): string {
  const title = escape(`${entry.status} ${entry.method} ${entry.path}`);
  const refusal = refusalOf(entry);
  const cause = refusal === undefined ? "" : `<p>${escape(refusal.cause)}</p>`;
  const fix =
    refusal?.fix === undefined || refusal.fix === null
      ? ""
      : `<h2>${t.request.fix}</h2><pre>${escape(refusal.fix)}</pre>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${STYLE}</style><h1>${title}</h1>${cause}${fix}
${picture?.innerHTML ?? ""}${kept === undefined ? "" : messages(kept)}<h2>${t.request.data}</h2><pre>${escape(JSON.stringify(entry, undefined, 2))}</pre></html>`;
}

function messages({ client, authorizer, backend }: Exchanged): string {
  const titles = t.exchange.sides;
  const all: Array<[string, Message | undefined]> = [
    [titles.request, client.input],
    [titles.authorizerInput, authorizer?.input],
    [titles.authorizerOutput, authorizer?.output],
    [titles.backendInput, backend?.input],
    [titles.backendOutput, backend?.output],
    [titles.response, client.output],
  ];
  const shown = all.map(([title, message]) =>
    message === undefined
      ? ""
      : `<h3>${escape(title)}</h3><pre>${escape(messageText(message))}</pre>`,
  );
  return `<h2>${t.exchange.title}</h2>${shown.join("")}`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

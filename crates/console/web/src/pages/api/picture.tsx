// The method's picture, as AWS's console draws it: what a request passes on its way to the
// integration, and what the answer passes on its way back.
import type { ReactNode } from "react";
import { functionOf } from "../../domain/arns";
import type { Api, Located } from "../../domain/api";
import { ANY_STAGE, isOpen, type Row, unaskedReason } from "../../domain/gate";
import type { Method } from "../../generated/apigateway";
import { t } from "../../text/en";

export type Part =
  | "method-request"
  | "integration"
  | "integration-response"
  | "method-response"
  | "test";

interface Box {
  part: Part;
  key: string;
  title: string;
  arrow: string;
  lines: Array<{ text: string; tone?: "good" | "bad" }>;
}

export function Picture(props: {
  api: Api;
  located: Located;
  rows: Row[] | undefined;
  part: Part;
  onPart: (part: Part) => void;
}): ReactNode {
  const boxes = boxesOf(props.api, props.located.method, props.rows);
  return (
    <div className="picture" role="group" aria-label={t.picture.title}>
      {boxes.map((box) => (
        <button
          key={box.key}
          type="button"
          className={box.lines.some((line) => line.tone === "bad") ? "picture-box refused" : "picture-box"}
          aria-pressed={props.part === box.part}
          onClick={() => props.onPart(box.part)}
          data-testid={`picture-${box.key}`}
        >
          <span className="picture-arrow">{box.arrow}</span>
          <span className="picture-title">{box.title}</span>
          {box.lines.map((line) => (
            <span key={line.text} className={`picture-line ${line.tone ?? ""}`}>
              {line.text}
            </span>
          ))}
        </button>
      ))}
    </div>
  );
}

function boxesOf(api: Api, method: Method, rows: Row[] | undefined): Box[] {
  const integration = method.methodIntegration;
  const proxied = integration?.type?.endsWith("_PROXY") === true;
  const statuses = (responses: Record<string, unknown> | undefined) =>
    Object.keys(responses ?? {}).map((status) => ({ text: t.picture.status(status) }));
  return [
    {
      part: "method-request",
      key: "method-request",
      title: t.picture.methodRequest,
      arrow: t.picture.clientTo,
      lines: [
        { text: t.picture.authorization(authorizationName(api, method)) },
        { text: t.picture.apiKey(method.apiKeyRequired === true) },
        ...(method.requestValidatorId === undefined ? [] : [{ text: t.picture.validated }]),
      ],
    },
    {
      part: "integration",
      key: "integration-request",
      title: t.picture.integrationRequest,
      arrow: t.picture.to,
      lines: [
        { text: t.picture.type(integration?.type ?? t.picture.none) },
        ...(integration?.credentials === undefined
          ? []
          : [{ text: t.picture.role(integration.credentials) }]),
      ],
    },
    {
      part: "integration",
      key: "integration",
      title: t.picture.integration,
      arrow: t.picture.to,
      lines: [
        { text: functionOf(integration?.uri) ?? integration?.uri ?? integration?.type ?? "-" },
        ...(rows ?? []).flatMap(verdicts),
      ],
    },
    {
      part: "integration-response",
      key: "integration-response",
      title: t.picture.integrationResponse,
      arrow: t.picture.back,
      lines: proxied ? [{ text: t.picture.proxied }] : statuses(integration?.integrationResponses),
    },
    {
      part: "method-response",
      key: "method-response",
      title: t.picture.methodResponse,
      arrow: t.picture.toClient,
      lines: statuses(method.methodResponses),
    },
  ];
}

function authorizationName(api: Api, method: Method): string {
  const authorizer = api.authorizers.find((one) => one.id === method.authorizerId);
  return authorizer?.name ?? method.authorizationType ?? "NONE";
}

function verdicts(row: Row): Box["lines"] {
  if (isOpen(row)) {
    return [{ text: t.picture.permitted, tone: "good" }];
  }
  if (unaskedReason([row]) !== undefined) {
    return [{ text: t.picture.unasked }];
  }
  const refused = row.stages.filter((judged) => !judged.answer.allowed);
  const from = refused.map((judged) =>
    judged.stage === ANY_STAGE ? t.permission.anyStage : judged.stage,
  );
  const lacking = row.unresolved.map((one) => one.stage);
  return [{ text: t.picture.refused([...from, ...lacking].join(", ")), tone: "bad" }];
}

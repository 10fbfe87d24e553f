// Tries an authorizer: what it makes of a token, with the log.
import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { send } from "../../aws/send";
import type { Api } from "../../domain/api";
import {
  type Authorizer,
  testInvokeAuthorizer,
  type TestInvokeAuthorizerResponse,
} from "../../generated/apigateway";
import { CallDialog } from "../../parts/call-dialog";
import { Code, Editor } from "../../parts/editor";
import { t } from "../../text/en";
import { headersOf } from "./test-part";

export function TestAuthorizer(props: {
  api: Api;
  authorizer: Authorizer;
  onDismiss: () => void;
}): ReactNode {
  const { api, authorizer } = props;
  const header = (authorizer.identitySource ?? "").split("method.request.header.")[1]?.split(",")[0];
  const [headers, setHeaders] = useState(`${header ?? "Authorization"}: `);
  const [answer, setAnswer] = useState<TestInvokeAuthorizerResponse>();
  const input = {
    restApiId: api.id,
    authorizerId: authorizer.id ?? "",
    headers: headersOf(headers),
  };
  return (
    <CallDialog
      size="large"
      title={t.authorizers.test(authorizer.name ?? "")}
      confirm={t.test.run}
      calls={[call(testInvokeAuthorizer, input)]}
      onDismiss={props.onDismiss}
      onDone={() => undefined}
      instead={async () => setAnswer(await send(testInvokeAuthorizer, input))}
    >
      <FormField label={t.test.headers} stretch>
        <Editor value={headers} onChange={setHeaders} language="text" label={t.test.headers} rows={3} />
      </FormField>
      {answer !== undefined && (
        <div data-testid="authorizer-outcome">
          <KeyValuePairs
            columns={3}
            items={[
              { label: t.test.status, value: String(answer.clientStatus ?? "-") },
              { label: t.authorizers.principal, value: answer.principalId ?? "-" },
              { label: t.test.latency, value: t.test.millis(answer.latency ?? 0) },
            ]}
          />
          <Box variant="awsui-key-label">{t.authorizers.policy}</Box>
          <Code text={answer.policy ?? ""} language="json" label={t.authorizers.policy} />
          <Box variant="awsui-key-label">{t.test.log}</Box>
          <pre className="log" tabIndex={0} role="region" aria-label={t.test.log}>
            {answer.log}
          </pre>
        </div>
      )}
    </CallDialog>
  );
}

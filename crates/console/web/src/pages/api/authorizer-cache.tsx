// What the authorizers of a stage remember: a 403 may come from a policy that was made for another
// method.
import Button from "@cloudscape-design/components/button";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import type { Api } from "../../domain/api";
import { flushStageAuthorizersCache } from "../../generated/apigateway";
import { CallDialog } from "../../parts/call-dialog";
import { Code } from "../../parts/editor";
import { Show, useLoad } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import Table from "../../parts/table";
import { remembered } from "../../portcullis";
import { t } from "../../text/en";

export function AuthorizerCache(props: { api: Api; stage: string }): ReactNode {
  const { api, stage } = props;
  const kept = useLoad(() => remembered(api.id, stage), [api.id, stage]);
  const [flushing, setFlushing] = useState(false);
  const notify = useNotify();
  const nameOf = (id: string) => api.authorizers.find((one) => one.id === id)?.name ?? id;
  return (
    <Show loaded={kept}>
      {(list) => (
        <>
          <Table
            variant="embedded"
            wrapLines
            data-testid="authorizer-cache"
            header={
              <Header
                variant="h3"
                counter={`(${list.length})`}
                description={t.stages.cacheHelp}
                actions={
                  <SpaceBetween direction="horizontal" size="xs">
                    <Button iconName="refresh" ariaLabel={t.common.reload} onClick={kept.reload} />
                    <Button onClick={() => setFlushing(true)}>{t.stages.flush}</Button>
                  </SpaceBetween>
                }
              >
                {t.stages.cache}
              </Header>
            }
            items={list}
            ariaLabels={{ tableLabel: t.stages.cache }}
            empty={t.stages.cacheEmpty}
            columnDefinitions={[
              {
                id: "authorizer",
                header: t.stages.authorizer,
                isRowHeader: true,
                cell: (one) => nameOf(one.authorizerId),
              },
              { id: "principal", header: t.authorizers.principal, cell: (one) => one.principal },
              {
                id: "expires",
                header: t.stages.expires,
                cell: (one) => t.stages.seconds(one.expiresInSeconds),
              },
              {
                id: "policy",
                header: t.authorizers.policy,
                cell: (one) => (
                  <ExpandableSection headerText={t.authorizers.policy}>
                    <Code text={one.policy} language="json" label={t.authorizers.policy} />
                  </ExpandableSection>
                ),
              },
            ]}
          />
          {flushing && (
            <CallDialog
              title={t.stages.flush}
              confirm={t.stages.flush}
              calls={[call(flushStageAuthorizersCache, { restApiId: api.id, stageName: stage })]}
              onDismiss={() => setFlushing(false)}
              onDone={() => {
                setFlushing(false);
                notify({ type: "success", content: t.stages.flushed });
                kept.reload();
              }}
            >
              {t.stages.flushHelp}
            </CallDialog>
          )}
        </>
      )}
    </Show>
  );
}

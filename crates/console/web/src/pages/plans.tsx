// Usage plans, the keys that belong to them, and the stages that they are for.
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { readPlans } from "../domain/plans";
import { Show, useLoad } from "../parts/load";
import { t } from "../text/en";
import { CreateKey, KeysTable } from "./plans/keys";
import { AttachKey, PlanDialog, PlansTable } from "./plans/plans";
import type { Open } from "./plans/open";

export default function PlansPage(): ReactNode {
  const loaded = useLoad(readPlans, []);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const done = () => (close(), loaded.reload());
  return (
    <ContentLayout header={<Header variant="h1">{t.plans.title}</Header>}>
      <Show loaded={loaded}>
        {(read) => (
          <SpaceBetween size="l">
            <PlansTable read={read} reload={loaded.reload} setOpen={setOpen} />
            <KeysTable read={read} reload={loaded.reload} setOpen={setOpen} />
            {open?.kind === "key" && <CreateKey onDismiss={close} onDone={done} />}
            {open?.kind === "plan" && (
              <PlanDialog plan={open.plan} stages={read.stages} onDismiss={close} onDone={done} />
            )}
            {open?.kind === "attach" && (
              <AttachKey plan={open.plan} read={read} onDismiss={close} onDone={done} />
            )}
          </SpaceBetween>
        )}
      </Show>
    </ContentLayout>
  );
}

// APIs: the list, a new one, and one from a Swagger file that is dropped on the page.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../aws/operation";
import { readApis } from "../domain/api";
import { createRestApi, deleteRestApi, type RestApi } from "../generated/apigateway";
import { CallDialog } from "../parts/call-dialog";
import { DeleteButton } from "../parts/delete-button";
import { Empty } from "../parts/empty";
import { Listing } from "../parts/listing";
import { useLoad } from "../parts/load";
import { useNotify } from "../parts/notify";
import { moment } from "../parts/time";
import { go, href } from "../router";
import { t } from "../text/en";
import { ImportDialog } from "./api/import";

export default function ApisPage(): ReactNode {
  const apis = useLoad(readApis, []);
  const [open, setOpen] = useState<"create" | "import">();
  const [dropped, setDropped] = useState("");
  const close = () => (setOpen(undefined), setDropped(""));
  const actions = (
    <SpaceBetween direction="horizontal" size="xs">
      <Button iconName="refresh" ariaLabel={t.common.reload} onClick={apis.reload} />
      <Button onClick={() => setOpen("import")}>{t.apis.import}</Button>
      <Button variant="primary" onClick={() => setOpen("create")} data-testid="create-api">
        {t.apis.create}
      </Button>
    </SpaceBetween>
  );
  return (
    <div
      data-testid="apis"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void event.dataTransfer.files[0]?.text().then((text) => {
          setDropped(text);
          setOpen("import");
        });
      }}
    >
      <Listing
        as="page"
        title={t.apis.title}
        loaded={apis}
        textOf={(api) => `${api.name} ${api.id} ${api.description ?? ""}`}
        trackBy="id"
        columns={columns(apis.reload)}
        actions={actions}
        empty={<Empty title={t.apis.none} next={t.apis.noneNext} command={t.apis.createCommand} />}
      />
      {open === "create" && <CreateApi onDismiss={close} />}
      {open === "import" && (
        <ImportDialog
          api={undefined}
          document={dropped}
          onDismiss={close}
          onDone={(id) => {
            close();
            go("apis", id);
          }}
        />
      )}
    </div>
  );
}

function columns(reload: () => void) {
  return [
    {
      id: "name",
      header: t.apis.name,
      isRowHeader: true,
      cell: (api: RestApi) => <Link href={href("apis", api.id ?? "")}>{api.name}</Link>,
    },
    { id: "id", header: t.apis.id, cell: (api: RestApi) => api.id },
    {
      id: "description",
      header: t.apis.description,
      cell: (api: RestApi) => <Box variant="span">{api.description ?? "-"}</Box>,
    },
    { id: "created", header: t.common.created, cell: (api: RestApi) => moment(api.createdDate) },
    {
      id: "actions",
      header: t.common.actions,
      cell: (api: RestApi) => (
        <DeleteButton
          inline
          what={api.name ?? api.id ?? ""}
          warning={t.apis.deleteWarning}
          calls={[call(deleteRestApi, { restApiId: api.id ?? "" })]}
          onDone={reload}
        />
      ),
    },
  ];
}

function CreateApi(props: { onDismiss: () => void }): ReactNode {
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const notify = useNotify();
  const input = { name, ...(description === "" ? {} : { description }) };
  return (
    <CallDialog
      title={t.apis.create}
      confirm={t.apis.create}
      calls={name.trim() === "" ? undefined : [call(createRestApi, input)]}
      onDismiss={props.onDismiss}
      onDone={([answer]) => {
        notify({ type: "success", content: t.apis.created(name) });
        go("apis", (answer as RestApi).id ?? "");
      }}
    >
      <FormField label={t.apis.name}>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus />
      </FormField>
      <FormField label={t.apis.description}>
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
    </CallDialog>
  );
}

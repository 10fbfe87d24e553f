// All that there is of a kind, as it was read: counted, searched, and with what can be done beside its title.
import Header from "@cloudscape-design/components/header";
import type { TableProps } from "@cloudscape-design/components/table";
import type { ReactNode } from "react";
import { type Loaded, Show } from "./load";
import { useSearch } from "./search";
import Table from "./table";

export function Listing<Item>(props: {
  /** A page of its own, or a part of one. */
  as: "page" | "part";
  title: string;
  loaded: Loaded<Item[]>;
  /** What the search looks at. */
  textOf: (item: Item) => string;
  trackBy: keyof Item & string;
  columns: TableProps<Item>["columnDefinitions"];
  wrapLines?: boolean;
  actions: ReactNode;
  /** In place of the items where there are none. */
  empty: ReactNode;
}): ReactNode {
  const { as, title, loaded, actions } = props;
  const search = useSearch(loaded.data ?? [], props.textOf);
  return (
    <Show loaded={loaded}>
      {(all) => (
        <Table
          variant={as === "page" ? "full-page" : "container"}
          wrapLines={props.wrapLines ?? false}
          header={
            <Header
              variant={as === "page" ? "h1" : "h2"}
              counter={`(${all.length})`}
              actions={actions}
            >
              {title}
            </Header>
          }
          items={search.shown}
          filter={search.field}
          trackBy={props.trackBy}
          ariaLabels={{ tableLabel: title }}
          columnDefinitions={props.columns}
          empty={search.none(props.empty)}
        />
      )}
    </Show>
  );
}

// A table; where there is no room for columns, each row is a card that says what its values are.
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Wide, { type TableProps } from "@cloudscape-design/components/table";
import { type ReactNode, useSyncExternalStore } from "react";

const NARROW = "(max-width: 640px)";

export default function Table<Item>(props: TableProps<Item>): ReactNode {
  const narrow = useSyncExternalStore(subscribe, isNarrow);
  return narrow ? <Cards {...props} /> : <Wide {...props} />;
}

function isNarrow(): boolean {
  return matchMedia(NARROW).matches;
}

function subscribe(changed: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

function Cards<Item>(props: TableProps<Item>): ReactNode {
  const { variant = "container", header, filter, items, empty, footer, ariaLabels } = props;
  const list =
    items.length === 0 ? (
      <div>{empty}</div>
    ) : (
      <ul className="cards" aria-label={ariaLabels?.tableLabel}>
        {items.map((item, index) => (
          // Items have no other identity than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <Card item={item} columns={props.columnDefinitions} />
          </li>
        ))}
      </ul>
    );
  const content = (
    <SpaceBetween size="s">
      {filter}
      {list}
      {footer}
    </SpaceBetween>
  );
  return variant === "container" ? (
    <Container header={header}>{content}</Container>
  ) : (
    <SpaceBetween size="s">
      {header}
      {content}
    </SpaceBetween>
  );
}

function Card<Item>(props: {
  item: Item;
  columns: TableProps<Item>["columnDefinitions"];
}): ReactNode {
  return (
    <dl>
      {props.columns.map((column, index) => (
        // Columns stay where they are.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={column.id ?? index} className={column.isRowHeader === true ? "card-title" : ""}>
          <dt>{column.header}</dt>
          <dd>{column.cell(props.item)}</dd>
        </div>
      ))}
    </dl>
  );
}

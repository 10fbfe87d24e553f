// A list that is narrowed by what somebody types; `/` goes there.
import Input, { type InputProps } from "@cloudscape-design/components/input";
import { type ReactNode, useRef, useState } from "react";
import { t } from "../text/en";
import { useKeys } from "./keys";

export interface Search<Item> {
  shown: Item[];
  /** Nothing where a list is short enough to be seen at once. */
  field: ReactNode;
  /** What stands in place of the items: that nothing matches, or that nothing is there. */
  none: (empty: ReactNode) => ReactNode;
}

/** Shorter lists are seen at once. */
const LEAST = 8;

/** Every word must be in the text of an item. */
export function useSearch<Item>(items: Item[], textOf: (item: Item) => string): Search<Item> {
  const [text, setText] = useState("");
  const input = useRef<InputProps.Ref>(null);
  useKeys({ "/": () => input.current?.focus() });
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const shown = items.filter((item) => {
    const found = textOf(item).toLowerCase();
    return words.every((word) => found.includes(word));
  });
  const field = items.length < LEAST && text === "" ? undefined : (
    <Input
      ref={input}
      type="search"
      value={text}
      placeholder={t.common.search}
      ariaLabel={t.common.search}
      clearAriaLabel={t.common.clear}
      onChange={({ detail }) => setText(detail.value)}
    />
  );
  const none = (empty: ReactNode): ReactNode => (items.length > 0 ? t.common.noMatch : empty);
  return { shown, field, none };
}

// A list of any length of which only what is seen is drawn.
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";

const ROW = 32;
/** Rows that are drawn above and below what is seen. */
const SPARE = 12;

export function VirtualList(props: {
  count: number;
  height: number;
  header: ReactNode;
  label: string;
  selected: number;
  row: (index: number) => ReactNode;
}): ReactNode {
  const { count, height, selected } = props;
  const [top, setTop] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const scrolled = useCallback(() => setTop(box.current?.scrollTop ?? 0), []);
  useEffect(() => {
    const element = box.current;
    if (element === null || selected < 0) {
      return;
    }
    const [from, to] = [selected * ROW, (selected + 2) * ROW];
    if (from < element.scrollTop) {
      element.scrollTop = from;
    } else if (to > element.scrollTop + element.clientHeight) {
      element.scrollTop = to - element.clientHeight;
    }
  }, [selected]);
  const first = Math.max(0, Math.floor(top / ROW) - SPARE);
  const last = Math.min(count, Math.ceil((top + height) / ROW) + SPARE);
  const indexes = Array.from({ length: Math.max(0, last - first) }, (_none, at) => first + at);
  return (
    <div
      ref={box}
      className="list"
      style={{ height }}
      onScroll={scrolled}
      role="grid"
      aria-label={props.label}
      aria-rowcount={count + 1}
      tabIndex={0}
      data-keys=""
    >
      {props.header}
      <div style={{ height: first * ROW }} />
      {indexes.map(props.row)}
      <div style={{ height: (count - last) * ROW }} />
    </div>
  );
}

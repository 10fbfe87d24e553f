// Two texts, line by line: what goes and what comes.
import type { ReactNode } from "react";
import { t } from "../text/en";

export interface Line {
  mark: " " | "+" | "-";
  text: string;
}

/** The longest common lines stay. Policies have some hundred lines, so that a table will do. */
export function difference(before: string, after: string): Line[] {
  const old = before === "" ? [] : before.split("\n");
  const now = after === "" ? [] : after.split("\n");
  const table = lengths(old, now);
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [from, to] = [old[i], now[j]];
    if (from !== undefined && from === to) {
      lines.push({ mark: " ", text: from });
      i += 1;
      j += 1;
    } else if (to !== undefined && (from === undefined || at(table, i, j + 1) > at(table, i + 1, j))) {
      lines.push({ mark: "+", text: to });
      j += 1;
    } else if (from !== undefined) {
      lines.push({ mark: "-", text: from });
      i += 1;
    }
  }
  return lines;
}

function lengths(old: string[], now: string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row !== undefined) {
        row[j] =
          old[i] === now[j]
            ? at(table, i + 1, j + 1) + 1
            : Math.max(at(table, i + 1, j), at(table, i, j + 1));
      }
    }
  }
  return table;
}

function at(table: number[][], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

export function Diff(props: { before: string; after: string; label: string }): ReactNode {
  const lines = difference(props.before, props.after);
  return (
    <div className="diff" tabIndex={0} role="region" aria-label={props.label}>
      {lines.map((line, index) => (
        // Lines have no other identity than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={classes[line.mark]}>
          <span className="diff-mark" aria-label={marks[line.mark]}>
            {line.mark}
          </span>
          <span>{line.text}</span>
        </div>
      ))}
    </div>
  );
}

const classes = { " ": "diff-same", "+": "diff-added", "-": "diff-removed" } as const;
const marks = { " ": undefined, "+": t.common.added, "-": t.common.gone } as const;

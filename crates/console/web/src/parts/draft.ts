// What somebody typed and did not save, while the page lives: another tab of the same thing does not
// take it away.
import { useState } from "react";

const drafts = new Map<string, string>();

/** None while nothing was typed. */
export function useDraft(key: string): [string | undefined, (text: string | undefined) => void] {
  const [text, setText] = useState(() => drafts.get(key));
  const keep = (next: string | undefined): void => {
    if (next === undefined) {
      drafts.delete(key);
    } else {
      drafts.set(key, next);
    }
    setText(next);
  };
  return [text, keep];
}

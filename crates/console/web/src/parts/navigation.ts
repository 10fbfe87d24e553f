// Whether the navigation is open: beside a wide page as somebody left it, open at first; over a
// narrow one only while somebody chooses.
import { useState, useSyncExternalStore } from "react";

const NARROW = "(max-width: 1023px)";
const KEY = "portcullis-navigation";

export interface Navigation {
  open: boolean;
  turn: (open: boolean) => void;
  /** Somebody chose. */
  followed: () => void;
}

export function useNavigation(): Navigation {
  const narrow = useSyncExternalStore(subscribe, isNarrow);
  const [beside, setBeside] = useState(() => localStorage.getItem(KEY) !== "closed");
  const [over, setOver] = useState(false);
  const turn = (open: boolean): void => {
    // The layout closes it when the page becomes narrow, before this knows.
    if (isNarrow()) {
      setOver(open);
    } else {
      setBeside(open);
      localStorage.setItem(KEY, open ? "open" : "closed");
    }
  };
  return { open: narrow ? over : beside, turn, followed: () => setOver(false) };
}

function isNarrow(): boolean {
  return matchMedia(NARROW).matches;
}

function subscribe(changed: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

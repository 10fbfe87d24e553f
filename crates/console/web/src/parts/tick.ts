// Does something again and again, while there is a reason to.
import { useEffect, useRef } from "react";

const EVERY_MILLIS = 1500;

export function useTick(on: boolean, act: () => void): void {
  const held = useRef(act);
  useEffect(() => {
    held.current = act;
  });
  useEffect(() => {
    if (!on) {
      return;
    }
    const timer = setInterval(() => held.current(), EVERY_MILLIS);
    return () => clearInterval(timer);
  }, [on]);
}

import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

const MINUTE_MS = 60_000;
const LOOK_MS = 20_000;

/**
 * Asks for the page anew once its session must have ended for want of use, which leads to the sign-in: what was shown to
 * whoever sat here doesn't stay on the screen. Where something has been typed the page stays, for nothing typed is lost.
 */
export function useSessionEnd(idleMinutes: number | null): void {
  const { key } = useLocation();
  const typed = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another use
  useEffect(() => {
    // A form that was refused still stands there with what was typed; one that was taken is gone.
    if (!typed.current?.closest("form[method=post]")?.isConnected) typed.current = null;
    if (idleMinutes === null) return;
    const since = Date.now();
    const type = ({ target }: Event) => {
      typed.current = target as Element;
    };
    // By the clock and not by a long timer: a machine that slept has not counted.
    const look = () => {
      const { pathname, search } = window.location;
      if (!typed.current && Date.now() - since > (idleMinutes + 1) * MINUTE_MS)
        window.location.replace(pathname + search);
    };
    document.addEventListener("input", type);
    const timer = setInterval(look, LOOK_MS);
    return () => {
      document.removeEventListener("input", type);
      clearInterval(timer);
    };
  }, [key, idleMinutes]);
}

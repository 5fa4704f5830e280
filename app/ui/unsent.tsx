import { useEffect, useRef } from "react";
import { type Location, useBlocker } from "react-router";
import { useWords } from "../i18n/use-words.ts";

/** Asks before a form is left in which something was typed that was not sent. Stands in a form that was typed in. */
export function Unsent({ path }: { path: string }) {
  const { leaveUnsent } = useWords().ui;
  // Signing out ends in a page read anew: who agreed is not asked twice, or would stay signed out with all this on the screen.
  const isAgreed = useRef(false);
  useBlocker(({ nextLocation }) => {
    if (staysAt(path, nextLocation)) return false;
    isAgreed.current = window.confirm(leaveUnsent);
    return !isAgreed.current;
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!isAgreed.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);
  return null;
}

/** How a page is shown is sent from any page, which then stands as it stood. */
const settings = ["/locale", "/print"];

/** Whether an address keeps the form: it is where the form is sent, or opens the same one, and so says all that it says. */
function staysAt(path: string, { pathname, search }: Location): boolean {
  const form = new URL(path, window.location.href);
  const next = new URLSearchParams(search);
  const isSame = [...form.searchParams].every(([name, value]) => next.get(name) === value);
  return settings.includes(pathname) || (form.pathname === pathname && isSame);
}

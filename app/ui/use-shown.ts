import { useEffect, useRef } from "react";
import { useNavigationType } from "react-router";

/** For the heading of a form: when the form opens it comes into sight, and the next Tab goes into its first field. */
export function useShown(isAnswered: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  // A page that was loaded whole, or gone back to, stays where the reader has it.
  const isOpened = useNavigationType() !== "POP";
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens; an answer has a focus of its own
  useEffect(() => {
    if (isAnswered || !isOpened) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.parentElement?.scrollIntoView({ block: "nearest" });
  }, []);
  return heading;
}

import { Button } from "./button.tsx";
import { useHydrated } from "./use-hydrated.ts";

/** Prints the page, where there is room for a button; on a phone and without scripts the browser's own menu does. */
export function PrintButton({ label }: { label: string }) {
  if (!useHydrated()) return null;
  return (
    <span className="phone:hidden">
      <Button type="button" tone="secondary" onClick={() => window.print()}>
        {label}
      </Button>
    </span>
  );
}

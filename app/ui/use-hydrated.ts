import { useSyncExternalStore } from "react";

const neverChanges = () => () => {};

/** True once scripts run: until then a page shows what works without them. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}

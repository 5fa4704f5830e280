import { join } from "node:path";
import type { ServerBuild } from "react-router";

/** A route as it was built. */
export interface BuiltRoute {
  /** Its whole path, "desk/complaints/:number/:act?"; empty for the first page. */
  path: string;
  reads: boolean;
  writes: boolean;
  /** False for what answers with a file or data alone. */
  isPage: boolean;
}

/** Every route of the built application that reads or writes, found in the build itself; the root's own loader aside. */
export async function builtRoutes(): Promise<BuiltRoute[]> {
  const { routes } = (await import(join(import.meta.dirname, "../../build/server/index.js"))) as ServerBuild;
  const pathOf = (id: string | undefined): string => {
    const route = id ? routes[id] : undefined;
    return route ? [pathOf(route.parentId), route.path].filter(Boolean).join("/") : "";
  };
  return Object.values(routes).flatMap((route) => {
    if (!route || route.id === "root") return [];
    const { loader, action, default: page } = route.module;
    const found = {
      path: pathOf(route.id),
      reads: Boolean(loader),
      writes: Boolean(action),
      isPage: Boolean(page),
    };
    return found.reads || found.writes ? [found] : [];
  });
}

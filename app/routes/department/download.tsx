import { findDepartmentFile } from "../../domain/assignment/view.server.ts";
import { isRowId } from "../../domain/complaint/draft.server.ts";
import { download } from "../../http/download.server.ts";
import { notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import type { Route } from "./+types/download.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  const actor = only(context, "department");
  const { kind, id } = params;
  if (!isRowId(id) || (kind !== "released" && kind !== "evidence")) notFound();
  const file = await read(context, (tx) => findDepartmentFile(tx, actor, kind, id));
  return download(file ?? notFound());
}

import { isRowId } from "../../domain/complaint/draft.server.ts";
import { findEnterpriseFile } from "../../domain/complaint/enterprise-view.server.ts";
import { download } from "../../http/download.server.ts";
import { notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import type { Route } from "./+types/download.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  const actor = only(context, "liaison");
  if (!isRowId(params.id)) notFound();
  const file = await read(context, (tx) => findEnterpriseFile(tx, actor, params.id));
  return download(file ?? notFound());
}

import { FILE_KINDS, findFile } from "../../domain/ledger/files.server.ts";
import { recordOpening } from "../../domain/trail/record-opening.server.ts";
import { download } from "../../http/download.server.ts";
import { now } from "../../http/environment.ts";
import { notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import type { Route } from "./+types/download.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function loader({ context, params }: Route.LoaderArgs) {
  const actor = only(context, "intake", "supervisor", "discipline");
  const kind = FILE_KINDS.find((one) => one === params.kind);
  if (!kind || !UUID.test(params.id)) notFound();
  const file = await read(context, (tx) => findFile(tx, actor.kind, kind, params.id));
  if (!file) notFound();
  const { complaintId } = file;
  await recordOpening(actor, { what: "file", complaintId, said: { kind, id: params.id } }, now());
  return download(file);
}

import { FILE_LIMIT_COUNT } from "../../../db/vocabulary.ts";
import { findAssignment } from "../../domain/assignment/view.server.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { answerAhead } from "../../http/kept-files.server.ts";
import { read } from "../../http/reader.ts";
import { receive } from "../../http/uploads.server.ts";
import type { Route } from "./+types/evidence.ts";

/** There is nothing to read here: files are read under /department/files. */
export function loader({ context }: Route.LoaderArgs) {
  only(context, "department");
  notFound();
}

/** Takes evidence ahead of its form, and hands the form a ticket for it. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = only(context, "department");
  const found = await read(context, (tx) => findAssignment(tx, actor, params.code));
  // Asked before a byte is taken, so that nobody fills the disk through somebody else's assignment.
  if (!found || found.settledAt || found.recalledAt) notFound();
  return answerAhead(await receive(request, FILE_LIMIT_COUNT), actor.personId, localeOf(context));
}

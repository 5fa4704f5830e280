import { FILE_LIMIT_COUNT } from "../../../db/vocabulary.ts";
import { isNumber } from "../../domain/complaint/complaint.ts";
import { findEnterpriseComplaint } from "../../domain/complaint/enterprise-view.server.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { answerAhead } from "../../http/kept-files.server.ts";
import { read } from "../../http/reader.ts";
import { receive } from "../../http/uploads.server.ts";
import type { Route } from "./+types/complaint-files.ts";

/** There is nothing to read here: files are read under /liaison/files. */
export function loader({ context }: Route.LoaderArgs) {
  only(context, "liaison");
  notFound();
}

/** Takes files ahead of the form that adds them to a complaint, and hands the form a ticket for each. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = only(context, "liaison");
  const { number } = params;
  if (!isNumber(number)) notFound();
  // Asked before a byte is taken, so that nobody fills the disk through somebody else's complaint.
  if (!(await read(context, (tx) => findEnterpriseComplaint(tx, actor, number)))) notFound();
  return answerAhead(await receive(request, FILE_LIMIT_COUNT), actor.personId, localeOf(context));
}

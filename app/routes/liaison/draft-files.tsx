import { redirect } from "react-router";
import { FILE_LIMIT_COUNT } from "../../../db/vocabulary.ts";
import type { PersonActor } from "../../domain/access/actor.ts";
import {
  addFiles,
  filesOfDraft,
  findDraft,
  isRowId,
  removeFile,
} from "../../domain/complaint/draft.server.ts";
import { now } from "../../http/environment.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { allFiles, discard, type Received, receive } from "../../http/uploads.server.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import type { Route } from "./+types/draft-files.ts";

const evidencePath = (id: string) => `/liaison/drafts/${id}/evidence`;

export function loader({ context, params }: Route.LoaderArgs) {
  only(context, "liaison");
  throw redirect(isRowId(params.id) ? evidencePath(params.id) : "/liaison");
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const actor = only(context, "liaison");
  const { id } = params;
  if (!isRowId(id)) notFound();
  const held = await read(context, async (tx) => {
    const draft = await findDraft(tx, actor, id);
    return draft && draft.submittedAt === null ? (await filesOfDraft(tx, actor, id)).length : null;
  });
  // Asked before a byte is taken, so that nobody fills the disk through somebody else's draft.
  if (held === null) notFound();
  const removed = url.searchParams.get("remove");
  if (removed !== null) return takeBack(actor, id, removed);
  const received = await receive(request, Math.max(0, FILE_LIMIT_COUNT - held));
  await keepAll(actor, id, received);
  return answer(request, id, received, wordsOf(localeOf(context)).liaison.files.faults);
}

async function takeBack(actor: PersonActor, id: string, fileId: string) {
  const gone = isRowId(fileId) ? await removeFile(actor, id, fileId) : null;
  if (gone) await discard([gone]);
  return redirect(evidencePath(id));
}

/** Two uploads at once may both have seen the last place; the later one is told. */
async function keepAll(actor: PersonActor, id: string, received: Received) {
  const over = await addFiles(actor, id, allFiles(received), now());
  await discard(over);
  for (const { name } of over) received.refused.push({ field: "files", name, fault: "tooMany" });
}

type Faults = ReturnType<typeof wordsOf>["liaison"]["files"]["faults"];

function answer(request: Request, id: string, { refused }: Received, faults: Faults) {
  if (!request.headers.get("accept")?.includes("application/json")) {
    const query = new URLSearchParams(refused.map(({ fault, name }) => ["refused", `${fault}:${name}`]));
    return redirect(refused.length > 0 ? `${evidencePath(id)}?${query}` : evidencePath(id));
  }
  const [first] = refused;
  if (!first) return Response.json({ ok: true });
  return Response.json(
    { error: faults[first.fault](first.name) },
    { status: first.fault === "tooLarge" ? 413 : 422 },
  );
}

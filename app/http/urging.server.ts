import type { RouterContextProvider } from "react-router";
import type { Role } from "../../db/vocabulary.ts";
import { recordOpening } from "../domain/trail/record-opening.server.ts";
import { findUrging, type UrgingLetter } from "../domain/urging/urging.server.ts";
import { wordsOf } from "../i18n/dictionaries.ts";
import { formatFor } from "../i18n/format.ts";
import { now } from "./environment.ts";
import { isId } from "./forms.ts";
import { notFound, only } from "./guards.ts";
import { read } from "./reader.ts";
import { urgingDocument } from "./urging-document.server.ts";

type Context = Readonly<RouterContextProvider>;

/** The letter that an address names, for readers in these roles; any other is not there. */
export async function letterFor(context: Context, id: string, ...roles: Role[]): Promise<UrgingLetter> {
  const actor = only(context, ...roles);
  if (!isId(id)) notFound();
  return (await read(context, (tx) => findUrging(tx, actor, id))) ?? notFound();
}

/** The same letter as a Word document, which says in its properties whose copy it is; taking it is an event. */
export async function documentFor(context: Context, id: string, ...roles: Role[]): Promise<Response> {
  const actor = only(context, ...roles);
  const letter = await letterFor(context, id, ...roles);
  const at = now();
  await recordOpening(actor, { what: "export", complaintId: null, said: { urging: id } }, at);
  const { files, office } = wordsOf("zh-CN");
  const mark = files.exported(actor.name, office.roles[actor.kind], formatFor("zh-CN").instant(at));
  return urgingDocument(letter, { name: actor.name, mark });
}

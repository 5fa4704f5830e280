import type { RouterContextProvider } from "react-router";
import type { Role } from "../../db/vocabulary.ts";
import { findUrging, type UrgingLetter } from "../domain/urging/urging.server.ts";
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

/** The same letter as a Word document. */
export const documentFor = async (context: Context, id: string, ...roles: Role[]): Promise<Response> =>
  urgingDocument(await letterFor(context, id, ...roles));

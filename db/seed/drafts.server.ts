import type { PersonActor } from "../../app/domain/access/actor.ts";
import { addDays, dayOf } from "../../app/domain/clock/day.ts";
import type { StoredFile } from "../../app/domain/complaint/complaint.ts";
import { addFiles, saveDraft, startDraft } from "../../app/domain/complaint/draft.server.ts";
import { newId } from "../../app/domain/people/new-id.ts";
import { cast } from "./cast.ts";
import type { Paper } from "./files/paper.ts";
import { upload } from "./files/upload.server.ts";
import type { Story } from "./story.ts";
import type { Matter } from "./texts/matter.ts";
import type { Pair } from "./texts/pairing.ts";
import type { World } from "./world.ts";

/** Begins a draft as the pages do: what was typed, and the files; answers its id and the stored files. */
export async function writeDraft(
  actor: PersonActor,
  typed: Record<string, string>,
  papers: readonly Paper[],
  at: Date,
): Promise<{ draftId: string; files: StoredFile[] }> {
  const draftId = await startDraft(actor, newId(), at);
  await saveDraft(actor, draftId, typed, at);
  const files = await upload(papers);
  const over = await addFiles(actor, draftId, files, at);
  if (over.length > 0) throw new Error(`The draft ${draftId} has no room for its files.`);
  return { draftId, files };
}

/** What is typed of a matter before it is said who is to know it. */
export function typedOf({ kind, field, conduct, title, about, place }: Matter, description: string) {
  return { kind, field, conduct, title, description, about, place };
}

/** The cast's own enterprises each have begun one more complaint, not long before the story stops. */
export async function beginDrafts(spare: readonly Pair[], stories: readonly Story[], world: World) {
  const latest = Math.max(...stories.flatMap(({ acts }) => acts.map(({ at }) => at.getTime())));
  const taken = new Set<Matter>();
  for (const { liaisonPointCode: code } of [cast.lin, cast.he, cast.wen]) {
    const point = world.points.find((each) => each.code === code);
    const pair = spare.find(({ matter }) => point && !taken.has(matter) && matter.suits(point));
    if (!point || !pair) continue;
    taken.add(pair.matter);
    const at = new Date(latest);
    const typed = typedOf(pair.matter, pair.matter.description(point));
    const sinceOn = addDays(dayOf(at), -pair.matter.sinceDays);
    await writeDraft(world.contact(code), { ...typed, sinceOn }, [], at);
  }
}

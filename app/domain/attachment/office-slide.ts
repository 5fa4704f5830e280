import { CannotClean } from "./cleaned.ts";
import type { Rules } from "./office-rules.ts";
import { attributeOf, type Element, within } from "./xml.ts";

const names = (list: string) => new Set(list.trim().split(/\s+/));

/** Notes, comments, what moves, who may change it, and what leads elsewhere. */
const dropped = names(`
  p:custDataLst p:timing p:transition p:notesMasterIdLst p:handoutMasterIdLst p:embeddedFontLst p:modifyVerifier
  p:custShowLst p:photoAlbum p:smartTags p:custData p:tags a:hlinkClick a:hlinkHover a:hlinkMouseOver`);

const embedded = names(
  "p:oleObj p:controls p:control p:contentPart a:audioFile a:videoFile a:wavAudioFile a:quickTimeFile a:audioCd",
);

export const slideRules: Rules = (element) => {
  const { name } = element;
  if (embedded.has(name)) throw new CannotClean("embedded");
  if (name === "p:graphicFrame" && isForeign(element)) throw new CannotClean("notUnderstood");
  if (name === "p:sld") {
    const shown = attributeOf(element, "show");
    if (shown === "0" || shown === "false") throw new CannotClean("hidden");
  }
  return dropped.has(name) ? "drop" : "keep";
};

/** A frame for anything but a table: a diagram keeps its figures in a part of its own. */
function isForeign(frame: Element): boolean {
  const data = [...within(frame)].find(({ name }) => name === "a:graphicData");
  return !(data && attributeOf(data, "uri")?.endsWith("/table"));
}

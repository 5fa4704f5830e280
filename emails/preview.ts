import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MailContent } from "../app/domain/notice/mail-content.ts";
import { JOURNEY, LOCALES, type Locale, NOTICE_KINDS, type NoticeKind } from "../db/vocabulary.ts";
import { renderMail } from "./index.ts";
import { isAccountNotice } from "./letter.ts";

/** What a mail of this kind may look like on 22 November 2026. */
export function sampleContent(kind: NoticeKind, locale: Locale): MailContent {
  const isAccount = isAccountNotice(kind);
  const position = NOTICE_KINDS.indexOf(kind);
  return {
    kind,
    locale,
    number: isAccount ? null : "HY2026-00318",
    dueOn: isAccount ? null : "2026-12-02",
    url: "https://huiyin.example/complaints/HY2026-00318",
    journey: isAccount ? null : (JOURNEY[position % JOURNEY.length] ?? null),
    expiresAt: isAccount ? "2026-11-24T08:00:00Z" : null,
    today: "2026-11-22",
    items: kind === "digest" ? 3 : null,
    ...(kind === "newDevice" ? { device: "Edge · Windows", at: "2026-11-22T01:12:00Z" } : {}),
  };
}

/** Writes every kind in every language as html and text into a folder, with an index; answers how many. */
export async function writePreviews(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const rows: string[] = [];
  for (const kind of NOTICE_KINDS) {
    for (const locale of LOCALES) {
      const mail = await renderMail(sampleContent(kind, locale));
      const name = `${kind}.${locale}`;
      await writeFile(join(folder, `${name}.html`), mail.html);
      await writeFile(join(folder, `${name}.txt`), mail.text);
      rows.push(`<figure><figcaption>${name}: <a href="${name}.html">html</a> <a href="${name}.txt">text</a></figcaption>
<iframe src="${name}.html" title="${name}" loading="lazy"></iframe></figure>`);
    }
  }
  await writeFile(join(folder, "index.html"), galleryPage(rows));
  return rows.length;
}

function galleryPage(rows: string[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Mails</title><style>
body { display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); font: 14px/22px sans-serif }
figure { margin: 0 } iframe { border: 1px solid #e5e1d6; height: 460px; width: 100% }
</style></head><body>
${rows.join("\n")}
</body></html>
`;
}

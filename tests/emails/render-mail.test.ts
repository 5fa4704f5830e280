import { describe, expect, it } from "vitest";
import { wordsOf } from "../../app/i18n/dictionaries.ts";
import { ACCOUNT_NOTICES, LOCALES, NOTICE_KINDS } from "../../db/vocabulary.ts";
import { renderMail } from "../../emails/index.ts";
import { sampleContent } from "../../emails/preview.ts";

const isAccount = (kind: string) => ACCOUNT_NOTICES.some((notice) => notice === kind);
const all = NOTICE_KINDS.flatMap((kind) => LOCALES.map((locale) => ({ kind, locale })));

/** What a reader sees of the html: no markup, no title, no preview line. */
function seen(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, "")
    .replace(/<div[^>]*data-skip-in-text="true".*?<\/div>/s, "")
    .replace(/<[^>]+>/g, "")
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");
}

describe.each(all)("the mail $kind in $locale", ({ kind, locale }) => {
  const content = sampleContent(kind, locale);

  it("has a subject, an html and a text part that say the same", async () => {
    const mail = await renderMail(content);
    const words = isAccount(kind)
      ? wordsOf(locale).mail.accounts[kind as (typeof ACCOUNT_NOTICES)[number]]
      : wordsOf(locale).mail.steps[kind as Exclude<typeof kind, (typeof ACCOUNT_NOTICES)[number]>];
    expect(mail.subject).not.toBe("");
    expect(mail.html).toContain(`lang="${locale}"`);
    for (const part of [mail.text, seen(mail.html)]) {
      expect(part).toContain(mail.subject);
      expect(part).toContain(words.button);
      expect(part).toContain(content.url);
      expect(part).not.toMatch(/undefined|null|\[object/);
    }
    expect(mail.html).toContain(`href="${content.url}"`);
  });

  it("reads in its own language", async () => {
    const { text } = await renderMail(content);
    expect(/[一-鿿]/.test(text)).toBe(locale === "zh-CN");
  });

  it("names its number and its date", async () => {
    const { subject, text } = await renderMail(content);
    if (isAccount(kind)) {
      expect(text).not.toContain("HY2026-00318 ");
      return;
    }
    expect(subject).toContain("HY2026-00318");
    const hasDate = text.includes(locale === "en" ? "2 Dec" : "12月2日");
    const words = wordsOf(locale).mail.steps[kind as Exclude<typeof kind, (typeof ACCOUNT_NOTICES)[number]>];
    expect(hasDate).toBe(words.dated !== undefined);
  });

  it("calls a date provisional whose year's days off aren't known", async () => {
    if (isAccount(kind)) return;
    const [known, unknown] = await Promise.all(
      [[2026], [2025]].map((years) => renderMail({ ...content, years })),
    );
    const mark = locale === "en" ? "provisional" : "暂算";
    expect(known?.text).not.toContain(mark);
    const hasDate = known?.text.includes(locale === "en" ? "2 Dec" : "12月2日");
    expect(unknown?.text.includes(mark)).toBe(hasDate);
  });

  it("still makes whole sentences without a date", async () => {
    const { text } = await renderMail({ ...content, dueOn: null, expiresAt: null });
    expect(text).not.toContain(locale === "en" ? "2 Dec" : "12月2日");
    expect(text).not.toMatch(/undefined|null|在前|by \.|by ,/);
  });
});

describe("what all mails keep to", () => {
  it("both languages set a date in the same kinds", () => {
    const dated = (locale: "zh-CN" | "en") =>
      Object.entries(wordsOf(locale).mail.steps).flatMap(([kind, words]) => (words.dated ? [kind] : []));
    expect(dated("en")).toEqual(dated("zh-CN"));
  });

  it("no two kinds have the same subject", async () => {
    for (const locale of LOCALES) {
      const subjects = await Promise.all(
        NOTICE_KINDS.map(async (kind) => (await renderMail(sampleContent(kind, locale))).subject),
      );
      expect(new Set(subjects).size).toBe(NOTICE_KINDS.length);
    }
  });

  it("no content of a complaint gets in, even when it is offered", async () => {
    const secrets = {
      enterprise: "鹭湾晨曜电子",
      contact: "林晓雯",
      title: "验收拖了三个月",
      description: "窗口说材料不全",
    };
    for (const { kind, locale } of all) {
      const content = { ...sampleContent(kind, locale), ...secrets };
      const { subject, html, text } = await renderMail(content);
      for (const secret of Object.values(secrets)) expect(subject + html + text).not.toContain(secret);
    }
  });

  it("a step's mail without a number is refused as a bug", async () => {
    await expect(renderMail({ ...sampleContent("answered", "en"), number: null })).rejects.toThrow(
      "answered",
    );
  });

  it("marks the journey's present step and ticks those before", async () => {
    const { text } = await renderMail({ ...sampleContent("answered", "zh-CN"), journey: "evaluate" });
    expect(text).toContain("受理✓ 交办✓ 办理✓ 答复✓ 审核✓ 【评价】 销号");
    const without = await renderMail({ ...sampleContent("answered", "zh-CN"), journey: null });
    expect(without.text).not.toContain("【评价】");
  });

  it.each(LOCALES)(
    "an answer's mail leads to the rating and, beside it, to the answer, in %s",
    async (locale) => {
      const given = { ...sampleContent("answered", locale), url: "https://huiyin.example/rate/once" };
      const { html, text } = await renderMail({ ...given, expiresAt: "2026-12-02T09:30:00Z" });
      const answer = "https://huiyin.example/liaison/complaints/HY2026-00318";
      for (const url of [given.url, answer]) {
        expect(html).toContain(`href="${url}"`);
        expect(text).toContain(url);
      }
      expect((await renderMail(given)).html).not.toContain(answer);
    },
  );

  it("an answer's mail that opens its rating says that the link works once", async () => {
    const given = sampleContent("answered", "zh-CN");
    const rated = await renderMail({ ...given, expiresAt: "2026-12-02T09:30:00Z" });
    expect(rated.text).toContain("链接只能用一次");
    expect(rated.text).toContain("去评价");
    expect((await renderMail(given)).text).not.toContain("链接只能用一次");
  });

  it("escapes what it is given", async () => {
    const { html } = await renderMail({ ...sampleContent("answered", "en"), number: '<b title="x">' });
    expect(html).not.toContain("<b title");
  });
});

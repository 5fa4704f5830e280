import { describe, expect, it } from "vitest";
import { linkIdIn, linkToken } from "../../app/domain/notice/link-secret.ts";
import { mailUrl } from "../../app/domain/notice/mail-url.ts";

const secret = "a secret of at least 32 characters";
const id = "019ab000-0000-7000-8000-000000000001";
const token = linkToken(secret, id);

describe("a one-time link's token", () => {
  it("is the same each time, and names its link", () => {
    expect(linkToken(secret, id)).toBe(token);
    expect(linkIdIn(secret, token)).toBe(id);
  });

  it.each([
    ["another link", token.replace("0001.", "0002.")],
    ["a shortened one", token.slice(0, -1)],
    ["one with more after it", `${token}.x`],
    ["an id alone", id],
    ["nothing", ""],
  ])("is worth nothing as %s", (_name, forged) => {
    expect(linkIdIn(secret, forged)).toBeNull();
  });

  it("is worth nothing under another secret", () => {
    expect(linkIdIn(secret.toUpperCase(), token)).toBeNull();
  });
});

describe("while the secret is being changed", () => {
  const next = "the next secret, at least 32 characters";

  it("links of both work, new ones are made with the next, and without the old one its links are worth nothing", () => {
    const both = `${next}\n${secret}`;
    expect(linkIdIn(both, token)).toBe(id);
    expect(linkToken(both, id)).toBe(linkToken(next, id));
    expect(linkIdIn(both, linkToken(both, id))).toBe(id);
    expect(linkIdIn(next, token)).toBeNull();
  });
});

describe("where a mail leads", () => {
  const settings = { url: "https://huiyin.example", secret };

  it("to a page, or to the one-time link at the end of its path", () => {
    expect(mailUrl(settings, { path: "/liaison/HY2026-00318", linkId: null })).toBe(
      "https://huiyin.example/liaison/HY2026-00318",
    );
    expect(mailUrl(settings, { path: "/welcome", linkId: id })).toBe(
      `https://huiyin.example/welcome/${token}`,
    );
  });
});

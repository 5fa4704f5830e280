import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Tokens = Record<string, string>;

/** The colour tokens in one block of the style sheet. */
function tokensIn(css: string): Tokens {
  const found = css.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6});/g);
  return Object.fromEntries([...found].map(([, name, colour]) => [name, colour]));
}

const css = readFileSync("app/app.css", "utf8");
const darkStart = css.indexOf("prefers-color-scheme: dark");
const light = tokensIn(css.slice(0, darkStart));
const dark = { ...light, ...tokensIn(css.slice(darkStart, css.indexOf("@media print"))) };

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The ratio of WCAG 2.2, from 1 to 21. */
function contrast(tokens: Tokens, over: string, under: string): number {
  const [a = 0, b = 0] = [over, under]
    .map((name) => luminance(tokens[name] ?? "#000000"))
    .sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

const grounds = ["paper", "card", "side"];
const tones = ["blue", "red", "amber", "green", "grey"];
const texts = [
  ...["ink", "soft", ...tones].flatMap((text) => grounds.map((ground) => [text, ground])),
  ...tones.map((tone) => [tone, `${tone}-wash`]),
  ...tones.flatMap((tone) => ["ink", "soft"].map((text) => [text, `${tone}-wash`])),
  ["ink", "hair"],
  ["on-action", "action"],
  ["on-action", "action-strong"],
  ["on-seal", "seal"],
] as [string, string][];

describe.each([
  ["light", light],
  ["dark", dark],
])("in the %s scheme", (_, tokens) => {
  test("every text reads on every ground", () => {
    const weak = texts.filter(([text, ground]) => contrast(tokens, text, ground) < 4.5);
    expect(weak.map((pair) => `${pair.join(" on ")} ${contrast(tokens, ...pair).toFixed(2)}`)).toEqual([]);
  });

  test("the border of a field is seen on every ground", () => {
    const weak = grounds.filter((ground) => contrast(tokens, "edge", ground) < 3);
    expect(weak.map((ground) => `${ground} ${contrast(tokens, "edge", ground).toFixed(2)}`)).toEqual([]);
  });
});

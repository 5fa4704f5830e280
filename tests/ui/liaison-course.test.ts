import { expect, test } from "vitest";
import { lifecycle } from "../../app/domain/complaint/lifecycle.ts";
import { wordsOf } from "../../app/i18n/dictionaries.ts";

test("an enterprise reads a sentence of its own of every act that it does or is told of", () => {
  const known = Object.entries(lifecycle).filter(
    ([, { by, outcomes }]) =>
      by.includes("liaison") || Object.values(outcomes).some(({ tells }) => "enterprise" in tells),
  );
  const { happened } = wordsOf("zh-CN").liaison;
  expect(known.map(([act]) => act).filter((act) => !(act in happened))).toEqual([]);
});

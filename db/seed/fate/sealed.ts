import type { Matter } from "../texts/matter.ts";
import { type Fate, toContact } from "./fate.ts";

const isChinese = ({ locale }: Matter) => locale === "zh-CN";
const common = { needs: isChinese, fixed: { disclosure: "sealed" as const } };

/** A few matters of the present year whose enterprise is sealed: new, asked for, opened for a while; and one sealed later. */
export const sealed: readonly Fate[] = [
  { ages: [1], ...common, beats: (s) => s.submit() },
  {
    ages: [1],
    ...common,
    beats: (s) => [
      ...toContact(s),
      ...s.askUnsealing(),
      ...s.refuseUnsealing(),
      ...s.askUnsealing(),
      ...s.endUnsealing(),
      ...s.askUnsealing(),
      ...s.agree("custodian"),
    ],
  },
  {
    ages: [1],
    ...common,
    beats: (s) => [
      ...toContact(s),
      ...s.askUnsealing(),
      ...s.refuseUnsealing(),
      ...s.askUnsealing(),
      ...s.agree("custodian", 1),
      ...s.agree("otherCustodian"),
      ...s.endUnsealing(),
    ],
  },
  {
    ages: [1],
    needs: isChinese,
    fixed: { disclosure: "named" },
    beats: (s) => [...toContact(s), ...s.raiseDisclosure("confidential"), ...s.raiseDisclosure("sealed")],
  },
];

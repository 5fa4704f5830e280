import type { NoticeKind } from "../../../db/vocabulary.ts";
import type { StepWords } from "./mail-steps.ts";

type CustodyNotice = Extract<
  NoticeKind,
  | "disclosureRaised"
  | "unsealingAsked"
  | "unsealingApproved"
  | "unsealingRefused"
  | "unsealingEnded"
  | "identityOpened"
>;

/** Secrecy and sealed identities. */
export const custodySteps: Record<CustodyNotice, StepWords> = {
  disclosureRaised: {
    subject: (number) => `${number} 改为更保密`,
    plain: "企业改了谁可以知道是它反映的，比原来更保密。请照新的选择办理。",
    button: "查看详情",
  },
  unsealingAsked: {
    subject: (number) => `${number} 有人申请打开密封身份`,
    plain: "有人申请知道这件是谁反映的。给谁看、为什么、到什么时候，登录后可以看到。",
    button: "查看申请",
  },
  unsealingApproved: {
    subject: (number) => `${number} 密封身份获准打开`,
    plain: "两名身份保管人都同意打开。给谁看、到什么时候，登录后可以看到。",
    button: "查看详情",
  },
  unsealingRefused: {
    subject: (number) => `${number} 密封身份没有打开`,
    plain: "身份保管人不同意打开，申请到此为止。",
    button: "查看详情",
  },
  unsealingEnded: {
    subject: (number) => `${number} 密封身份已重新关上`,
    plain: "打开密封身份的同意已经结束，谁也看不到了。",
    button: "查看详情",
  },
  identityOpened: {
    subject: (number) => `${number} 密封身份被打开`,
    plain: "获准的人打开了密封身份。是谁、什么时候，登录后可以看到。",
    button: "查看详情",
  },
};

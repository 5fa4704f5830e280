import type { custodySteps as source } from "../zh-CN/mail-custody.ts";

/** Secrecy and sealed identities. */
export const custodySteps: typeof source = {
  disclosureRaised: {
    subject: (number) => `${number} is to be kept more secret`,
    plain:
      "The enterprise changed who may know that it was the one to report. Please handle it by the new choice.",
    button: "See the complaint",
  },
  unsealingAsked: {
    subject: (number) => `${number}: somebody asks to open a sealed identity`,
    plain: "Somebody asks to know who reported it. For whom, why and until when is there when you sign in.",
    button: "Read the request",
  },
  unsealingApproved: {
    subject: (number) => `${number}: the sealed identity may be opened`,
    plain: "Two custodians agree that it is opened. To whom and until when is there when you sign in.",
    button: "See the complaint",
  },
  unsealingRefused: {
    subject: (number) => `${number}: the sealed identity stays closed`,
    plain: "A custodian does not agree that it is opened, and that ends the request.",
    button: "See the complaint",
  },
  unsealingEnded: {
    subject: (number) => `${number}: the sealed identity is closed again`,
    plain: "The agreement to open the sealed identity has ended: nobody sees it any more.",
    button: "See the complaint",
  },
  identityOpened: {
    subject: (number) => `${number}: the sealed identity was opened`,
    plain:
      "The reader to whom it was agreed opened the sealed identity. Who, and when, is there when you sign in.",
    button: "See the complaint",
  },
};

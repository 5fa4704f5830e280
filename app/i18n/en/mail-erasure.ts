import type { erasureSteps as source } from "../zh-CN/mail-erasure.ts";

/** Erasing what was said of a matter. */
export const erasureSteps: typeof source = {
  erasureAsked: {
    subject: (number) => `${number}: somebody asks to erase its content`,
    plain:
      "A colleague asks to erase the content of this matter, and somebody else has to decide. The ground and the reason are there when you sign in.",
    button: "Read the request",
  },
  erasureRefused: {
    subject: (number) => `${number}: its content stays`,
    plain:
      "The request to erase its content was refused, and the content stays. The reason is there when you sign in.",
    button: "See the complaint",
  },
  erased: {
    subject: (number) => `${number}: its content is erased`,
    plain:
      "The content of this matter was erased and is no longer kept. What was erased, on what ground, and what stays is there when you sign in.",
    button: "See the complaint",
  },
};

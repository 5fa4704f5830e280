// One line for each area; `en.ts` has the same lines, and a missing one fails the type check.
export { mail } from "./zh-CN/mail.ts";
export { ui } from "./zh-CN/ui.ts";

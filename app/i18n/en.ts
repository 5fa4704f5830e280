// One line for each area, as in `zh-CN.ts`.
export { mail } from "./en/mail.ts";
export { ui } from "./en/ui.ts";

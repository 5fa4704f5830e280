// One line for each area, as in `zh-CN.ts`.
export { door } from "./en/door.ts";
export { mail } from "./en/mail.ts";
export { office } from "./en/office.ts";
export { ui } from "./en/ui.ts";

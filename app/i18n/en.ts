// One line for each area, as in `zh-CN.ts`.
export { department } from "./en/department.ts";
export { desk } from "./en/desk.ts";
export { door } from "./en/door.ts";
export { liaison } from "./en/liaison.ts";
export { mail } from "./en/mail.ts";
export { office } from "./en/office.ts";
export { points } from "./en/points.ts";
export { triage } from "./en/triage.ts";
export { ui } from "./en/ui.ts";

// One line for each area, as in `zh-CN.ts`.
export { department } from "./en/department.ts";
export { desk } from "./en/desk.ts";
export { door } from "./en/door.ts";
export { liaison } from "./en/liaison.ts";
export { mail } from "./en/mail.ts";
export { office } from "./en/office.ts";
export { ui } from "./en/ui.ts";

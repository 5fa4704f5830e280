// One line for each area; `en.ts` has the same lines, and a missing one fails the type check.
export { clock } from "./zh-CN/clock.ts";
export { clue } from "./zh-CN/clue.ts";
export { custody } from "./zh-CN/custody.ts";
export { department } from "./zh-CN/department.ts";
export { desk } from "./zh-CN/desk.ts";
export { door } from "./zh-CN/door.ts";
export { liaison } from "./zh-CN/liaison.ts";
export { mail } from "./zh-CN/mail.ts";
export { office } from "./zh-CN/office.ts";
export { points } from "./zh-CN/points.ts";
export { rating } from "./zh-CN/rating.ts";
export { reach } from "./zh-CN/reach.ts";
export { settings } from "./zh-CN/settings.ts";
export { trail } from "./zh-CN/trail.ts";
export { triage } from "./zh-CN/triage.ts";
export { ui } from "./zh-CN/ui.ts";
export { urging } from "./zh-CN/urging.ts";

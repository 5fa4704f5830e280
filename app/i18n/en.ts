// One line for each area, as in `zh-CN.ts`.
export { clock } from "./en/clock.ts";
export { clue } from "./en/clue.ts";
export { custody } from "./en/custody.ts";
export { department } from "./en/department.ts";
export { desk } from "./en/desk.ts";
export { door } from "./en/door.ts";
export { liaison } from "./en/liaison.ts";
export { mail } from "./en/mail.ts";
export { office } from "./en/office.ts";
export { points } from "./en/points.ts";
export { rating } from "./en/rating.ts";
export { reach } from "./en/reach.ts";
export { settings } from "./en/settings.ts";
export { trail } from "./en/trail.ts";
export { triage } from "./en/triage.ts";
export { ui } from "./en/ui.ts";
export { urging } from "./en/urging.ts";

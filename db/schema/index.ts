export * from "./assignment.ts";
export * from "./calendar.ts";
export * from "./clock.ts";
export * from "./closing.ts";
export * from "./complaint.ts";
export * from "./event.ts";
export * from "./notice.ts";
export * from "./people.ts";

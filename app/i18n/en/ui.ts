import type { UiWords } from "../zh-CN/ui.ts";

const days = (count: number) => `${count} working ${count === 1 ? "day" : "days"}`;
const files = (count: number) => `${count} ${count === 1 ? "file" : "files"}`;
const characters = (count: number) => `${count} ${count === 1 ? "character" : "characters"}`;

export const ui: UiWords = {
  product: "Huiyin",
  seal: "音",
  productLong: "Feedback hub for enterprise liaison points",
  skip: "Skip to content",
  mainNavigation: "Main navigation",
  phoneNavigation: "Bottom navigation",
  more: "More",
  search: "Search",
  notices: "Notices",
  unread: (count) => `${count} unread ${count === 1 ? "notice" : "notices"}`,
  noUnread: "No unread notices",
  otherLanguage: "中文",
  account: "Account and security",
  signOut: "Sign out",
  largePrint: "Large print",
  normalPrint: "Normal print",
  roleSeparator: " · ",

  optional: "optional",
  errorHead: "Please correct these and send again; everything you typed is still here",
  refusalHead: "This was not done; everything you typed is still here",
  errorOf: (label, message) => `${label}: ${message}`,
  offline:
    "You are offline, so nothing was sent. All that you typed is still here: press again once you are online.",
  errorMark: "Error: ",
  leaveUnsent: "What you typed has not been sent, and is lost once you leave. Leave all the same?",
  sending: "Sending…",
  cancel: "Cancel",
  choose: "Please choose",
  charactersLeft: (count) => `${characters(count)} left`,
  charactersOver: (count) => `${characters(count)} too many`,

  lamp: {
    left: (count) => `${days(count)} left`,
    today: "Due today",
    over: (count) => `${days(count)} overdue`,
    overdue: "Overdue",
    near: "Due soon",
    inTime: "In time",
    paused: "Paused",
    endedInTime: "Done in time",
    endedLate: "Done late",
  },
  due: (day) => `by ${day}`,
  provisional: "provisional",
  provisionalWhy:
    "The public holidays of that year are not loaded yet; the date will be worked out again when they are",
  originalDue: (day) => `originally ${day}`,

  step: (current, count) => `Step ${current} of ${count}`,
  stepDone: "done",
  stepCurrent: "now",
  stepTodo: "to come",

  youMayNow: "You can now:",
  keys: "Keys",
  useKeys: "Use keys",
  moreActs: "More actions",

  filter: "Filter",
  filters: "Filters",
  all: "All",
  clearFilters: "Clear all filters",
  removeFilter: (label) => `Remove filter: ${label}`,
  selectAll: "Select all",
  total: "Total",
  pages: "Pages",
  firstPage: "Back to the start",
  previousPage: "Previous page",
  nextPage: "Next page",
  scrollTable: (caption) => `${caption} (scrolls sideways)`,

  done: "in place",
  missing: "missing",

  infoMark: "Note",
  successMark: "Done",
  warnMark: "Please note",
  errorBannerMark: "Something went wrong",
  staleTitle: "Somebody else acted first",
  staleText: "What you typed is still here. Look at what changed below, then decide whether to send it.",

  upload: {
    choose: "Take a photo or choose files",
    send: "Upload",
    limits: (size, count) => `Up to ${size} each, ${files(count)} at most`,
    files: "Chosen files",
    uploaded: "Uploaded",
    waiting: "Waiting",
    progress: (name) => `Upload progress of ${name}`,
    failed: "Not finished",
    refused: "Not uploaded",
    connection: "The connection broke. The other files are not affected.",
    retry: "Try again",
    retryFile: (name) => `Try ${name} again`,
    remove: "Remove",
    removeFile: (name) => `Remove ${name}`,
    tooLarge: (size) => `Larger than ${size}, so it was not uploaded. The other files are not affected.`,
    tooMany: (count) => `There may be ${files(count)} at most; this one was not uploaded.`,
    empty: "The file is empty, so it was not uploaded.",
    busy: "A file is still on its way. Please submit once it has arrived.",
    goesOn: (count) =>
      count === 1
        ? "1 file is still on its way; then it goes on by itself."
        : `${count} files are still on their way; then it goes on by itself.`,
    dontWait: "Don’t wait, leave them out",
    full: (count) => `There are ${files(count)} already. Remove one before adding another.`,
  },

  chartTable: "Show the figures as a table",
};

import type { LedgerWords } from "../zh-CN/ledger.ts";

export const ledger: LedgerWords = {
  views: "Views of the ledger",
  ready: {
    all: "All",
    handling: "In handling",
    verifying: "To verify",
    red: "Overdue",
    clearing: "To write off",
    keyProblem: "Key problems",
    retention: "Retention over",
  },
  monthOf: (year, month) => `${month} ${year}`,
  figureOfMonth: (year, month, name) => `Everything counted under “${name}” in ${month} ${year}`,
  retentionNote:
    "Ended for longer than what was said has to be kept. Open one to ask that its content be erased; a colleague decides.",
  retentionEmpty: "No complaint’s retention is over at present",
  numbers: (count) => (count === 1 ? "1 chosen complaint" : `${count} chosen complaints`),
  everything: "Everything",

  keepView: "Save this view",
  viewsTitle: "My views",
  viewsLead: "Give filters that you use often a name, and find them on the ledger. Nobody else sees them.",
  newView: "Save the present filters",
  viewHolds: "Filters",
  viewName: "Name of the view",
  viewNameHint: "Up to 20 characters. A name that you have already given is replaced.",
  saveView: "Save",
  dropView: "Remove",
  dropViewOf: (name) => `Remove the view “${name}”`,
  noViews: "No view saved yet",
  noViewsNote: "Set the filters on the ledger, then press “Save this view”.",
  toLedger: "Back to the ledger",
  viewRefusals: {
    tooManyViews: (most) => `You can keep ${most} views. Remove one that you don’t use first.`,
    noFilter: () => "There is no filter to keep. Set one on the ledger first.",
  },

  tick: (number) => `Choose ${number}`,
  ticked: "What is chosen:",
  onlyTicked: "Show only these",
  printTicked: "Print",

  sheet: "Ledger, to print",
  sheetCut: (rows) =>
    `Only the first ${rows} are listed here. To print them all, narrow the filters, or export an .xlsx and print that.`,
  printNow: "Print (A3 landscape)",
};

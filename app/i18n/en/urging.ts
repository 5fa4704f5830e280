import type { UrgingWords } from "../zh-CN/urging.ts";

export const urging: UrgingWords = {
  title: "Urging letters",
  lead: "One working day after its date, an assignment that isn't answered gets a numbered letter, copied to the approver and the leader in charge.",
  none: "No urging letter yet",
  noneText: "Letters appear here one working day after an assignment's date has passed.",
  number: "Number",
  to: "To",
  code: "Assignment",
  issued: "Issued",
  due: "Was due",
  answerBy: "Answer by",
  status: "Now",
  print: "Print",
  download: "Download for Word",
  back: "Back to the assignment",
  backToList: "Back to the list",
  wants: (day) => `answer by ${day}`,
  others: "Other letters about this assignment",
  copied: "Copied to me",
  copiedLead:
    "What the departments in your charge are late with, and the urging letters sent to them. No enterprise is named.",
  owes: "Department",
  wasDue: "Was due",
  late: "Late and not done",
  noneLate: "Nothing is late in your portfolio",
  noneLateText: "Assignments that pass their date appear here.",
};

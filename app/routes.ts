import { index, type RouteConfig, type RouteConfigEntry, route } from "@react-router/dev/routes";

const door: RouteConfigEntry[] = [
  index("routes/public/home.tsx"),
  route("sign-in", "routes/public/sign-in.tsx"),
  route("sign-in/factor/:way?", "routes/public/factor.tsx"),
  route("sign-in/enrol/:way?", "routes/public/enrol.tsx"),
  route("sign-in/renew", "routes/public/renew.tsx"),
  route("sign-out", "routes/public/sign-out.tsx"),
  route("forgot", "routes/public/forgot.tsx"),
  route("invitation/:token", "routes/public/link.tsx", { id: "invitation" }),
  route("reset/:token", "routes/public/link.tsx", { id: "reset" }),
  route("locale", "routes/public/locale.tsx"),
  route("print", "routes/public/print.tsx"),
  route("mailbox/:id/html", "routes/public/mailbox-html.tsx"),
  route("mailbox/:id?", "routes/public/mailbox.tsx"),
  route("rate/:token", "routes/public/rate.tsx"),
  route("verify", "routes/public/verify.tsx"),
  route("held/:standing", "routes/person/held.tsx"),
  route(".well-known/security.txt", "routes/public/security-text.ts"),
  route("api/resend", "routes/api/resend.ts"),
  route("notices", "routes/person/notices.tsx"),
  route("account/devices", "routes/person/devices.ts"),
  route("account/factor/:act?", "routes/person/factor.tsx", { id: "account-factor" }),
  route("account/:act?", "routes/person/account.tsx"),
];

const liaison: RouteConfigEntry[] = [
  route("liaison", "routes/liaison/home.tsx"),
  route("liaison/drafts/:id/attachments", "routes/liaison/draft-files.tsx"),
  route("liaison/drafts/:id/:step/save", "routes/liaison/draft-save.ts"),
  route("liaison/drafts/:id/:step", "routes/liaison/draft.tsx"),
  route("liaison/complaints/:number/receipt.json", "routes/liaison/receipt.ts"),
  route("liaison/complaints/:number/attachments", "routes/liaison/complaint-files.ts"),
  route("liaison/complaints/:number/:act?", "routes/liaison/complaint.tsx"),
  route("liaison/file", "routes/liaison/file.tsx"),
  route("liaison/files/:id", "routes/liaison/download.tsx"),
];

const department: RouteConfigEntry[] = [
  route("department/:section?", "routes/department/home.tsx"),
  route("department/assignments/:code/evidence", "routes/department/evidence.ts"),
  route("department/assignments/:code/:act?", "routes/department/assignment.tsx"),
  route("department/assignments/:code/urgings/:id?", "routes/department/urging.tsx"),
  route("department/assignments/:code/urgings/:id/letter.docx", "routes/department/urging-document.ts"),
  route("department/files/:kind/:id", "routes/department/download.tsx"),
];

const desk: RouteConfigEntry[] = [
  route("desk", "routes/desk/triage.tsx"),
  route("desk/complaints/:number/:act?", "routes/desk/complaint.tsx"),
  route("desk/complaints/:number/identity/:act?", "routes/desk/identity.tsx"),
  route("desk/ledger", "routes/desk/ledger.tsx"),
  // A segment is fixed or free as a whole, so the two formats are two routes.
  route("desk/ledger.xlsx", "routes/desk/ledger-export.tsx", { id: "ledger-xlsx" }),
  route("desk/ledger.csv", "routes/desk/ledger-export.tsx", { id: "ledger-csv" }),
  route("desk/ledger/sheet", "routes/desk/ledger-sheet.tsx"),
  route("desk/ledger/views/:id?", "routes/desk/ledger-views.tsx"),
  route("desk/figures", "routes/desk/figures.tsx"),
  route("desk/urgings", "routes/desk/urgings.tsx"),
  route("desk/urgings/:id", "routes/desk/urging.tsx"),
  route("desk/urgings/:id/letter.docx", "routes/desk/urging-document.ts"),
  route("desk/rules", "routes/desk/rules.tsx"),
  route("desk/points", "routes/desk/points.tsx"),
  route("desk/unreachable/:id?", "routes/desk/unreachable.tsx"),
  route("desk/files/:kind/:id", "routes/desk/download.tsx"),
  route("clues", "routes/desk/clues.tsx"),
  route("clues/:number/:act?", "routes/desk/clue.tsx"),
  route("clues/:number/identity/:act?", "routes/desk/identity.tsx", { id: "clue-identity" }),
  route("custody/:act?", "routes/custody/requests.tsx"),
];

const leader: RouteConfigEntry[] = [
  route("leader", "routes/leader/home.tsx"),
  route("leader/urgings/:id", "routes/leader/urging.tsx"),
  route("leader/urgings/:id/letter.docx", "routes/leader/urging-document.ts"),
];

const audit: RouteConfigEntry[] = [route("audit/:act?", "routes/audit/home.tsx")];

const admin: RouteConfigEntry[] = [
  route("admin/people/:id?/:act?", "routes/admin/people.tsx"),
  route("admin/requests/:id?/:act?", "routes/security/requests.tsx", { id: "admin-requests" }),
  route("admin/points/template.xlsx", "routes/admin/point-template.ts"),
  route("admin/points/import", "routes/admin/points-upload.tsx"),
  route("admin/points/import/:id", "routes/admin/points-preview.tsx"),
  route("admin/points/:code?", "routes/admin/points.tsx"),
  route("admin/departments/:code?", "routes/admin/departments.tsx"),
  route("admin/calendar/:year?/:act?", "routes/admin/calendar.tsx"),
  route("admin/settings/:rule?", "routes/admin/settings.tsx"),
  route("admin/mails", "routes/admin/mails.tsx"),
  route("admin/mails/:id/repeat", "routes/admin/mail-repeat.ts"),
];

const security: RouteConfigEntry[] = [
  route("security/rights/:id?/:act?", "routes/security/rights.tsx"),
  route("security/keys", "routes/security/keys.tsx"),
  route("security/:id?/:act?", "routes/security/requests.tsx"),
];

export default [
  ...door,
  ...liaison,
  ...department,
  ...desk,
  ...leader,
  ...admin,
  ...audit,
  ...security,
  route("*", "routes/public/not-found.tsx"),
] satisfies RouteConfig;

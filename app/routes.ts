import { index, type RouteConfig, type RouteConfigEntry, route } from "@react-router/dev/routes";

const door: RouteConfigEntry[] = [
  index("routes/public/home.tsx"),
  route("sign-in", "routes/public/sign-in.tsx"),
  route("sign-out", "routes/public/sign-out.tsx"),
  route("forgot", "routes/public/forgot.tsx"),
  route("invitation/:token", "routes/public/link.tsx", { id: "invitation" }),
  route("reset/:token", "routes/public/link.tsx", { id: "reset" }),
  route("locale", "routes/public/locale.tsx"),
  route("print", "routes/public/print.tsx"),
  route("mailbox/:id/html", "routes/public/mailbox-html.tsx"),
  route("mailbox/:id?", "routes/public/mailbox.tsx"),
  route("notices", "routes/person/notices.tsx"),
  route("account/:act?", "routes/person/account.tsx"),
];

const liaison: RouteConfigEntry[] = [
  route("liaison", "routes/liaison/home.tsx"),
  route("liaison/drafts/:id/attachments", "routes/liaison/draft-files.tsx"),
  route("liaison/drafts/:id/:step/save", "routes/liaison/draft-save.ts"),
  route("liaison/drafts/:id/:step", "routes/liaison/draft.tsx"),
  route("liaison/complaints/:number/:act?", "routes/liaison/complaint.tsx"),
  route("liaison/file", "routes/liaison/file.tsx"),
  route("liaison/files/:id", "routes/liaison/download.tsx"),
];

const department: RouteConfigEntry[] = [
  route("department/:section?", "routes/department/home.tsx"),
  route("department/assignments/:code/evidence", "routes/department/evidence.ts"),
  route("department/assignments/:code/:act?", "routes/department/assignment.tsx"),
  route("department/files/:kind/:id", "routes/department/download.tsx"),
];

const desk: RouteConfigEntry[] = [
  route("desk", "routes/desk/triage.tsx"),
  route("desk/complaints/:number/:act?", "routes/desk/complaint.tsx"),
  route("desk/ledger", "routes/desk/ledger.tsx"),
  // A segment is fixed or free as a whole, so the two formats are two routes.
  route("desk/ledger.xlsx", "routes/desk/ledger-export.tsx", { id: "ledger-xlsx" }),
  route("desk/ledger.csv", "routes/desk/ledger-export.tsx", { id: "ledger-csv" }),
  route("desk/figures", "routes/desk/figures.tsx"),
  route("desk/rules", "routes/desk/rules.tsx"),
  route("desk/points", "routes/desk/points.tsx"),
  route("desk/files/:kind/:id", "routes/desk/download.tsx"),
];

const admin: RouteConfigEntry[] = [
  route("admin/people/:id?/:act?", "routes/admin/people.tsx"),
  route("admin/points/template.xlsx", "routes/admin/point-template.ts"),
  route("admin/points/import", "routes/admin/points-upload.tsx"),
  route("admin/points/import/:id", "routes/admin/points-preview.tsx"),
  route("admin/points/:code?", "routes/admin/points.tsx"),
  route("admin/mails", "routes/admin/mails.tsx"),
];

export default [
  ...door,
  ...liaison,
  ...department,
  ...desk,
  ...admin,
  route("*", "routes/public/not-found.tsx"),
] satisfies RouteConfig;

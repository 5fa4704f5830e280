import { parseArgs } from "node:util";
import { worker } from "../domain/access/actor.ts";
import { withActor } from "../domain/access/with-actor.server.ts";
import { mailLink } from "../domain/people/account-mail.server.ts";
import { isEmail } from "../domain/people/email.ts";
import { newId } from "../domain/people/new-id.ts";
import { foundOffice } from "../domain/rights/found.server.ts";
import { withDatabase } from "./database.ts";

// An office begins with two administrators, each other's four eyes; everybody else is asked for and approved.
const { values } = parseArgs({ options: { sysadmin: { type: "string" }, secadmin: { type: "string" } } });

/** "许明镜 <xu@huiyin.example>" as an account. */
function founder(role: "sysadmin" | "secadmin") {
  const [, name = "", email = ""] = /^(.+?)\s*<(.+)>$/.exec(values[role]?.trim() ?? "") ?? [];
  if (!name || !isEmail(email)) {
    process.stderr.write(`--${role} must be a name and an address, such as "许明镜 <xu@huiyin.example>".\n`);
    process.exit(1);
  }
  return {
    ...{ id: newId(), name, nameEn: null, email, role },
    ...{ post: null, departmentId: null, liaisonPointId: null },
  };
}

const founders = [founder("sysadmin"), founder("secadmin")];
const at = new Date();
const found = () =>
  withActor(worker, "act", async (tx) => {
    await foundOffice(tx, founders, at);
    for (const { id } of founders) await mailLink(tx, { id, locale: "zh-CN" }, "invitation", at);
  });
/** The database's own word for it: there are people already, whose rights are asked for and approved. */
const REFUSED = "42501";
await withDatabase(found).catch((error: Error & { cause?: { code?: string } }) => {
  if (error.cause?.code !== REFUSED) throw error;
  process.stderr.write(
    "This office has people already: one administrator asks for an account, the other approves.\n",
  );
  process.exit(1);
});
process.stdout.write(
  "The office has its two administrators; their invitations go out with the worker's mails.\n",
);

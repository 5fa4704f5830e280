import { parseArgs } from "node:util";
import { worker } from "../domain/access/actor.ts";
import { withActor } from "../domain/access/with-actor.server.ts";
import { mailLink } from "../domain/people/account-mail.server.ts";
import { isEmail } from "../domain/people/email.ts";
import { newId } from "../domain/people/new-id.ts";
import { foundOffice } from "../domain/rights/found.server.ts";
import { command } from "./command.ts";
import { withDatabase } from "./database.ts";

/** "许明镜 <xu@huiyin.example>" as an account. */
function founder(role: "sysadmin" | "secadmin", given = "") {
  const [, name = "", email = ""] = /^(.+?)\s*<(.+)>$/.exec(given.trim()) ?? [];
  if (!name || !isEmail(email))
    throw new Error(`--${role} must be a name and an address, such as "许明镜 <xu@huiyin.example>".`);
  return {
    ...{ id: newId(), name, nameEn: null, email, role },
    ...{ post: null, departmentId: null, liaisonPointId: null },
  };
}

/** The database's own word for it: there are people already, whose rights are asked for and approved. */
const REFUSED = "42501";

function found(founders: ReturnType<typeof founder>[]): Promise<void> {
  const at = new Date();
  return withActor(worker, "act", async (tx) => {
    await foundOffice(tx, founders, at);
    for (const { id } of founders) await mailLink(tx, { id, locale: "zh-CN" }, "invitation", at);
  }).catch((error: Error & { cause?: { code?: string } }) => {
    if (error.cause?.code !== REFUSED) throw error;
    throw new Error(
      "This office has people already: one administrator asks for an account, the other approves.",
    );
  });
}

// An office begins with two administrators, each other's four eyes; everybody else is asked for and approved.
await command(async () => {
  const { values } = parseArgs({ options: { sysadmin: { type: "string" }, secadmin: { type: "string" } } });
  const founders = [founder("sysadmin", values.sysadmin), founder("secadmin", values.secadmin)];
  const [sysadmin, secadmin] = founders.map(({ email }) => email.toLowerCase());
  if (sysadmin === secadmin)
    throw new Error("The two administrators must be two people, each with an address of their own.");
  await withDatabase(() => found(founders));
  process.stdout.write(
    "The office has its two administrators; their invitations go out with the worker's mails.\n",
  );
});

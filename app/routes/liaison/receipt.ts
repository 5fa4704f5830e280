import { isNumber } from "../../domain/complaint/complaint.ts";
import { findEnterpriseComplaint } from "../../domain/complaint/enterprise-view.server.ts";
import { submissionOf } from "../../domain/trail/receipt.server.ts";
import { receiptOf } from "../../domain/trail/receipt.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import type { Route } from "./+types/receipt.ts";

/** The receipt of an enterprise's own submission, as a file that a person can read too. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const actor = only(context, "liaison");
  if (!isNumber(params.number)) notFound();
  const submission = await read(context, async (tx) => {
    const complaint = await findEnterpriseComplaint(tx, actor, params.number);
    return complaint && submissionOf(tx, complaint.id);
  });
  if (!submission) notFound();
  const { covered, uncovered } = wordsOf(localeOf(context)).trail.receipt;
  const receipt = receiptOf(submission, submission.checkpoint ? covered : uncovered);
  return new Response(`${JSON.stringify(receipt, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${params.number}-receipt.json"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

import { leaveHearing } from "../../domain/notice/hear.server.ts";
import { verified } from "../../domain/notice/webhook.server.ts";
import { bodyWithin, isShallow } from "../../http/bounded-body.ts";
import { environment } from "../../http/environment.ts";
import { notFound } from "../../http/guards.ts";
import type { Route } from "./+types/resend.ts";

/** Many times what a message about a mail weighs. */
const MOST_BYTES = 256 * 1024;

const answer = (status: number) => new Response(null, { status });

export const loader = () => notFound();

/** What Resend tells of mails on their way. Its signature stands in for a session. */
export async function action({ request }: Route.ActionArgs) {
  const secret = environment().resendWebhookSecret ?? notFound();
  const body = await bodyWithin(request, MOST_BYTES);
  if (body === null || !isShallow(body)) return answer(413);
  const signed = verified({ body, headers: request.headers, secret });
  if (!signed.ok) return answer(401);
  // A message about anything else is taken all the same: refused, it would come again for days.
  if (signed.message) await leaveHearing(signed.message);
  return answer(200);
}

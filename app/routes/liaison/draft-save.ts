import { isRowId, saveDraft } from "../../domain/complaint/draft.server.ts";
import { DRAFT_STEPS, seenIn, typedIn } from "../../domain/complaint/draft-steps.ts";
import { now } from "../../http/environment.ts";
import { formOf } from "../../http/forms.ts";
import { notFound, only } from "../../http/guards.ts";
import type { Route } from "./+types/draft-save.ts";

export function loader({ context }: Route.LoaderArgs) {
  only(context, "liaison");
  notFound();
}

/** Keeps what was typed so far, right or wrong, while the person goes on typing. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = only(context, "liaison");
  const step = DRAFT_STEPS.find((one) => one === params.step);
  if (!isRowId(params.id) || !step) notFound();
  const at = now();
  const form = await formOf(request);
  const outcome = await saveDraft(actor, params.id, typedIn(step, form), at, seenIn(step, form));
  if (outcome === "gone") notFound();
  return outcome === "saved" ? Response.json({ savedAt: at }) : Response.json({}, { status: 409 });
}

import { redirect } from "react-router";
import { forgetDevice } from "../../domain/people/device.server.ts";
import { now } from "../../http/environment.ts";
import { formOf, textIn } from "../../http/forms.ts";
import { signedIn } from "../../http/guards.ts";
import type { Route } from "./+types/devices.ts";

export function loader({ context }: Route.LoaderArgs) {
  signedIn(context);
  throw redirect("/account#devices");
}

/** Forgets a known device of whoever is signed in. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = signedIn(context);
  await forgetDevice(actor, textIn(await formOf(request), "id"), now());
  return redirect("/account#devices");
}

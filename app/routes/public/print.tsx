import { redirect } from "react-router";
import { cookieHeader } from "../../http/cookies.ts";
import { formOf, pathOr, textIn } from "../../http/forms.ts";
import type { Route } from "./+types/print.ts";

export const loader = () => redirect("/");

export async function action({ request }: Route.ActionArgs) {
  const form = await formOf(request);
  const size = textIn(form, "print") === "large" ? "large" : "normal";
  const headers = { "Set-Cookie": cookieHeader("print", size, 365 * 86_400) };
  return redirect(pathOr(textIn(form, "returnTo"), "/"), { headers });
}

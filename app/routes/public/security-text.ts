import { environment, now } from "../../http/environment.ts";
import { notFound } from "../../http/guards.ts";
import { securityText } from "../../http/security-text.ts";

/** Where an operator has said whom to tell of a hole. */
export function loader() {
  const { securityContact, url } = environment();
  if (!securityContact) notFound();
  return new Response(securityText({ contact: securityContact, url }, now()), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}

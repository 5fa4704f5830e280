import { mailPolicy } from "../../http/csp.ts";
import { openMail } from "../../http/mailbox.ts";
import type { Route } from "./+types/mailbox-html.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { html } = await openMail(context, params.id);
  return new Response(html.replace(/<head[^>]*>/, '$&<base target="_top">'), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": mailPolicy,
      "X-Frame-Options": "SAMEORIGIN",
    },
  });
}

import { bodyWithin } from "./bounded-body.ts";
import { formOf } from "./forms.ts";

const MOST_BYTES = 200_000;

/** The fields and files of a form from somebody who isn't signed in, which may weigh little: 413 beyond that. */
export async function smallForm(request: Request): Promise<FormData> {
  const body = await bodyWithin(request, MOST_BYTES);
  if (body === null) throw new Response(null, { status: 413 });
  const { method, headers } = request;
  return formOf(
    new Request(request.url, {
      method,
      headers: { "Content-Type": headers.get("Content-Type") ?? "" },
      body,
    }),
  );
}

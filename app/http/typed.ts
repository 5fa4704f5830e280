import { MOST_FORM_BYTES } from "./bounded-body.ts";
import { cookieIn } from "./cookies.ts";
import { formOf } from "./forms.ts";

/** What somebody typed into a form that can't be taken yet, to be sent once more: everything but files and passwords. */
export interface Typed {
  fields: [name: string, value: string][];
  /** How many files have to be chosen again. */
  files: number;
}

/** Why a form is handed back instead of taken: its sender has been signed out, or has to prove who they are. */
export interface HandedBack extends Typed {
  handedBack: "signedOut" | "unproved";
  /** Where the form was sent, and where it came from. */
  path: string;
  from: string;
}

// Never written back into a page.
const SECRET = /password|^(current|next|again|proof-.*)$/i;

/** The fields of a form as they can be sent again. */
export function typedIn(form: FormData): Typed {
  const all = [...form];
  const fields = all.flatMap(([name, value]): Typed["fields"] =>
    typeof value === "string" && !SECRET.test(name) ? [[name, value]] : [],
  );
  const files = all.filter(([, value]) => typeof value !== "string" && value.size > 0).length;
  return { fields, files };
}

/** What the holder of an ended session sent, before it is refused; null where there is nothing to keep. */
export async function typedWithoutSession(request: Request): Promise<Typed | null> {
  if (request.method !== "POST" || !cookieIn(request, "session")) return null;
  // A form with large files is sent again with its files; only then is it worth while to read it.
  if (Number(request.headers.get("Content-Length") ?? Number.POSITIVE_INFINITY) > MOST_FORM_BYTES)
    return null;
  return formOf(request.clone()).then(typedIn, () => null);
}

/** The page of ours that a request came from, or the other one. */
export function cameFrom(request: Request, other: string): string {
  const referrer = request.headers.get("Referer") ?? "";
  if (!URL.canParse(referrer)) return other;
  const { host, pathname, search } = new URL(referrer);
  return host === request.headers.get("Host") ? pathname + search : other;
}

/** What a form sent: where to, its fields, and how many files went with it. Passwords are never kept. */
interface Sent {
  path: string;
  fields: [name: string, value: string][];
  files: number;
}

let sent: Sent | null = null;

/** Remembers what a form sends, in this page alone, until an answer comes: to be sent again should none come. */
export function rememberSent(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const data = new FormData(form, submitter);
  for (const { name } of form.querySelectorAll<HTMLInputElement>("input[type=password]")) data.delete(name);
  const { pathname, search } = new URL(form.getAttribute("action") ?? "", location.href);
  const fields: Sent["fields"] = [];
  let files = 0;
  for (const [name, value] of data) {
    if (typeof value === "string") fields.push([name, value]);
    else if (value.size > 0) files += 1;
  }
  sent = { path: pathname + search, fields, files };
}

/** What was sent and has not been answered yet; null where nothing is under way. */
export const lastSent = (): Sent | null => sent;

/** An answer came. */
export function forgetSent(): void {
  sent = null;
}

import { linkToken } from "./link-secret.ts";

interface Addressing {
  /** The public address, without a slash at the end. */
  url: string;
  secret: string;
}

/** Where a mail's button leads: a page's path, or a path that ends in the one-time link's token. */
export function mailUrl({ url, secret }: Addressing, mail: { path: string; linkId: string | null }): string {
  return mail.linkId === null ? `${url}${mail.path}` : `${url}${mail.path}/${linkToken(secret, mail.linkId)}`;
}

import type { RouterContextProvider } from "react-router";
import { offerTotp } from "../domain/people/enrol.server.ts";
import { type Holder, holderOf, holderOfHalf } from "../domain/people/factor.server.ts";
import type { HalfSession } from "../domain/people/session.server.ts";
import { base32 } from "../domain/people/totp.ts";
import type { Words } from "../i18n/dictionaries.ts";
import { actorContext, halfContext } from "./context.ts";
import { environment } from "./environment.ts";
import { qrOf } from "./qr.ts";

type Context = Readonly<RouterContextProvider>;

/** Whoever has a session, half or whole; null at the door. */
export function holderIn(context: Context): Holder | null {
  const half = context.get(halfContext);
  if (half) return holderOfHalf(half);
  const actor = context.get(actorContext);
  return "personId" in actor ? holderOf(actor) : null;
}

/** What an authenticator app is offered, ready to be shown; the same as before where a form brings it back. */
export function offerFor(holder: Holder, account: string, given?: string) {
  const { sealed, secret, uri } = offerTotp(environment().secret, holder, account, given);
  return { sealed, secret: base32(secret), uri, qr: qrOf(uri) };
}

/** Why a factor was not added, beside the field where it can be mended. */
export function faultsOf(words: Words["factor"]["enrol"], why: "wrong" | "known" | "tooMany" | "haveOne") {
  return { code: why === "wrong" ? words.wrongCode : words[why], name: words[why] };
}

/** A half session's person in the reader's language. */
export const calledIn = (half: HalfSession, locale: string): string =>
  locale === "en" ? (half.nameEn ?? half.name) : half.name;

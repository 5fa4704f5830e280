import { data, type RouterContextProvider } from "react-router";
import type { PersonActor } from "../domain/access/actor.ts";
import type { CommandType } from "../domain/complaint/commands.ts";
import { factorsOf, holderOf, type Proof, proveByTotp } from "../domain/people/factor.server.ts";
import { NEW_TRIES_SECONDS } from "../domain/people/factor.ts";
import { type FreshAct, isFresh, isFreshAct } from "../domain/people/fresh.ts";
import { proofOptions, proveByPasskey } from "../domain/people/passkey.server.ts";
import { proveByPassword } from "../domain/people/prove-password.server.ts";
import { addressContext, provedContext, retryContext } from "./context.ts";
import { environment, now } from "./environment.ts";
import { formOf, rawIn, textIn } from "./forms.ts";
import { signedIn } from "./guards.ts";
import { relyingParty } from "./relying-party.ts";
import { cameFrom, type HandedBack, typedIn } from "./typed.ts";

/** A form that waits for its sender's proof. */
export interface Unproved extends HandedBack {
  handedBack: "unproved";
  wrong: Exclude<Proof, "proved"> | "nothing" | null;
  hasApp: boolean;
  /** What a passkey has to sign; null where there is none. */
  passkey: unknown;
}

const PROOFS = ["proof-password", "proof-code", "proof-passkey"] as const;

interface Args {
  context: Readonly<RouterContextProvider>;
  request: Request;
}

/**
 * The form of an act. Where the table in `domain/people/fresh.ts` names it, its sender has proved within a quarter of
 * an hour who they are, or does so by this form; else it is handed back, as a page that asks for the proof and sends
 * it on.
 */
export async function provedForm(args: Args, act: FreshAct | CommandType): Promise<FormData> {
  const form = await formOf(args.request);
  if (isFreshAct(act)) await demandProof(args, form);
  return form;
}

async function demandProof({ context, request }: Args, form: FormData): Promise<void> {
  const actor = signedIn(context);
  if (isFresh(actor.provedAt, now())) return void leaveOut(form);
  const wrong = await proofIn(actor, request, form);
  leaveOut(form);
  if (wrong === "proved") return void context.set(provedContext, actor);
  const path = context.get(addressContext);
  const [party, holder] = [relyingParty(request), holderOf(actor)];
  if (wrong === "tooOften") context.set(retryContext, NEW_TRIES_SECONDS);
  throw data<Unproved>(
    {
      handedBack: "unproved",
      ...typedIn(form),
      path,
      from: cameFrom(request, path),
      wrong,
      hasApp: (await factorsOf(holder)).totpSince !== null,
      passkey: party && (await proofOptions(party, holder)),
    },
    wrong === "tooOften" ? 429 : 403,
  );
}

function leaveOut(form: FormData): void {
  for (const name of PROOFS) form.delete(name);
}

/** What came of the proof that a form carries; null where it carries none yet. */
async function proofIn(
  actor: PersonActor,
  request: Request,
  form: FormData,
): Promise<Proof | "nothing" | null> {
  if (!PROOFS.some((name) => form.has(name))) return null;
  const party = relyingParty(request);
  const [password, code, passkey] = [rawIn(form, PROOFS[0]), textIn(form, PROOFS[1]), rawIn(form, PROOFS[2])];
  if (passkey && party) return proveByPasskey(party, holderOf(actor), passkey, now());
  if (code) return proveByTotp(holderOf(actor), code, environment().secret, now());
  return password ? proveByPassword(actor, password, now()) : "nothing";
}

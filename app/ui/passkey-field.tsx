import { type ReactNode, useRef, useState } from "react";
import { useWords } from "../i18n/use-words.ts";
import { Button } from "./button.tsx";
import { useHydrated } from "./use-hydrated.ts";

type Options = Record<string, unknown>;

interface PasskeyFieldProps {
  /** The hidden field that takes what the browser answers. */
  name: string;
  /** What to make a passkey of, or what to sign with one, as the server words it. */
  options: { add: unknown } | { prove: unknown };
  label: string;
  tone?: "primary" | "secondary";
  /** Fields of the same form, that are of no use without scripts either. */
  children?: ReactNode;
  /** What stands here without scripts. */
  without?: ReactNode;
}

/** Asks the browser for a passkey, and sends the form around it with the answer. */
export function PasskeyField({ name, options, label, tone = "primary", ...props }: PasskeyFieldProps) {
  const words = useWords().factor.enrol;
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<"refusedByBrowser" | "cannot" | null>(null);
  const [isAsking, setAsking] = useState(false);
  if (!useHydrated()) return props.without ?? null;

  async function ask() {
    const { current } = field;
    if (!current?.form?.reportValidity()) return;
    setFault(null);
    setAsking(true);
    try {
      const answer =
        "add" in options ? await made(options.add as Options) : await signed(options.prove as Options);
      if (!answer) return setFault("cannot");
      current.value = JSON.stringify(answer);
      current.form.requestSubmit();
    } catch {
      // Cancelled, too slow, or known already: the browser says no more.
      setFault("refusedByBrowser");
    } finally {
      setAsking(false);
    }
  }

  return (
    <div>
      <div className="space-y-4">
        {props.children}
        <input type="hidden" name={name} ref={field} />
        <Button type="button" tone={tone} onClick={ask} pending={isAsking}>
          {label}
        </Button>
      </div>
      <p role="status" className="mt-2 text-small text-red empty:hidden">
        {fault ? words[fault] : null}
      </p>
    </div>
  );
}

async function made(options: Options) {
  const read = globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON;
  if (!read) return null;
  const publicKey = read(options as unknown as PublicKeyCredentialCreationOptionsJSON);
  const credential = await navigator.credentials.create({ publicKey });
  return (credential as PublicKeyCredential | null)?.toJSON() ?? null;
}

async function signed(options: Options) {
  const read = globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON;
  if (!read) return null;
  const publicKey = read(options as unknown as PublicKeyCredentialRequestOptionsJSON);
  const credential = await navigator.credentials.get({ publicKey });
  return (credential as PublicKeyCredential | null)?.toJSON() ?? null;
}

import { Form } from "react-router";
import type { Factors } from "../../domain/people/factor.server.ts";
import { RECOVERY_CODES } from "../../domain/people/factor.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { FormScope } from "../../ui/form-scope.tsx";
import { PasskeyField } from "../../ui/passkey-field.tsx";
import { TextField } from "../../ui/text-field.tsx";

interface NewPasskeyProps {
  action: string;
  /** What the browser is asked to make one of; null under an address that has no name. */
  options: unknown;
  fault: string | undefined;
}

/** Adds a passkey, with a name to know it by; where it can't be, it says why. */
export function NewPasskey({ action, options, fault }: NewPasskeyProps) {
  const words = useWords().factor.enrol;
  if (!options) return <p className="text-soft">{words.needsName}</p>;
  return (
    <>
      <p className="mb-3">{words.passkeyLead}</p>
      <FormScope errors={{ name: fault }} idPrefix="passkey-">
        <Form method="post" action={action} className="space-y-4">
          <PasskeyField
            name="passkey"
            options={{ add: options }}
            label={words.addPasskey}
            without={<p className="text-soft">{words.needsScript}</p>}
          >
            <TextField
              name="name"
              label={words.passkeyName}
              hint={words.passkeyNameHint}
              maxLength={40}
              autoComplete="off"
              required
            />
          </PasskeyField>
        </Form>
      </FormScope>
    </>
  );
}

/** The passkeys that somebody has, each to be removed. */
export function Passkeys({ passkeys }: Pick<Factors, "passkeys">) {
  const words = useWords().factor.account;
  const format = useFormat();
  if (passkeys.length === 0) return <p className="text-soft">{words.noPasskeys}</p>;
  return (
    <ul className="divide-y divide-hair">
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => {
        const since = format.instant(createdAt);
        return (
          <li key={id} className="flex items-center justify-between gap-4 py-3 first:pt-0">
            <div className="min-w-0">
              <p className="font-semibold break-words">{name}</p>
              <p className="text-small text-soft">
                {lastUsedAt ? words.used(since, format.instant(lastUsedAt)) : words.added(since)}
              </p>
            </div>
            <Form method="post" action="/account/factor/remove-passkey" className="shrink-0">
              <input type="hidden" name="id" value={id} />
              <Button tone="danger" aria-label={words.removeOf(name)} className="whitespace-nowrap">
                {words.remove}
              </Button>
            </Form>
          </li>
        );
      })}
    </ul>
  );
}

/** How many recovery codes are left, and the way to new ones. */
export function Codes({ codesLeft, hasAny }: { codesLeft: number; hasAny: boolean }) {
  const { account: words, codes } = useWords().factor;
  const format = useFormat();
  return (
    <Card title={codes}>
      {hasAny ? (
        <>
          <p className="mb-3">{words.codesLead(format.number(codesLeft), format.number(RECOVERY_CODES))}</p>
          <ActForm action="/account/factor/codes" submit={words.renew}>
            <p className="text-soft">{words.renewLead}</p>
          </ActForm>
        </>
      ) : (
        <p className="text-soft">{words.noCodes}</p>
      )}
    </Card>
  );
}

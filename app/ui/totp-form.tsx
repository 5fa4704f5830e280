import { inFours } from "../domain/people/factor.ts";
import { useWords } from "../i18n/use-words.ts";
import { ActForm } from "./act-form.tsx";
import type { FormErrors } from "./form-scope.tsx";
import { type Qr, QrCode } from "./qr-code.tsx";
import { TextField } from "./text-field.tsx";

/** What an authenticator app is offered: as a picture, as letters, as a link. */
export interface TotpOffer {
  sealed: string;
  secret: string;
  uri: string;
  qr: Qr;
}

interface TotpFormProps {
  action: string;
  offer: TotpOffer;
  errors?: FormErrors | undefined;
  submit: string;
}

/** Takes an authenticator app on: scan or type the key, then show that it counts. */
export function TotpForm({ action, offer, errors, submit }: TotpFormProps) {
  const words = useWords().factor.enrol;
  return (
    <ActForm action={action} errors={errors} idPrefix="app-" submit={submit}>
      <p>{words.appLead}</p>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <QrCode qr={offer.qr} label={words.qr} />
        <div className="min-w-0 flex-1 basis-52">
          <p className="font-semibold">{words.secret}</p>
          <p className="mt-1 font-mono break-words">{inFours(offer.secret)}</p>
          <p className="mt-3">
            <a
              href={offer.uri}
              className="text-blue underline decoration-blue-line underline-offset-3 hover:decoration-blue"
            >
              {words.openApp}
            </a>
          </p>
        </div>
      </div>
      <input type="hidden" name="sealed" value={offer.sealed} />
      <CodeField name="code" label={words.code} />
    </ActForm>
  );
}

/** Six digits out of an authenticator app. */
export function CodeField({
  name,
  label,
  isOptional,
}: {
  name: string;
  label: string;
  isOptional?: boolean;
}) {
  return (
    <TextField
      name={name}
      label={label}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={7}
      spellCheck={false}
      required={!isOptional}
    />
  );
}

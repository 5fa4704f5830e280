import { Form } from "react-router";
import { useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { PasskeyField } from "../../ui/passkey-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { CodeField } from "../../ui/totp-form.tsx";

interface WayProps {
  /** The query that says where to go on to. */
  search: string;
  fault: string | undefined;
}

export function ByPasskey({ options, search, fault }: WayProps & { options: unknown }) {
  const { prove, enrol, passkey } = useWords().factor;
  return (
    <section aria-label={passkey}>
      <Form method="post" action={`/sign-in/factor/passkey${search}`}>
        <ErrorSummary refusal={fault} />
        <p className="mb-3">{prove.passkeyLead}</p>
        <PasskeyField
          name="passkey"
          options={{ prove: options }}
          label={prove.usePasskey}
          without={<p className="text-soft">{enrol.needsScript}</p>}
        />
      </Form>
    </section>
  );
}

export function ByApp({ search, fault }: WayProps) {
  const { prove, app } = useWords().factor;
  return (
    <section aria-label={app}>
      <p className="mb-3">{prove.appLead}</p>
      <ActForm action={`/sign-in/factor/totp${search}`} errors={{ code: fault }} submit={prove.submit}>
        <CodeField name="code" label={prove.code} />
      </ActForm>
    </section>
  );
}

export function ByRecovery({ search, fault, hasCodes }: WayProps & { hasCodes: boolean }) {
  const { prove } = useWords().factor;
  return (
    <details open={fault !== undefined || undefined}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue desk:min-h-9">
        {prove.recoveryTitle}
      </summary>
      <div className="mt-3 space-y-5">
        {hasCodes ? (
          <ActForm
            action={`/sign-in/factor/recovery${search}`}
            errors={{ recovery: fault }}
            submit={prove.useRecovery}
          >
            <TextField
              name="recovery"
              label={prove.recovery}
              hint={prove.recoveryHint}
              autoComplete="off"
              spellCheck={false}
              maxLength={60}
              required
            />
          </ActForm>
        ) : null}
        <div>
          <h2 className="font-semibold">{prove.lostTitle}</h2>
          <p className="mt-1 text-soft">{prove.lost}</p>
        </div>
      </div>
    </details>
  );
}

/** The way out, for whoever meant another account. */
export function Elsewhere() {
  const words = useWords().factor.prove;
  return (
    <Form method="post" action="/sign-out">
      <Button tone="quiet">{words.other}</Button>
    </Form>
  );
}

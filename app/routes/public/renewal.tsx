import type { PasswordAsked } from "../../http/password-form.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { TextLink } from "../../ui/button.tsx";
import type { FormErrors } from "../../ui/form-scope.tsx";
import { NewPassword } from "../../ui/new-password.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { TextField } from "../../ui/text-field.tsx";

interface RenewalProps {
  email: string | undefined;
  /** Where to go on to. */
  to: string;
  asked: PasswordAsked;
  errors?: FormErrors;
  refusal?: string | undefined;
}

/** The page on which a password that has grown too old is replaced, before anything opens. */
export function Renewal({ email, to, asked, errors, refusal }: RenewalProps) {
  const { door, entrance } = useWords();
  const words = entrance.aged;
  return (
    <PublicFrame title={words.title} lead={words.lead} paths={{ home: "/", locale: "/locale" }}>
      <title>{door.title(words.title)}</title>
      <ActForm
        action={`/sign-in/renew?${new URLSearchParams({ to })}`}
        values={{ email }}
        errors={errors}
        refusal={refusal}
        submit={words.submit}
        more={<TextLink to="/sign-in">{words.back}</TextLink>}
      >
        <TextField name="email" type="email" label={door.signIn.email} autoComplete="username" required />
        <PasswordField
          name="current"
          label={door.password.current}
          autoComplete="current-password"
          required
        />
        <NewPassword {...asked} />
      </ActForm>
    </PublicFrame>
  );
}

import { MAILINGS, type Mailing } from "../../../db/vocabulary.ts";
import { useWords } from "../../i18n/use-words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { Card } from "../../ui/card.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";

/** How somebody has their mails: one for each matter, or one a morning. */
export function MailChoice({ mailing }: { mailing: Mailing }) {
  const { account: words } = useWords().door;
  const options = MAILINGS.map((value) => ({ value, ...words.mailings[value] }));
  return (
    <Card title={words.mailing}>
      <ActForm action="/account/mailing" values={{ mailing }} submit={words.saveMailing}>
        <ChoiceField
          name="mailing"
          label={words.mailing}
          hint={words.mailingHint}
          options={options}
          layout="list"
          labelHidden
          required
        />
      </ActForm>
    </Card>
  );
}

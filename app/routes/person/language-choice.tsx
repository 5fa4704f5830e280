import { useLocale, useWords } from "../../i18n/use-words.ts";
import { LOCALES } from "../../i18n/words.ts";
import { ActForm } from "../../ui/act-form.tsx";
import { Card } from "../../ui/card.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";

/** In which language somebody reads, and is written to. */
export function LanguageChoice() {
  const { door } = useWords();
  const locale = useLocale();
  const options = LOCALES.map((value) => ({ value, label: door.admin.languages[value] }));
  return (
    <Card title={door.account.language}>
      <ActForm action="/account/language" values={{ language: locale }} submit={door.account.saveLanguage}>
        <ChoiceField name="language" label={door.account.language} options={options} labelHidden required />
      </ActForm>
    </Card>
  );
}

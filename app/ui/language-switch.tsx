import { Form, useLocation } from "react-router";
import { useLocale, useWords } from "../i18n/use-words.ts";

/** Where one is, to come back to after a setting was changed. */
export function ReturnTo() {
  const { pathname, search } = useLocation();
  return <input type="hidden" name="returnTo" value={pathname + search} />;
}

/** One press to the other language. Each language is named in itself, so that its reader finds it. */
export function LanguageSwitch({ action }: { action: string }) {
  const words = useWords().ui;
  const other = useLocale() === "en" ? "zh-CN" : "en";
  return (
    <Form method="post" action={action} preventScrollReset>
      <ReturnTo />
      <button
        type="submit"
        name="locale"
        value={other}
        className="min-h-11 min-w-11 rounded-md px-1.5 text-soft hover:text-ink desk:min-h-9"
      >
        <span lang={other}>{words.otherLanguage}</span>
      </button>
    </Form>
  );
}

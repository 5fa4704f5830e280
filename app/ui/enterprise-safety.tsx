import { Form } from "react-router";
import { slugOf } from "../domain/complaint/commands.ts";
import { useWords } from "../i18n/use-words.ts";
import { Button, ButtonLink, TextLink } from "./button.tsx";

const actPath = (number: string, act: "reportRetaliation" | "answerQuestion") =>
  `/liaison/complaints/${number}/${slugOf(act)}`;

/** The way to report retaliation: quiet, and there for ever. */
export function RetaliationLink({ number }: { number: string }) {
  const { safe } = useWords().liaison;
  return (
    <p className="no-print mt-6 text-small text-soft">
      {safe.question} {safe.note} <TextLink to={actPath(number, "reportRetaliation")}>{safe.tell}</TextLink>
    </p>
  );
}

/** Whether it was treated worse since: "no" in one press, "yes" with a few words. */
export function RetaliationQuestion({ number, commandId }: { number: string; commandId: string }) {
  const { safe } = useWords().liaison;
  return (
    <section
      aria-label={safe.asked}
      className="no-print mb-4 rounded-lg border border-amber-line bg-amber-wash px-4 py-3.5"
    >
      <h2 className="font-semibold">{safe.asked}</h2>
      <p className="mt-0.5 max-w-[46rem]">{safe.askedText}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Form method="post" action={actPath(number, "answerQuestion")} className="phone:grow">
          <input type="hidden" name="commandId" value={commandId} />
          <input type="hidden" name="worse" value="no" />
          <Button wide>{safe.no}</Button>
        </Form>
        <div className="phone:grow">
          <ButtonLink to={actPath(number, "answerQuestion")} wide>
            {safe.yes}
          </ButtonLink>
        </div>
      </div>
    </section>
  );
}

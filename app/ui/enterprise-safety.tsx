import { Form } from "react-router";
import { slugOf } from "../domain/complaint/commands.ts";
import { useWords } from "../i18n/use-words.ts";
import { Button, ButtonLink } from "./button.tsx";

/** Whether it was treated worse since: "no" in one press, "yes" with a few words. */
export function RetaliationQuestion({ number, commandId }: { number: string; commandId: string }) {
  const { safe } = useWords().liaison;
  const path = `/liaison/complaints/${number}/${slugOf("answerQuestion")}`;
  return (
    <section
      aria-label={safe.asked}
      className="no-print mb-4 rounded-lg border border-amber-line bg-amber-wash px-4 py-3.5"
    >
      <h2 className="font-semibold">{safe.asked}</h2>
      <p className="mt-0.5 max-w-[46rem]">{safe.askedText}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Form method="post" action={path} className="phone:grow">
          <input type="hidden" name="commandId" value={commandId} />
          <input type="hidden" name="worse" value="no" />
          <Button wide>{safe.no}</Button>
        </Form>
        <div className="phone:grow">
          <ButtonLink to={path} wide>
            {safe.yes}
          </ButtonLink>
        </div>
      </div>
    </section>
  );
}

import type { ReactNode } from "react";
import type { Day } from "../../../domain/clock/day.ts";
import { DRAFT_STEPS, type DraftStep } from "../../../domain/complaint/draft-steps.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { ActForm } from "../../../ui/act-form.tsx";
import { Button, TextLink } from "../../../ui/button.tsx";
import { DraftFields } from "../../../ui/draft-fields.tsx";
import { SeenMarks } from "../../../ui/draft-saver.tsx";

interface StepFormProps {
  path: string;
  step: DraftStep;
  said: Record<string, string>;
  /** Of what the draft says by now. */
  mark: string;
  /** Another tab's words are shown above the form. */
  isElsewhere: boolean;
  errors: Record<string, string>;
  today: Day;
  /** Below the fields. */
  children?: ReactNode;
}

/** The fields of one step, with the ways on and back; everything that is pressed saves first. */
export function StepForm({ path, step, said, errors, today, children, ...seen }: StepFormProps) {
  const { liaison: words, office } = useWords();
  const index = DRAFT_STEPS.indexOf(step);
  const next = DRAFT_STEPS[index + 1];
  const previous = DRAFT_STEPS[index - 1];
  return (
    <ActForm
      key={step}
      action={path}
      values={said}
      errors={errors}
      labels={office.inputs}
      submit={next ? words.next(words.steps[next]) : words.submit}
      stickyOnPhone
      more={
        previous ? (
          <Button name="go" value="back" className="order-first">
            <span aria-hidden="true" className="desk:hidden">
              {words.previous}
            </span>
            <span className="phone:sr-only">{words.previousNamed(words.steps[previous])}</span>
          </Button>
        ) : null
      }
      below={
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Button tone="quiet" name="go" value="later" className="-ml-3.5">
            {words.keepForLater}
          </Button>
          <TextLink to={`${path}?drop=1`}>{words.drop}</TextLink>
        </div>
      }
    >
      <SeenMarks mark={seen.mark} isShown={seen.isElsewhere} />
      <DraftFields step={step} today={today} />
      {children}
    </ActForm>
  );
}

import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { useWords } from "../i18n/use-words.ts";
import { ActKeys, Key } from "./act-keys.tsx";
import { type ButtonTone, buttonLook } from "./button.tsx";
import { HiddenFields } from "./confirm.tsx";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";

interface ActWords {
  key: string;
  label: string;
  tone?: "danger";
  /** The key that does the same, one capital letter; shown beside the words and in the list behind "?". */
  hotkey?: string;
}

/** One thing that may be done now: a link that opens its form, or a press that does it. */
export type Act =
  | (ActWords & { to: string })
  | (ActWords & { post: string; fields?: Readonly<Record<string, string>> });

export interface KeyHelp {
  key: string;
  label: string;
}

interface ActBarProps {
  acts: readonly Act[];
  /** The key of the act whose form is open. */
  open?: string | null;
  /** In place of the acts when there are none: who is at it, what comes next. */
  idle?: ReactNode;
  prompt?: string;
  /** Keys of the page around it, for the list behind "?". */
  keys?: readonly KeyHelp[];
  /** Whether the first act is the next step; if not, all of them look alike. */
  isTurn?: boolean;
  /** The form of the open act. */
  children?: ReactNode;
}

const shown = 5;
/** So many take the row below, so that none of them stands alone beside the prompt. */
const long = 4;

/** Just the acts that this person may do now; the first is the usual one. */
export function ActBar({ acts, open, idle, prompt, keys = [], isTurn = true, children }: ActBarProps) {
  const words = useWords().ui;
  if (acts.length === 0 && !idle && !children) return null;
  const rest = acts.slice(shown);
  const isLong = acts.length >= long;
  const help = (
    <ActKeys
      keys={[...acts.flatMap((act) => (act.hotkey ? [{ key: act.hotkey, label: act.label }] : [])), ...keys]}
    />
  );
  return (
    <section
      id="acts"
      aria-label={words.youMayNow}
      className="no-print mb-4 rounded-lg border border-line bg-card desk:scroll-mt-4"
    >
      {/* A form that stands alone says what may be done; "nothing to do" above it would be a lie. */}
      <div
        className={`flex-wrap items-center gap-2 px-4 py-3 ${acts.length === 0 && children ? "hidden" : "flex"}`}
      >
        <span className="mr-auto text-soft phone:w-full">
          {acts.length > 0 ? (prompt ?? words.youMayNow) : idle}
        </span>
        {isLong ? help : null}
        {isLong ? <span className="h-0 basis-full phone:hidden" /> : null}
        {acts.slice(0, shown).map((act, index) => (
          <ActButton key={act.key} act={act} isFirst={index === 0 && isTurn} isOpen={act.key === open} />
        ))}
        {rest.length > 0 ? (
          <Menu
            summary={
              <>
                <Icon name="more" />
                <span className="sr-only">{words.moreActs}</span>
              </>
            }
            summaryLook={buttonLook()}
            panelLook="absolute right-0 top-full mt-1 grid w-max min-w-44 gap-1"
          >
            {rest.map((act) => (
              <ActButton key={act.key} act={act} isFirst={false} isOpen={act.key === open} />
            ))}
          </Menu>
        ) : null}
        {isLong ? null : help}
      </div>
      {children ? (
        <div className={acts.length === 0 ? "p-4" : "border-t border-hair p-4"}>{children}</div>
      ) : null}
    </section>
  );
}

function ActButton({ act, isFirst, isOpen }: { act: Act; isFirst: boolean; isOpen: boolean }) {
  // With its form open, the button that acts is the form's; two that look alike would leave one to wonder.
  const tone: ButtonTone = act.tone ?? (isFirst && !isOpen ? "primary" : "secondary");
  const look = `${buttonLook(tone)} ${tone === "primary" ? "" : "aria-[current]:border-blue aria-[current]:bg-blue-wash"}`;
  const inside = (
    <>
      {act.label}
      {act.hotkey ? (
        <span aria-hidden="true" className="contents">
          <Key>{act.hotkey}</Key>
        </span>
      ) : null}
    </>
  );
  const place = isFirst ? "phone:w-full" : "phone:grow";
  if ("to" in act)
    return (
      <Link
        to={act.to}
        preventScrollReset
        data-hotkey={act.hotkey}
        aria-current={isOpen ? "true" : undefined}
        className={`${look} ${place}`}
      >
        {inside}
      </Link>
    );
  return (
    <Form method="post" action={act.post} preventScrollReset className={place}>
      <HiddenFields fields={act.fields ?? {}} />
      <button type="submit" data-hotkey={act.hotkey} className={`${look} w-full`}>
        {inside}
      </button>
    </Form>
  );
}

import type { ComponentProps, ReactNode } from "react";
import { Link } from "react-router";
import { useWords } from "../i18n/use-words.ts";

export type ButtonTone = "primary" | "secondary" | "danger" | "quiet";

const tones: Record<ButtonTone, string> = {
  primary: "border-action bg-action text-on-action hover:bg-action-strong hover:border-action-strong",
  secondary: "border-line bg-card text-ink hover:border-edge",
  danger: "border-red-line bg-card text-red hover:bg-red-wash hover:border-red",
  quiet: "border-transparent bg-transparent text-blue hover:bg-blue-wash",
};

/** The look of a button, for a link, a summary or a label that has to look like one. */
export function buttonLook(tone: ButtonTone = "secondary", wide = false): string {
  const width = wide ? "w-full" : "";
  return `inline-flex min-h-11 desk:min-h-9 items-center justify-center gap-2 rounded-md border px-3.5 py-1.5 text-center text-body break-keep no-underline aria-disabled:opacity-60 ${tones[tone]} ${width}`;
}

interface ButtonProps extends ComponentProps<"button"> {
  tone?: ButtonTone;
  /** Under way: says so, and ignores further presses, but stays where the focus is. */
  pending?: boolean;
  wide?: boolean;
}

/** A button; of a form unless told otherwise. */
export function Button({ tone, pending = false, wide, type = "submit", children, ...rest }: ButtonProps) {
  const words = useWords().ui;
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
      className={`${buttonLook(tone, wide)} ${rest.className ?? ""}`}
    >
      {pending ? words.sending : children}
    </button>
  );
}

interface ButtonLinkProps {
  to: string;
  tone?: ButtonTone;
  wide?: boolean;
  /** For a download, or a page that is not ours. */
  reloadDocument?: boolean;
  preventScrollReset?: boolean;
  children: ReactNode;
}

/** A link that looks like a button, because it leads to the next step. */
export function ButtonLink({ tone, wide, children, ...link }: ButtonLinkProps) {
  return (
    <Link {...link} className={buttonLook(tone, wide)}>
      {children}
    </Link>
  );
}

interface TextLinkProps {
  to: string;
  reloadDocument?: boolean;
  /** Where this page must stay, because it holds what was typed. */
  newWindow?: boolean;
  children: ReactNode;
}

/** A link in running text or in a table. */
export function TextLink({ children, newWindow = false, ...link }: TextLinkProps) {
  return (
    <Link
      {...link}
      target={newWindow ? "_blank" : undefined}
      className="text-blue underline decoration-blue-line underline-offset-3 hover:decoration-blue"
    >
      {children}
    </Link>
  );
}

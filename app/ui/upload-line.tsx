import { Form } from "react-router";
import { useFormat, useWords } from "../i18n/use-words.ts";
import type { UiWords } from "../i18n/zh-CN/ui.ts";
import { TextLink } from "./button.tsx";
import { Icon } from "./icon.tsx";
import type { Sending } from "./use-uploads.ts";

export interface StoredFile {
  id: string;
  name: string;
  bytes: number;
  /** Where it can be opened. */
  to?: string;
  /** Takes a POST that removes it. */
  removeAction?: string;
}

const box = "rounded-lg border border-line bg-card px-4 py-3";

/** A file that has arrived. */
export function StoredLine({ file }: { file: StoredFile }) {
  const words = useWords().ui.upload;
  const format = useFormat();
  return (
    <li className={`${box} flex items-start justify-between gap-3`}>
      <div className="min-w-0">
        {file.to ? (
          <TextLink to={file.to} reloadDocument>
            {file.name}
          </TextLink>
        ) : (
          file.name
        )}
        <div className="text-small text-soft">{format.bytes(file.bytes)}</div>
      </div>
      <div className="flex shrink-0 items-center gap-2">
        <Mark isGood label={words.uploaded} />
        {file.removeAction ? (
          <Form method="post" action={file.removeAction} preventScrollReset>
            <button type="submit" className="min-h-11 px-1 text-small text-red hover:underline desk:min-h-6">
              <span aria-hidden="true">{words.remove}</span>
              <span className="sr-only">{words.removeFile(file.name)}</span>
            </button>
          </Form>
        ) : null}
      </div>
    </li>
  );
}

interface LineProps {
  sending: Sending;
  maxFiles: number;
  maxBytes: number;
  onRetry: () => void;
  onDismiss: () => void;
}

/** A file on its way, or one that did not arrive. */
export function SendingLine({ sending, maxFiles, maxBytes, onRetry, onDismiss }: LineProps) {
  const words = useWords().ui.upload;
  const format = useFormat();
  const { file, state, progress, fault } = sending;
  const limits = { size: format.bytes(maxBytes), count: maxFiles };
  return (
    <li className={box}>
      <div className="flex items-start justify-between gap-3">
        <span className="min-w-0">{file.name}</span>
        {state === "failed" ? (
          <Mark isGood={false} label={canRetry(fault) ? words.failed : words.refused} />
        ) : null}
        {state === "waiting" ? <span className="text-small text-soft">{words.waiting}</span> : null}
        {state === "sending" ? (
          <span className="text-small text-soft">{format.percent(Math.floor(progress * 100) / 100)}</span>
        ) : null}
        {state === "done" ? <Mark isGood label={words.uploaded} /> : null}
      </div>
      {state === "sending" ? (
        <progress aria-label={words.progress(file.name)} value={progress} max={1} className="mt-1.5 w-full" />
      ) : null}
      {state === "failed" ? (
        <div role="alert" className="mt-1 text-small text-soft">
          <p>{faultText(words, fault, limits)}</p>
          <p className="flex gap-4">
            {canRetry(fault) ? (
              <LineButton label={words.retry} spoken={words.retryFile(file.name)} onPress={onRetry} />
            ) : null}
            <LineButton label={words.remove} spoken={words.removeFile(file.name)} onPress={onDismiss} />
          </p>
        </div>
      ) : null}
    </li>
  );
}

function LineButton({ label, spoken, onPress }: { label: string; spoken: string; onPress: () => void }) {
  return (
    <button type="button" onClick={onPress} className="min-h-11 text-blue hover:underline desk:min-h-6">
      <span aria-hidden="true">{label}</span>
      <span className="sr-only">{spoken}</span>
    </button>
  );
}

function Mark({ isGood, label }: { isGood: boolean; label: string }) {
  const look = isGood ? "bg-green-wash text-green" : "bg-red-wash text-red";
  return (
    <span
      className={`flex shrink-0 items-center gap-1.5 rounded-sm px-2 py-0.5 text-small font-semibold ${look}`}
    >
      <Icon name={isGood ? "check" : "warning"} className="size-3.5" />
      {label}
    </span>
  );
}

/** Only what may go better another time; a file that is too large stays too large. */
function canRetry(fault: Sending["fault"]): boolean {
  return fault === "connection" || (typeof fault === "object" && fault.said === "");
}

function faultText(
  words: UiWords["upload"],
  fault: Sending["fault"],
  { size, count }: { size: string; count: number },
) {
  if (typeof fault === "object" && fault.said) return fault.said;
  if (fault === "tooLarge") return words.tooLarge(size);
  if (fault === "tooMany") return words.tooMany(count);
  return fault === "empty" ? words.empty : words.connection;
}

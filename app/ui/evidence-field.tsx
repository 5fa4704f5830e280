import { useEffect, useId, useRef, useState } from "react";
import { FILE_LIMIT_BYTES, FILE_LIMIT_COUNT } from "../../db/vocabulary.ts";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { buttonLook } from "./button.tsx";
import { takenFiles } from "./file-field.tsx";
import { Icon } from "./icon.tsx";
import { SendingLine } from "./upload-line.tsx";
import { useUploads } from "./use-uploads.ts";

export interface KeptFile {
  name: string;
  bytes: number;
  /** Stands for the stored file in the form. */
  ticket: string;
}

interface EvidenceFieldProps {
  /** Takes one file at a time and answers its ticket. */
  action: string;
  name: string;
  label: string;
  hint: string;
  /** Files that an earlier try of the form left. */
  kept: readonly KeptFile[];
  /** Files that were chosen before this field stood here. */
  chosen: readonly File[];
}

/** Files that are sent ahead of the form around them, each with its progress; the form carries their tickets. */
export function EvidenceField({ action, name, label, hint, kept, chosen }: EvidenceFieldProps) {
  const { ui, department } = useWords();
  const format = useFormat();
  const [files, setFiles] = useState(kept);
  const id = useId();
  const frame = useRef<HTMLFieldSetElement>(null);
  const uploads = useUploads({
    action,
    name,
    maxBytes: FILE_LIMIT_BYTES,
    room: FILE_LIMIT_COUNT - files.length,
    onStored: (answer) => setFiles((now) => [...now, ...(answer as { kept: KeptFile[] }).kept]),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen before the scripts ran is there once
  useEffect(() => uploads.add(chosen), []);
  const isBusy = uploads.sendings.some(({ state }) => state === "sending" || state === "waiting");
  const isHeld = useHold(frame, isBusy);
  return (
    <fieldset ref={frame} className="max-w-[46rem] space-y-2" aria-describedby={`${id}-hint`}>
      <legend className="font-semibold">
        {label} <span className="font-normal text-small text-soft">{ui.optional}</span>
      </legend>
      <div id={`${id}-hint`} className="text-small text-soft">
        <p>{hint}</p>
        <p>{ui.upload.limits(format.bytes(FILE_LIMIT_BYTES), FILE_LIMIT_COUNT)}</p>
      </div>
      {files.length < FILE_LIMIT_COUNT ? (
        <Chooser
          label={name === "evidence" ? department.upload.choose : ui.upload.choose}
          onChoose={uploads.add}
        />
      ) : (
        <p>{ui.upload.full(FILE_LIMIT_COUNT)}</p>
      )}
      <ul aria-label={ui.upload.files} className="space-y-2">
        {files.map((file) => (
          <KeptLine
            key={file.ticket}
            file={file}
            onRemove={() => setFiles((now) => now.filter((one) => one.ticket !== file.ticket))}
          />
        ))}
        {uploads.sendings.map((one) => (
          <SendingLine
            key={one.key}
            sending={one}
            maxFiles={FILE_LIMIT_COUNT}
            maxBytes={FILE_LIMIT_BYTES}
            onRetry={() => uploads.retry(one.key)}
            onDismiss={() => uploads.dismiss(one.key)}
          />
        ))}
      </ul>
      <p role="status" className="text-small text-amber">
        {isHeld ? ui.upload.busy : null}
      </p>
    </fieldset>
  );
}

/** Holds the form back while a file is on its way: without its ticket the act would happen without it. */
function useHold(frame: React.RefObject<HTMLFieldSetElement | null>, isBusy: boolean): boolean {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    const form = frame.current?.form;
    if (!isBusy) return setIsHeld(false);
    const hold = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      setIsHeld(true);
    };
    form?.addEventListener("submit", hold, { capture: true });
    return () => form?.removeEventListener("submit", hold, { capture: true });
  }, [frame, isBusy]);
  return isHeld;
}

function Chooser({ label, onChoose }: { label: string; onChoose: (files: File[]) => void }) {
  return (
    <label
      className={`${buttonLook("secondary")} has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-blue`}
    >
      <Icon name="clip" />
      {label}
      <input
        type="file"
        accept={takenFiles}
        multiple
        className="sr-only"
        onChange={(event) => {
          onChoose([...(event.currentTarget.files ?? [])]);
          // So that the same file, put right, can be chosen again.
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}

function KeptLine({ file, onRemove }: { file: KeptFile; onRemove: () => void }) {
  const words = useWords().ui.upload;
  const format = useFormat();
  return (
    <li className="flex items-start justify-between gap-3 rounded-lg border border-line bg-card px-4 py-2">
      <input type="hidden" name="kept" value={file.ticket} />
      <span className="flex min-w-0 items-start gap-1.5">
        <Icon name="check" className="h-lh w-4 text-green" />
        <span className="min-w-0">
          {file.name}{" "}
          <span className="whitespace-nowrap text-small text-soft">{format.bytes(file.bytes)}</span>
        </span>
      </span>
      <button
        type="button"
        onClick={onRemove}
        className="min-h-11 shrink-0 px-1 text-small text-red hover:underline desk:min-h-6"
      >
        <span aria-hidden="true">{words.remove}</span>
        <span className="sr-only">{words.removeFile(file.name)}</span>
      </button>
    </li>
  );
}

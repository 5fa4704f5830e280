import { useEffect, useRef } from "react";
import { useBlocker } from "react-router";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { Button, buttonLook } from "./button.tsx";
import { chooserLook } from "./file-field.tsx";
import { NoticeBanner } from "./notice-banner.tsx";
import { SendingLine, type StoredFile, StoredLine } from "./upload-line.tsx";
import { useHydrated } from "./use-hydrated.ts";
import { useUploads } from "./use-uploads.ts";

interface UploadProps {
  /** Takes the files: several in a plain form, one at a time from a script that asks for JSON. */
  action: string;
  name?: string;
  files: readonly StoredFile[];
  /** Endings or types for the chooser; the server judges by content. */
  accept?: string;
  maxFiles: number;
  maxBytes: number;
  /** Names the chooser; "take a photo or choose files" unless given. */
  label?: string;
  /** Below the limits: which files are taken. */
  note?: string;
}

/** Files that are stored as soon as they are chosen. A form of its own: it stands outside other forms. */
export function Upload({
  action,
  name = "files",
  files,
  accept,
  maxFiles,
  maxBytes,
  label,
  note,
}: UploadProps) {
  const words = useWords().ui.upload;
  const format = useFormat();
  const uploads = useUploads({ action, name, maxBytes, room: maxFiles - files.length });
  const isFull = files.length >= maxFiles;
  const left = uploads.sendings.filter(({ state }) => state === "waiting" || state === "sending").length;
  const hold = useHold(left, action);
  return (
    <div className="max-w-[46rem] space-y-2.5">
      <div className="rounded-lg border border-dashed border-edge px-4 py-3.5 text-center">
        {isFull ? (
          <p>{words.full(maxFiles)}</p>
        ) : (
          <Chooser
            action={action}
            name={name}
            accept={accept}
            label={label ?? words.choose}
            onChoose={uploads.add}
          />
        )}
        <p className="mt-2 text-small text-soft">{words.limits(format.bytes(maxBytes), maxFiles)}</p>
        {note ? <p className="text-small text-soft">{note}</p> : null}
      </div>
      <ul aria-label={words.files} className="space-y-2.5">
        {files.map((file) => (
          <StoredLine key={file.id} file={file} />
        ))}
        {uploads.sendings.map((one) => (
          <SendingLine
            key={one.key}
            sending={one}
            maxFiles={maxFiles}
            maxBytes={maxBytes}
            onRetry={() => uploads.retry(one.key)}
            onDismiss={() => uploads.dismiss(one.key)}
          />
        ))}
      </ul>
      {hold.state === "blocked" ? (
        <NoticeBanner tone="warn">
          <p>{words.goesOn(left)}</p>
          <div className="mt-2">
            <Button type="button" onClick={hold.proceed}>
              {words.dontWait}
            </Button>
          </div>
        </NoticeBanner>
      ) : null}
    </div>
  );
}

/** Holds whoever goes on while files are under way, which would be lost, and lets them go once the last has arrived. */
function useHold(left: number, action: string) {
  const hold = useBlocker(({ nextLocation }) => left > 0 && nextLocation.pathname !== action);
  useEffect(() => {
    if (left === 0 && hold.state === "blocked") hold.proceed();
  }, [left, hold]);
  useEffect(() => {
    if (left === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [left]);
  return hold;
}

interface ChooserProps {
  action: string;
  name: string;
  accept?: string;
  label: string;
  onChoose: (files: File[]) => void;
}

// One and the same input before and after the scripts start: files chosen before, or in a chooser that was
// opened before, would be lost with an input that is replaced.
function Chooser({ action, name, accept, label, onChoose }: ChooserProps) {
  const words = useWords().ui.upload;
  const isHydrated = useHydrated();
  const input = useRef<HTMLInputElement>(null);
  const take = () => {
    const chosen = [...(input.current?.files ?? [])];
    if (chosen.length === 0 || !input.current) return;
    onChoose(chosen);
    // So that the same file, put right, can be chosen again.
    input.current.value = "";
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen before the scripts ran is there once
  useEffect(take, []);
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      className="flex flex-wrap items-center justify-center gap-2"
    >
      <label
        className={
          isHydrated
            ? `relative ${buttonLook("primary")} has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-blue`
            : "max-w-full"
        }
      >
        <span className={isHydrated ? "" : "sr-only"}>{label}</span>
        <input
          ref={input}
          type="file"
          name={name}
          accept={accept}
          multiple
          className={isHydrated ? "sr-only" : `min-h-11 max-w-full ${chooserLook}`}
          onChange={take}
        />
      </label>
      {isHydrated ? null : <Button tone="primary">{words.send}</Button>}
    </form>
  );
}

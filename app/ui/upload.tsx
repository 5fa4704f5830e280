import { useRef } from "react";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { Button, buttonLook } from "./button.tsx";
import { chooserLook } from "./file-field.tsx";
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
}

/** Files that are stored as soon as they are chosen. A form of its own: it stands outside other forms. */
export function Upload({ action, name = "files", files, accept, maxFiles, maxBytes, label }: UploadProps) {
  const words = useWords().ui.upload;
  const format = useFormat();
  const isHydrated = useHydrated();
  const uploads = useUploads({ action, name, maxBytes, room: maxFiles - files.length });
  const isFull = files.length >= maxFiles;
  const chooser = { name, accept, label: label ?? words.choose };
  return (
    <div className="max-w-[46rem] space-y-2.5">
      <div className="rounded-lg border border-dashed border-edge px-4 py-3.5 text-center">
        {isFull ? <p>{words.full(maxFiles)}</p> : null}
        {isFull ? null : isHydrated ? (
          <Chooser {...chooser} onChoose={uploads.add} />
        ) : (
          <PlainForm {...chooser} action={action} />
        )}
        <p className="mt-2 text-small text-soft">{words.limits(format.bytes(maxBytes), maxFiles)}</p>
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
    </div>
  );
}

interface ChooserProps {
  name: string;
  accept?: string;
  label: string;
}

function Chooser({ name, accept, label, onChoose }: ChooserProps & { onChoose: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <label
      className={`${buttonLook("primary")} has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-blue`}
    >
      {label}
      <input
        ref={input}
        type="file"
        name={name}
        accept={accept}
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

function PlainForm({ name, accept, label, action }: ChooserProps & { action: string }) {
  const words = useWords().ui.upload;
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      className="flex flex-wrap items-center justify-center gap-2"
    >
      <input
        type="file"
        name={name}
        accept={accept}
        multiple
        aria-label={label}
        className={`min-h-11 max-w-full ${chooserLook}`}
      />
      <Button tone="primary">{words.send}</Button>
    </form>
  );
}

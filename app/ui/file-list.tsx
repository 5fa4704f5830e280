import { useContext } from "react";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { TextLink } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { ScanningContext } from "./scanning.ts";

export interface ListedFile {
  id: string;
  name: string;
  bytes: number;
  /** Where it can be opened. */
  to: string;
}

/** Files to open. */
export function FileList({ files }: { files: readonly ListedFile[] }) {
  const format = useFormat();
  const { notScanned } = useWords().files;
  const isScanned = useContext(ScanningContext);
  if (files.length === 0) return null;
  return (
    <ul className="space-y-0.5">
      {files.map((file) => (
        <li key={file.id} className="flex min-h-6 items-start gap-1.5">
          <Icon name="clip" className="h-lh w-4 text-soft" />
          <span className="min-w-0">
            <TextLink to={file.to} newWindow>
              {file.name}
            </TextLink>{" "}
            <span className="whitespace-nowrap text-small text-soft">{format.bytes(file.bytes)}</span>
          </span>
        </li>
      ))}
      {isScanned ? null : <li className="text-small text-soft">{notScanned}</li>}
    </ul>
  );
}

import { FILE_LIMIT_BYTES, FILE_LIMIT_COUNT } from "../../../../db/vocabulary.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { takenFiles } from "../../../ui/file-field.tsx";
import { NoticeBanner } from "../../../ui/notice-banner.tsx";
import { Upload } from "../../../ui/upload.tsx";

/** The files of a draft: added, opened, taken back. */
export function Evidence({
  id,
  files,
}: {
  id: string;
  files: { id: string; name: string; bytes: number }[];
}) {
  const words = useWords().liaison;
  const action = `/liaison/drafts/${id}/attachments`;
  return (
    <div className="mb-6 space-y-3">
      <Upload
        action={action}
        files={files.map((file) => ({
          ...file,
          to: `/liaison/files/${file.id}`,
          removeAction: `${action}?remove=${file.id}`,
        }))}
        accept={takenFiles}
        maxFiles={FILE_LIMIT_COUNT}
        maxBytes={FILE_LIMIT_BYTES}
        note={words.files.types}
      />
      <div className="max-w-[46rem]">
        <NoticeBanner tone="info">{words.evidenceNote}</NoticeBanner>
      </div>
    </div>
  );
}

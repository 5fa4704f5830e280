import { useFormat, useWords } from "../../../i18n/use-words.ts";
import { Card } from "../../../ui/card.tsx";
import { FileList } from "../../../ui/file-list.tsx";
import { Passage } from "../../../ui/passage.tsx";
import type { Loaded } from "./loading.server.ts";

/** What the enterprise said, in its own words, with what it handed in. */
export function Said({ loaded }: { loaded: Loaded }) {
  const { desk } = useWords();
  const format = useFormat();
  const { complaint, supplement } = loaded.matter;
  return (
    <Card
      title={desk.said}
      action={<span className="text-small text-soft">{format.instant(complaint.submittedAt)}</span>}
    >
      <div className="space-y-3">
        <div className="text-lead">
          <Passage>{complaint.description}</Passage>
        </div>
        {loaded.attachments.length > 0 ? (
          <FileList
            files={loaded.attachments.map((file) => ({ ...file, to: `/desk/files/attachment/${file.id}` }))}
          />
        ) : null}
        {supplement.map((one) => (
          <div key={one.id} className="border-t border-hair pt-3">
            <p className="text-small text-soft">{desk.asked(format.instant(one.askedAt))}</p>
            <Passage>{one.question}</Passage>
            {one.answer ? <p className="mt-1 text-small text-soft">{desk.supplemented}</p> : null}
            {one.answer ? <Passage>{one.answer}</Passage> : null}
          </div>
        ))}
      </div>
    </Card>
  );
}

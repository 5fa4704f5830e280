import { useFormat, useWords } from "../../../i18n/use-words.ts";
import { Card } from "../../../ui/card.tsx";
import { FileList } from "../../../ui/file-list.tsx";
import { Passage } from "../../../ui/passage.tsx";
import type { Loaded } from "../complaint.tsx";

/** What the enterprise said, in its own words, and what it was answered. */
export function Said({ loaded }: { loaded: Loaded }) {
  const { desk } = useWords();
  const format = useFormat();
  const { complaint, supplement, answer } = loaded.matter;
  return (
    <Card title={desk.said}>
      <div className="space-y-3">
        <Passage>{complaint.description}</Passage>
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
        {answer.map((one) => (
          <div key={one.id} className="border-t border-hair pt-3">
            <p className="text-small text-soft">{desk.answered(format.instant(one.givenAt))}</p>
            <Passage>{one.words}</Passage>
          </div>
        ))}
      </div>
    </Card>
  );
}

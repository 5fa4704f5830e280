import type { CommandType } from "../../../domain/complaint/commands.ts";
import { type Mark, originalOf } from "../../../domain/complaint/marks.ts";
import { toldField } from "../../../domain/complaint/told.ts";
import { MarkedWords } from "../../../ui/marked-words.tsx";
import type { Acting } from "./acting.server.ts";

interface MarkedProps {
  type: CommandType;
  loaded: Acting;
  answered?: readonly Mark[];
}

/** What would tell a department who reported, below the words that it will read. */
export function Marked({ type, loaded, answered }: MarkedProps) {
  const { complaint, supplement } = loaded.matter;
  const known = originalOf({
    points: loaded.point ? [loaded.point] : [],
    people: loaded.submittedBy ? [{ name: loaded.submittedBy }] : [],
    matter: complaint,
    supplements: supplement,
    files: loaded.attachments,
  });
  return (
    <MarkedWords
      field={toldField(type) ?? ""}
      known={known}
      answered={answered}
      mayAll={complaint.disclosure === "named"}
    />
  );
}

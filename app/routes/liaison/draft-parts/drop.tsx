import { useWords } from "../../../i18n/use-words.ts";
import { Confirm } from "../../../ui/confirm.tsx";

/** Asks whether the draft is to go, with its files. */
export function Drop({ path }: { path: string }) {
  const { dropQuestion, drop } = useWords().liaison;
  return (
    <div className="mb-4 rounded-lg border border-red-line bg-card p-4">
      <Confirm
        question={dropQuestion}
        action={path}
        confirmLabel={drop}
        cancelTo={path}
        danger
        fields={{ go: "drop" }}
      />
    </div>
  );
}

import { TextField } from "./text-field.tsx";

interface NewPasswordProps {
  words: { next: string; again: string; hint: (least: number) => string };
  least: number;
}

/** A new password, typed twice. */
export function NewPassword({ words, least }: NewPasswordProps) {
  const both = { type: "password", autoComplete: "new-password", required: true } as const;
  return (
    <>
      <TextField {...both} name="next" label={words.next} hint={words.hint(least)} />
      <TextField {...both} name="again" label={words.again} />
    </>
  );
}

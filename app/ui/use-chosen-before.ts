import { type RefObject, useLayoutEffect, useState } from "react";

/** Files that were chosen in a plain field inside a box before the scripts ran: what takes its place sends them. */
export function useChosenBefore(box: RefObject<HTMLElement | null>): readonly File[] {
  const [chosen, setChosen] = useState<readonly File[]>([]);
  useLayoutEffect(() => {
    const input = box.current?.querySelector<HTMLInputElement>("input[type=file]");
    if (input?.files?.length) setChosen([...input.files]);
  }, [box]);
  return chosen;
}

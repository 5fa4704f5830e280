import { UPLOAD_FAULTS } from "../../../../db/vocabulary.ts";

/** The files that an upload did not take, as the address it came back to says. */
export function refusedIn(query: URLSearchParams) {
  return query.getAll("refused").flatMap((line) => {
    const fault = UPLOAD_FAULTS.find((one) => line.startsWith(`${one}:`));
    return fault ? [{ fault, name: line.slice(fault.length + 1, 200) }] : [];
  });
}

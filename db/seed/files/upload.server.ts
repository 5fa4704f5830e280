import type { StoredFile } from "../../../app/domain/complaint/complaint.ts";
import { receive } from "../../../app/http/uploads.server.ts";
import { bytesOf, type Paper } from "./paper.ts";

/** Sends papers through the door that a form's files come in by, and answers them as stored, in their order. */
export async function upload(papers: readonly Paper[]): Promise<StoredFile[]> {
  const form = new FormData();
  for (const paper of papers) form.append("files", new File([new Uint8Array(bytesOf(paper))], paper.name));
  const request = new Request("http://city.invalid/", { method: "POST", body: form });
  const { stored, refused } = await receive(request);
  if (refused[0]) throw new Error(`${refused[0].name}: ${refused[0].fault}`);
  const place = (file: StoredFile) => papers.findIndex(({ name }) => name === file.name);
  return (stored.files ?? []).toSorted((a, b) => place(a) - place(b));
}

import { listEnterpriseComplaints } from "../../domain/complaint/enterprise-view.server.ts";
import { only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Empty } from "../../ui/empty.tsx";
import { EnterpriseTable } from "../../ui/enterprise-table.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/file.ts";

/** More than any enterprise submits in its term; the page says so if one ever does. */
const MOST = 500;

export async function loader({ context }: Route.LoaderArgs) {
  const actor = only(context, "liaison");
  return { rows: await read(context, (tx) => listEnterpriseComplaints(tx, actor, MOST)) };
}

export default function EnterpriseFile({ loaderData: { rows } }: Route.ComponentProps) {
  const words = useWords();
  const { file, fileLead, fileCapped, none, noneText } = words.liaison;
  return (
    <>
      <title>{words.door.title(file)}</title>
      <PageHead title={file} lead={rows.length < MOST ? fileLead(rows.length) : fileCapped(MOST)} />
      <EnterpriseTable caption={file} rows={rows} empty={<Empty title={none}>{noneText}</Empty>} />
    </>
  );
}

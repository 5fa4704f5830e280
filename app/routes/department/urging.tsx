import { urgingsOf } from "../../domain/urging/urging.server.ts";
import { notFound, only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Card } from "../../ui/card.tsx";
import { UrgingPage } from "../../ui/urging-page.tsx";
import { UrgingTable } from "../../ui/urging-table.tsx";
import type { Route } from "./+types/urging.ts";

/** The letter that the address names, else the newest about the assignment. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const actor = only(context, "department");
  const all = await read(context, (tx) => urgingsOf(tx, actor, params.code));
  const letter = params.id ? all.find(({ id }) => id === params.id) : all[0];
  if (!letter) notFound();
  return { letter, others: all.filter(({ id }) => id !== letter.id) };
}

export default function Urging({ loaderData: { letter, others } }: Route.ComponentProps) {
  const { urging } = useWords();
  const matter = `/department/assignments/${letter.code}`;
  return (
    <>
      <UrgingPage
        letter={letter}
        path={`${matter}/urgings/${letter.id}`}
        back={{ to: matter, label: urging.back }}
      />
      {others.length > 0 ? (
        <div className="no-print mt-6">
          <Card title={urging.others} flush>
            <UrgingTable rows={others} path={`${matter}/urgings`} />
          </Card>
        </div>
      ) : null}
    </>
  );
}

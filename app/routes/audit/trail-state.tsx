import { Form } from "react-router";
import type { stateOfTrail } from "../../domain/trail/search-trail.server.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Facts } from "../../ui/facts.tsx";

interface Props {
  state: Awaited<ReturnType<typeof stateOfTrail>>;
}

/** Up to where the trail is signed, whether it was found whole, and the way to have it checked now. */
export function TrailState({ state }: Props) {
  const { audit } = useWords().trail;
  const format = useFormat();
  const { nth, at, events, openings, chains, checkedAt, broken } = state ?? {};
  const checked = checkedAt ? format.instant(checkedAt) : null;
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <Facts
          items={[
            {
              term: audit.checkpoint,
              value:
                nth && at ? audit.checkpointLine(format.number(nth), format.instant(at)) : audit.noCheckpoint,
              note: nth
                ? audit.covers(
                    format.number(events ?? 0),
                    format.number(openings ?? 0),
                    format.number(chains ?? 0),
                  )
                : null,
            },
            {
              term: audit.check,
              value:
                checked === null ? (
                  audit.noCheck
                ) : broken ? (
                  <Broken at={checked} count={broken} />
                ) : (
                  audit.clean(checked)
                ),
              note: broken ? audit.brokenNext : null,
            },
          ]}
        />
        <Form method="post" action="/audit/check" className="no-print">
          <Button>{audit.checkNow}</Button>
        </Form>
      </div>
    </Card>
  );
}

function Broken({ at, count }: { at: string; count: number }) {
  const { audit } = useWords().trail;
  const format = useFormat();
  return <strong className="text-red">{audit.broken(at, format.number(count))}</strong>;
}

import { Form } from "react-router";
import type { SessionStage } from "../../../db/vocabulary.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";

interface Session {
  id: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  stage: SessionStage;
}

/** Where somebody is signed in, since when, and the way to end it, one by one or all others at once. */
export function Sessions({ sessions, current }: { sessions: readonly Session[]; current: string }) {
  const { door, factor } = useWords();
  const words = door.account;
  const others = sessions.filter(({ id }) => id !== current);
  const all = (
    <Form method="post" action="/account/other-sessions">
      <Button tone="danger">{factor.sessions.endOthers}</Button>
    </Form>
  );
  return (
    <Card title={words.sessions} action={others.length > 0 ? all : undefined} flush>
      <p className="border-b border-hair px-4 py-3 text-soft">{factor.sessions.limits}</p>
      <ul className="divide-y divide-hair">
        {sessions.map((session) => (
          <Row key={session.id} session={session} isHere={session.id === current} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ session, isHere }: { session: Session; isHere: boolean }) {
  const { door, factor } = useWords();
  const words = door.account;
  const format = useFormat();
  const name = session.device || words.unknownDevice;
  return (
    <li className="flex items-center justify-between gap-4 px-4 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {name}
          {session.stage === "half" ? <StatusChip label={factor.sessions.half} tone="amber" /> : null}
        </p>
        <p className="text-small text-soft">
          {words.used(format.instant(session.lastSeenAt), format.instant(session.createdAt))}
        </p>
      </div>
      {isHere ? (
        <StatusChip label={words.thisDevice} tone="green" />
      ) : (
        <Form method="post" action="/account/session" className="shrink-0">
          <input type="hidden" name="id" value={session.id} />
          <Button aria-label={words.endOf(name)} className="whitespace-nowrap">
            {words.end}
          </Button>
        </Form>
      )}
    </li>
  );
}

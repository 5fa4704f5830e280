import { slugOf } from "../../domain/complaint/commands.ts";
import { UNSEALING_DAYS } from "../../domain/custody/custody.ts";
import type { NotDone } from "../../http/desk-act.server.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { ActFields, sayErrors } from "../../ui/act-fields.tsx";
import { ActForm } from "../../ui/act-form.tsx";
import { Card } from "../../ui/card.tsx";
import { HiddenFields } from "../../ui/confirm.tsx";
import { Facts } from "../../ui/facts.tsx";
import { refusedField } from "../../ui/refused-field.ts";
import { StatusChip } from "../../ui/status-chip.tsx";
import { EndUnsealing, stateTones } from "../../ui/unsealing.tsx";
import { usePeople } from "./complaint-parts/clue-fields.ts";
import type { Loaded } from "./identity.tsx";

interface Name {
  name: string;
  nameEn?: string | null;
}

/** Somebody's name in the reader's language. */
export function useNameOf() {
  const isEnglish = useLocale() === "en";
  return ({ name, nameEn }: Name): string => (isEnglish ? (nameEn ?? name) : name);
}

interface OpenedProps {
  point: { name: string; code: string } | null;
  contact: Name | null;
  untilOn: string;
}

/** Who reported, on this one page. */
export function Opened({ point, contact, untilOn }: OpenedProps) {
  const { custody } = useWords();
  const format = useFormat();
  const nameOf = useNameOf();
  return (
    <Card title={custody.openedTitle}>
      <Facts
        items={[
          point && { term: custody.point, value: `${point.name} ${point.code}` },
          contact && { term: custody.contact, value: nameOf(contact) },
        ]}
      />
      <p className="mt-2 text-small text-soft">{custody.closesOn(format.day(untilOn))}</p>
    </Card>
  );
}

/** The press that opens it. */
export function OpenForm({ path, fault }: { path: string; fault: "notOpen" | "brokerDown" | null }) {
  const { custody } = useWords();
  return (
    <Card title={custody.open}>
      <ActForm action={path} refusal={fault ? custody[fault] : undefined} submit={custody.open}>
        <p className="text-soft">{custody.openNote}</p>
      </ActForm>
    </Card>
  );
}

/** Who has asked for whom, and what became of it. */
export function Requests({ loaded, path }: { loaded: Loaded; path: string }) {
  const { custody, office } = useWords();
  const format = useFormat();
  const nameOf = useNameOf();
  const { requests, me, commandId } = loaded;
  const mayEnd = (one: Loaded["requests"][number]) =>
    [one.readerId, one.askedById].includes(me) && (one.state === "waiting" || one.state === "approved");
  return (
    <Card title={custody.requests}>
      {requests.length === 0 ? <p className="text-soft">{custody.noRequests}</p> : null}
      <ul className="space-y-4">
        {requests.map((one) => (
          <li key={one.id}>
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {custody.askedFor(nameOf(one.reader), office.roles[one.reader.role])}
              <StatusChip label={custody.states[one.state]} tone={stateTones[one.state]} />
            </p>
            <p>{one.purpose}</p>
            <p className="text-small text-soft">
              {custody.askedBy(nameOf(one.asker), office.roles[one.asker.role], format.instant(one.askedAt))}{" "}
              · {custody.until(format.day(one.untilOn))}
            </p>
            {mayEnd(one) ? (
              <EndUnsealing
                action={`${path}/${slugOf("endUnsealing")}`}
                fields={{ request: one.id, commandId }}
                label={one.state === "waiting" ? custody.takeBack : custody.end}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface AskFormProps {
  loaded: Loaded;
  path: string;
  notDone: Omit<NotDone, "status"> | null;
}

/** Asks that one reader may know it. */
export function AskForm({ loaded, path, notDone }: AskFormProps) {
  const words = useWords();
  const { custody, office } = words;
  const people = usePeople(loaded.readers);
  const refusal = notDone?.refusal ?? null;
  const beside = refusal ? refusedField("askUnsealing", refusal) : undefined;
  return (
    <Card title={custody.ask}>
      <ActForm
        action={`${path}/${slugOf("askUnsealing")}`}
        values={notDone?.values}
        errors={{
          ...sayErrors(words, notDone?.errors),
          ...(beside && refusal ? { [beside]: office.refusals[refusal] } : {}),
        }}
        labels={office.inputs}
        refusal={refusal && !beside ? office.refusals[refusal] : undefined}
        submit={custody.ask}
      >
        <HiddenFields fields={{ commandId: loaded.commandId }} />
        <ActFields
          type="askUnsealing"
          people={people}
          suggested={{ reader: loaded.me, until: loaded.latest }}
          hints={{
            reader: custody.readerHint,
            purpose: custody.purposeHint,
            until: custody.untilHint(UNSEALING_DAYS),
          }}
        />
      </ActForm>
    </Card>
  );
}

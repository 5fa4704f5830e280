import { Form } from "react-router";
import { slugOf } from "../../domain/complaint/commands.ts";
import type { NotDone } from "../../http/desk-act.server.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { sayErrors } from "../../ui/act-fields.tsx";
import { Button } from "../../ui/button.tsx";
import { HiddenFields } from "../../ui/confirm.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Facts } from "../../ui/facts.tsx";
import { FormScope } from "../../ui/form-scope.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { EndUnsealing, stateTones } from "../../ui/unsealing.tsx";
import type { Request } from "./requests.tsx";

interface Props {
  request: Request;
}

/** The matter's number, and how far the request is. */
export function RequestState({ request }: Props) {
  const { custody } = useWords();
  return <StatusChip label={custody.states[request.state]} tone={stateTones[request.state]} />;
}

/** Who asks, for whom, why and until when; and what has been decided. */
export function RequestFacts({ request }: Props) {
  const { custody, office } = useWords();
  const format = useFormat();
  const isEnglish = useLocale() === "en";
  const nameOf = (one: { name: string; nameEn: string | null }) =>
    isEnglish ? (one.nameEn ?? one.name) : one.name;
  const who = (one: Request["reader"]) => custody.askedFor(nameOf(one), office.roles[one.role]);
  const agreed = request.votes.filter(({ approved }) => approved).length;
  const isRunning = request.state === "waiting" || request.state === "approved";
  return (
    <div className="space-y-3">
      <Facts
        items={[
          {
            term: custody.reader,
            value: who(request.reader),
            note: custody.until(format.day(request.untilOn)),
          },
          { term: custody.asker, value: who(request.asker), note: format.instant(request.askedAt) },
          { term: custody.purpose, value: request.purpose },
        ]}
      />
      {request.state === "waiting" ? (
        <p className="text-soft">{request.hasAgreed ? custody.youAgreed : custody.agreed(agreed)}</p>
      ) : null}
      {request.votes.length > 0 ? (
        <ul className="space-y-1 text-small text-soft">
          {request.votes.map((vote) => (
            <li key={vote.custodianId}>
              {nameOf(vote)} · {vote.approved ? custody.approve : custody.refuse} · {vote.reason}
            </li>
          ))}
        </ul>
      ) : null}
      {isRunning && !request.isMine ? (
        <EndUnsealing
          action={actionOf("endUnsealing")}
          fields={{ number: request.number, request: request.id, commandId: request.commandId }}
          label={request.state === "waiting" ? custody.endRequest : office.commands.endUnsealing.label}
        />
      ) : null}
    </div>
  );
}

const actionOf = (type: "approveUnsealing" | "refuseUnsealing" | "endUnsealing") =>
  `/custody/${slugOf(type)}`;

/** A custodian's decision: one reason, two buttons. */
export function Decide({ request, notDone }: Props & { notDone: Omit<NotDone, "status"> | null }) {
  const words = useWords();
  const { custody, office } = words;
  const { id, number, commandId } = request;
  return (
    <FormScope
      values={notDone?.values}
      errors={sayErrors(words, notDone?.errors)}
      labels={office.inputs}
      idPrefix={id}
    >
      <Form method="post" action={actionOf("approveUnsealing")} noValidate className="mt-4 space-y-3">
        <ErrorSummary refusal={notDone?.refusal ? office.refusals[notDone.refusal] : undefined} />
        <HiddenFields fields={{ number, request: id, commandId }} />
        <TextArea name="reason" label={custody.reason} required maxLength={4000} rows={3} />
        <div className="flex flex-wrap gap-2">
          <Button tone="primary">{custody.approve}</Button>
          <Button formAction={actionOf("refuseUnsealing")}>{custody.refuse}</Button>
        </div>
      </Form>
    </FormScope>
  );
}

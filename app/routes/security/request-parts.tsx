import type { RightsRequestRow } from "../../domain/rights/requests.server.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { ButtonLink, TextLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import type { FormErrors, FormValues } from "../../ui/form-scope.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { ReasonForm } from "../../ui/reason-form.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import { RequestFacts, useNames } from "./request-facts.tsx";

type Request = RightsRequestRow;

const labels = { approve: "approve", refuse: "refuse", withdraw: "withdraw" } as const;
type Act = keyof typeof labels;

interface CardProps {
  request: Request;
  path: string;
  acts: readonly Act[];
}

/** A request with what may be done about it. */
export function RequestCard({ request, path, acts }: CardProps) {
  const { security } = useWords();
  const format = useFormat();
  const { subjectOf } = useNames();
  const offered = acts.filter((act) => act !== "approve" || !request.isStale);
  return (
    <Card
      title={security.heading(format.number(request.nth), security.kinds[request.kind], subjectOf(request))}
      action={request.isStale ? <StatusChip label={security.staleNow} tone="amber" /> : null}
    >
      <RequestFacts request={request} />
      <div className="mt-4 flex flex-wrap gap-2">
        {offered.map((act) => (
          <ButtonLink
            key={act}
            to={`${path}/${request.id}/${act}`}
            tone={act === "approve" ? "primary" : "secondary"}
          >
            {security[labels[act]]}
          </ButtonLink>
        ))}
      </div>
    </Card>
  );
}

interface OpenProps {
  request: Request;
  act: string;
  path: string;
  answer?: { values: FormValues; errors: FormErrors; refusal: string | null };
}

/** Asks before a decision, with all that it is about. */
export function OpenDecision({ request, act, path, answer }: OpenProps) {
  const { security } = useWords();
  const format = useFormat();
  const { subjectOf } = useNames();
  const { kind, nth, id, isStale } = request;
  const on = [format.number(nth), subjectOf(request)] as const;
  const approval = kind in security.approveDetail ? (kind as keyof typeof security.approveDetail) : null;
  const asked = {
    approve: {
      question: security.approveAsk(...on),
      detail: approval ? security.approveDetail[approval] : null,
      label: security.decisionReason,
      submit: security.approve,
    },
    refuse: {
      question: security.refuseAsk(...on),
      detail: security.refuseDetail,
      label: security.refusalReason,
      submit: security.refuse,
    },
    withdraw: {
      question: security.withdrawAsk(...on),
      detail: security.withdrawDetail,
      label: security.reason,
      submit: security.withdraw,
    },
  }[act as Act];
  return (
    <Card>
      {isStale && act === "approve" ? <NoticeBanner tone="warn">{security.faults.stale}</NoticeBanner> : null}
      <div className="mb-4">
        <RequestFacts request={request} />
      </div>
      <ReasonForm
        key={`${id} ${act}`}
        {...asked}
        action={`${path}/${id}/${act}`}
        cancelTo={path}
        danger={act === "refuse"}
        hasReason={act !== "withdraw"}
        values={answer?.values}
        errors={answer?.errors}
        refusal={answer?.refusal}
      />
    </Card>
  );
}

interface LinesProps {
  requests: readonly Request[];
  none: string;
  /** Only what became of each. */
  isShort?: boolean;
  /** Where one's own are withdrawn. */
  path?: string;
}

/** Requests one below the other, each with what became of it. */
export function RequestLines({ requests, none, path, isShort }: LinesProps) {
  const { security } = useWords();
  const format = useFormat();
  const { subjectOf } = useNames();
  if (requests.length === 0) return <p className="text-soft">{none}</p>;
  return (
    <ul className="divide-y divide-hair">
      {requests.map((request) => (
        <li key={request.id} className="py-4 first:pt-0 last:pb-0">
          <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
            <h3 className="font-semibold">
              {security.heading(format.number(request.nth), security.kinds[request.kind], subjectOf(request))}
            </h3>
            {request.isStale ? <StatusChip label={security.staleNow} tone="amber" /> : null}
            {path ? <TextLink to={`${path}/${request.id}/withdraw`}>{security.withdraw}</TextLink> : null}
          </div>
          <RequestFacts request={request} isShort={isShort} />
        </li>
      ))}
    </ul>
  );
}

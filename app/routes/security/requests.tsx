import { data, redirect } from "react-router";
import type { RightsVerdict, Role } from "../../../db/vocabulary.ts";
import { decideRights } from "../../domain/rights/decide.server.ts";
import { requestsOf } from "../../domain/rights/requests.server.ts";
import { requestsPath } from "../../domain/rights/rights.ts";
import { now } from "../../http/environment.ts";
import { isId } from "../../http/forms.ts";
import { provedForm } from "../../http/fresh.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import { reasonIn } from "../../http/person-act.server.ts";
import { placeOf } from "../../http/place.ts";
import { read } from "../../http/reader.ts";
import { wordsOf } from "../../i18n/dictionaries.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Card } from "../../ui/card.tsx";
import { Empty } from "../../ui/empty.tsx";
import { NoticeBanner } from "../../ui/notice-banner.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import type { Route } from "./+types/requests.ts";
import { OpenDecision, RequestCard, RequestLines } from "./request-parts.tsx";

// /security and /admin/requests, each for its own administrator; <id>/{approve,refuse,withdraw} decides
const verdicts = new Map<string, RightsVerdict>([
  ["approve", "approved"],
  ["refuse", "refused"],
  ["withdraw", "withdrawn"],
]);

const OUTCOMES = ["decided", "withdrawn", "asked", "late"];

/** Whose page an address is. */
const ownerOf = (pattern: string): Role =>
  placeOf(pattern).startsWith("/security") ? "secadmin" : "sysadmin";

export async function loader({ context, params: { id, act }, url, pattern }: Route.LoaderArgs) {
  const actor = only(context, ownerOf(pattern));
  if (id && !(isId(id) && act && verdicts.has(act))) notFound();
  const found = await read(context, (tx) => requestsOf(tx, actor));
  const from = act === "withdraw" ? found.mine : found.toDecide;
  const open = id ? (from.find((request) => request.id === id) ?? null) : null;
  const path = requestsPath(actor.kind);
  // Decided meanwhile, or not theirs: the list says which are left.
  if (id && !open) throw redirect(path);
  const done = OUTCOMES.find((one) => one === url.searchParams.get("done")) ?? null;
  return { ...found, open, act: act ?? null, path, done };
}

export async function action({ context, params: { id, act }, request, pattern }: Route.ActionArgs) {
  const actor = only(context, ownerOf(pattern));
  const verdict = verdicts.get(act ?? "");
  if (!id || !isId(id) || !verdict) notFound();
  const words = wordsOf(localeOf(context));
  const { reason, errors } = reasonIn(await provedForm({ context, request }, "decideRights"), words);
  if (errors && verdict !== "withdrawn") return data({ values: { reason }, errors, refusal: null }, 422);
  const decided = await decideRights(actor, [id], verdict, reason, now());
  if (decided.ok)
    return redirect(`${requestsPath(actor.kind)}?done=${verdict === "withdrawn" ? "withdrawn" : "decided"}`);
  if (decided.fault === "notFound") notFound();
  // There is nothing left to decide on the page of this request.
  if (decided.fault === "decidedBefore") return redirect(`${requestsPath(actor.kind)}?done=late`);
  return data({ values: { reason }, errors: {}, refusal: words.security.faults[decided.fault] }, 409);
}

export default function Requests({ loaderData, actionData }: Route.ComponentProps) {
  const { door, security } = useWords();
  const { toDecide, mine, past, open, act, path, done } = loaderData;
  const told = { decided: security.decided, withdrawn: security.withdrawn, asked: security.asked }[
    done ?? ""
  ];
  return (
    <>
      <title>{door.title(security.title)}</title>
      <PageHead title={security.title} lead={security.lead} />
      {told ? <NoticeBanner tone="success">{told}</NoticeBanner> : null}
      {done === "late" ? <NoticeBanner tone="warn">{security.faults.decidedBefore}</NoticeBanner> : null}
      <div className="max-w-[52rem] space-y-4">
        {open && act ? <OpenDecision request={open} act={act} path={path} answer={actionData} /> : null}
        {toDecide.length === 0 ? (
          <Card title={security.toDecide}>
            <Empty title={security.none}>{security.noneText}</Empty>
          </Card>
        ) : null}
        {toDecide
          .filter(({ id }) => id !== open?.id)
          .map((request) => (
            <RequestCard key={request.id} request={request} path={path} acts={["approve", "refuse"]} />
          ))}
        <Card title={security.mine}>
          <RequestLines requests={mine} path={path} none={security.noneMine} />
        </Card>
        <Card title={security.past}>
          <RequestLines requests={past} none={security.nonePast} isShort />
        </Card>
      </div>
    </>
  );
}

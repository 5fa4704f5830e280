import type { RightsRequestRow } from "../../domain/rights/requests.server.ts";
import { useFormat, useLocale, useWords } from "../../i18n/use-words.ts";
import { type Fact, Facts } from "../../ui/facts.tsx";

type Request = RightsRequestRow;
type Side = Request["before"];

/** The names of a request, in the reader's language. */
export function useNames() {
  const isEnglish = useLocale() === "en";
  const nameOf = (name: string | null | undefined, nameEn: string | null | undefined) =>
    (isEnglish ? nameEn : null) ?? name ?? "";
  const subjectOf = ({ before, after }: Request) => {
    const one = before ?? after;
    return nameOf(one?.name, one?.nameEn);
  };
  return { nameOf, subjectOf };
}

/** What an account is, on one side of a request: its role and post, where it belongs, its address. */
function useHeld() {
  const { office } = useWords();
  const { nameOf } = useNames();
  return (side: NonNullable<Side>) =>
    [
      office.roles[side.role],
      side.post ? office.posts[side.post] : "",
      nameOf(side.place, side.placeEn),
      side.email,
    ]
      .filter(Boolean)
      .join(" · ");
}

/** Who asks what about whom: what it is now, and what it would be. */
export function RequestFacts({ request, isShort = false }: { request: Request; isShort?: boolean }) {
  const { office, security } = useWords();
  const format = useFormat();
  const { nameOf } = useNames();
  const held = useHeld();
  const { kind, before, after, verdict, askerRole, deciderRole, decidedAt, decisionReason } = request;
  const by = (name: string, role: Request["askerRole"]) =>
    role ? security.namedRole(name, office.roles[role]) : name;
  const items: (Fact | null)[] = [
    request.askerName && !isShort
      ? {
          term: security.asker,
          value: by(nameOf(request.askerName, request.askerNameEn), askerRole),
          note: format.instant(request.askedAt),
        }
      : null,
    isShort
      ? null
      : kind === "move" || kind === "appoint"
        ? { term: security.before, value: before ? held(before) : security.nothing }
        : before
          ? { term: security.account, value: held(before) }
          : null,
    after ? { term: security.after, value: <strong>{held(after)}</strong> } : null,
    request.reason && !isShort ? { term: security.reason, value: request.reason } : null,
    verdict && decidedAt
      ? {
          term: security.decision,
          value: `${security.verdicts[verdict]}${decisionReason ? ` · ${decisionReason}` : ""}`,
          note: `${by(nameOf(request.deciderName, request.deciderNameEn), deciderRole)} · ${format.instant(decidedAt)}`,
        }
      : null,
  ];
  return <Facts items={items} />;
}

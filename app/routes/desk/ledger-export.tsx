import { dayOf } from "../../domain/clock/day.ts";
import { readFilter } from "../../domain/ledger/filter.ts";
import { now } from "../../http/environment.ts";
import { localeOf, notFound, only } from "../../http/guards.ts";
import type { Route } from "./+types/ledger-export.ts";
import { csvOf, xlsxOf } from "./ledger-file.server.ts";

const types: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** Exactly the rows of the ledger with the same query. */
export function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = only(context, "intake", "supervisor");
  const type = types[params.format];
  if (!type) notFound();
  const at = now();
  const filter = readFilter(new URL(request.url).searchParams);
  const wanted = { actor, filter, locale: localeOf(context), at };
  return new Response(params.format === "xlsx" ? xlsxOf(wanted) : csvOf(wanted), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="huiyin-${dayOf(at)}.${params.format}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

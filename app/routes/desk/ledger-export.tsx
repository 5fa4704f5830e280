import { dayOf } from "../../domain/clock/day.ts";
import { readFilter } from "../../domain/ledger/filter.ts";
import { recordOpening } from "../../domain/trail/record-opening.server.ts";
import { now } from "../../http/environment.ts";
import { localeOf, only } from "../../http/guards.ts";
import type { Route } from "./+types/ledger-export.ts";
import { csvOf, xlsxOf } from "./ledger-file.server.ts";

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** Exactly the rows of the ledger with the same query. */
export async function loader({ context, request, pattern }: Route.LoaderArgs) {
  const actor = only(context, "intake", "supervisor");
  const at = now();
  const { searchParams } = new URL(request.url);
  const format = pattern.endsWith(".csv") ? "csv" : "xlsx";
  const filter = readFilter(searchParams);
  const { q: _words, ...said } = filter;
  await recordOpening(actor, { what: "export", complaintId: null, said: { ...said, format } }, at);
  const wanted = { actor, filter, locale: localeOf(context), at };
  return new Response(format === "xlsx" ? xlsxOf(wanted) : csvOf(wanted), {
    headers: {
      "Content-Type": types[format],
      "Content-Disposition": `attachment; filename="huiyin-${dayOf(at)}.${format}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

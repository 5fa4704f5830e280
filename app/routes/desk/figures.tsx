import { dayOf, yearOf } from "../../domain/clock/day.ts";
import { MONTHLY_FIGURES } from "../../domain/figure/figure.ts";
import { figures, months } from "../../domain/figure/figures.server.ts";
import { ledgerYears } from "../../domain/ledger/ledger.server.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { BarChart } from "../../ui/bar-chart.tsx";
import { Card } from "../../ui/card.tsx";
import { Columns } from "../../ui/columns.tsx";
import { NumberRow, NumberTile } from "../../ui/number-tile.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import type { Route } from "./+types/figures.ts";
import { Dictionary, LookBacks, Rates } from "./figure-rates.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  only(context, "intake", "supervisor");
  const at = now();
  const present = yearOf(dayOf(at));
  const asked = new URL(request.url).searchParams.get("year") ?? "";
  const year = /^20\d\d$/.test(asked) ? Number(asked) : present;
  return read(context, async (tx) => ({
    year,
    years: [...new Set([present, ...(await ledgerYears(tx))])],
    figures: await figures(tx, year, at),
    months: await months(tx, year),
  }));
}

export type FiguresLoaded = Awaited<ReturnType<typeof loader>>;

export default function FiguresPage({ loaderData }: Route.ComponentProps) {
  const { desk, ui } = useWords();
  const { year, years } = loaderData;
  return (
    <>
      <title>{`${desk.figuresTitle(year)} · ${ui.product}`}</title>
      <PageHead
        title={desk.figuresTitle(year)}
        lead={desk.figuresLead}
        actions={<PrintButton label={desk.printFigures} />}
      />
      <Tabs
        label={desk.year}
        items={years.map((one) => ({
          to: `/desk/figures?year=${one}`,
          label: desk.yearOf(String(one)),
          current: one === year,
        }))}
      />
      <FourNumbers loaded={loaderData} />
      <Columns
        side={
          <Card title={desk.threeRates}>
            <Rates loaded={loaderData} />
          </Card>
        }
      >
        <ByMonth loaded={loaderData} />
        <Card title={desk.lookBackHead}>
          <LookBacks loaded={loaderData} />
        </Card>
      </Columns>
      <div className="mt-4">
        <Card title={desk.dictionary}>
          <Dictionary />
        </Card>
      </div>
    </>
  );
}

function FourNumbers({ loaded }: { loaded: FiguresLoaded }) {
  const { desk } = useWords();
  const format = useFormat();
  const { year, figures: counted } = loaded;
  const list = (figure: string) => `/desk/ledger?year=${year}&figure=${figure}`;
  const tile = (name: "reported" | "resolved" | "references" | "carriedOver") => (
    <NumberTile
      label={desk.figures[name]}
      value={counted[name]}
      note={<span className="w-full">{desk.definitions[name]}</span>}
      to={list(name)}
      open={desk.openList(format.number(counted[name]))}
    />
  );
  return (
    <>
      <NumberRow label={desk.fourNumbers}>
        {tile("reported")}
        {tile("resolved")}
        <NumberTile
          label={desk.rulesMade}
          value={counted.rules}
          note={<span className="w-full">{desk.definitions.rules}</span>}
          to={`/desk/rules?year=${year}`}
          open={desk.openList(format.number(counted.rules))}
        />
        {tile("references")}
      </NumberRow>
      <NumberRow label={desk.alsoCounted}>
        {tile("carriedOver")}
        <NumberTile
          label={desk.activePoints}
          value={counted.liaisonPoints}
          note={<span className="w-full">{desk.definitions.activePoints}</span>}
          to="/desk/points?status=active"
          open={desk.openList(format.number(counted.liaisonPoints))}
        />
      </NumberRow>
    </>
  );
}

function ByMonth({ loaded }: { loaded: FiguresLoaded }) {
  const { desk } = useWords();
  const format = useFormat();
  const { year, months: byMonth } = loaded;
  return (
    <Card title={desk.byMonth}>
      <BarChart
        title={desk.byMonth}
        labelHead={desk.month}
        labels={byMonth.reported.map((_, index) => format.month(index + 1))}
        series={MONTHLY_FIGURES.map((name) => ({
          name: desk.figures[name],
          values: byMonth[name],
          links: byMonth[name].map(
            (_, index) => `/desk/ledger?year=${year}&figure=${name}&month=${index + 1}`,
          ),
        }))}
      />
    </Card>
  );
}

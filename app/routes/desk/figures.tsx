import { dayOf, yearOf } from "../../domain/clock/day.ts";
import { RATE_NAMES, RATES } from "../../domain/figure/figure.ts";
import { figures, months } from "../../domain/figure/figures.server.ts";
import { now } from "../../http/environment.ts";
import { only } from "../../http/guards.ts";
import { read } from "../../http/reader.ts";
import { useFormat, useWords } from "../../i18n/use-words.ts";
import { BarChart } from "../../ui/bar-chart.tsx";
import { Card } from "../../ui/card.tsx";
import { Columns } from "../../ui/columns.tsx";
import { NumberRow, NumberTile, RateList } from "../../ui/number-tile.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import type { Route } from "./+types/figures.ts";

const YEARS = 3;

export async function loader({ context, request }: Route.LoaderArgs) {
  only(context, "intake", "supervisor");
  const at = now();
  const present = yearOf(dayOf(at));
  const asked = new URL(request.url).searchParams.get("year") ?? "";
  const year = /^20\d\d$/.test(asked) ? Number(asked) : present;
  return read(context, async (tx) => ({
    year,
    years: Array.from({ length: YEARS }, (_, index) => present - index),
    figures: await figures(tx, year, at),
    months: await months(tx, year),
  }));
}

export default function FiguresPage({ loaderData }: Route.ComponentProps) {
  const { desk, ui } = useWords();
  const format = useFormat();
  const { year, years, figures: counted, months: byMonth } = loaderData;
  const list = (figure: string) => `/desk/ledger?year=${year}&figure=${figure}`;
  const open = (count: number) => desk.openList(format.number(count));
  return (
    <>
      <title>{`${desk.figuresTitle(year)} · ${ui.product}`}</title>
      <PageHead title={desk.figuresTitle(year)} lead={desk.figuresLead} />
      <Tabs
        label={desk.year}
        items={years.map((one) => ({
          to: `/desk/figures?year=${one}`,
          label: desk.yearOf(String(one)),
          current: one === year,
        }))}
      />
      <NumberRow label={desk.fourNumbers}>
        <NumberTile
          label={desk.figures.reported}
          value={counted.reported}
          to={list("reported")}
          open={open(counted.reported)}
        />
        <NumberTile
          label={desk.figures.resolved}
          value={counted.resolved}
          to={list("resolved")}
          open={open(counted.resolved)}
        />
        <NumberTile
          label={desk.rulesMade}
          value={counted.rules}
          to={`/desk/rules?year=${year}`}
          open={open(counted.rules)}
        />
        <NumberTile
          label={desk.figures.references}
          value={counted.references}
          to={list("references")}
          open={open(counted.references)}
        />
      </NumberRow>
      <NumberRow label={desk.alsoCounted}>
        <NumberTile
          label={desk.figures.carriedOver}
          value={counted.carriedOver}
          to={list("carriedOver")}
          open={open(counted.carriedOver)}
        />
        <NumberTile
          label={desk.activePoints}
          value={counted.liaisonPoints}
          to="/desk/points"
          open={open(counted.liaisonPoints)}
        />
      </NumberRow>
      <Columns
        side={
          <Card title={desk.threeRates}>
            <Rates loaded={loaderData} list={list} />
          </Card>
        }
      >
        <Card title={desk.byMonth}>
          <BarChart
            title={desk.byMonth}
            labelHead={desk.month}
            labels={byMonth.reported.map((_, index) => format.month(index + 1))}
            series={[
              { name: desk.figures.reported, values: byMonth.reported },
              { name: desk.figures.resolved, values: byMonth.resolved },
            ]}
          />
        </Card>
        <Card title={desk.dictionary}>
          <Dictionary />
        </Card>
      </Columns>
    </>
  );
}

function Rates({
  loaded,
  list,
}: {
  loaded: Route.ComponentProps["loaderData"];
  list: (figure: string) => string;
}) {
  const { desk } = useWords();
  const format = useFormat();
  return (
    <RateList
      items={RATE_NAMES.map((name) => {
        const ratio = loaded.figures.rates[name];
        const part = format.number(loaded.figures[RATES[name].part]);
        const whole = format.number(loaded.figures[RATES[name].whole]);
        return {
          label: desk.rates[name].label,
          definition: `${desk.rates[name].definition} · ${part} ÷ ${whole}`,
          value: ratio === null ? desk.none : format.percent(ratio),
          to: list(RATES[name].part),
        };
      })}
    />
  );
}

function Dictionary() {
  const { desk } = useWords();
  return (
    <dl className="space-y-2">
      {Object.entries(desk.definitions).map(([name, definition]) => (
        <div key={name}>
          <dt className="font-semibold">
            {name === "rules" ? desk.rulesMade : desk.figures[name as keyof typeof desk.figures]}
          </dt>
          <dd className="text-soft">{definition}</dd>
        </div>
      ))}
    </dl>
  );
}

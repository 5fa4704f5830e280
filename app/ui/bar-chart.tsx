import { useId } from "react";
import { useFormat, useWords } from "../i18n/use-words.ts";
import { TextLink } from "./button.tsx";

export interface Series {
  name: string;
  values: readonly number[];
  /** The list behind each value, for the table. */
  links?: readonly string[];
}

interface BarChartProps {
  /** What is drawn, for those who don't see it. */
  title: string;
  /** The heading of the labels' column in the table. */
  labelHead: string;
  /** One for each group of bars: the months. */
  labels: readonly string[];
  /** One or two. */
  series: readonly Series[];
}

const width = 600;
const height = 226;
const left = 34;
const bottom = 30;
const top = 10;
const fills = ["fill-action", "fill-blue-pale"];
const swatches = ["bg-action", "bg-blue-pale"];

/** Bars by month, drawn on the server, with their figures in a table behind. */
export function BarChart(chart: BarChartProps) {
  const words = useWords().ui;
  return (
    <figure>
      <figcaption className="mb-2 flex flex-wrap gap-4 text-small text-soft">
        {chart.series.map((one, index) => (
          <span key={one.name} className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className={`size-2.5 print:border ${swatches[index]}`} />
            {one.name}
          </span>
        ))}
      </figcaption>
      <Bars {...chart} />
      <details className="mt-2 text-small">
        <summary className="no-print inline-flex min-h-6 items-center text-blue">{words.chartTable}</summary>
        <FigureTable {...chart} />
      </details>
    </figure>
  );
}

function Bars({ title, labels, series }: BarChartProps) {
  const titleId = useId();
  const format = useFormat();
  const ticks = scale(Math.max(1, ...series.flatMap((one) => one.values)));
  const most = ticks.at(-1) ?? 1;
  const y = (value: number) => height - bottom - (value / most) * (height - bottom - top);
  const group = (width - left) / labels.length;
  const bar = (group * 0.66) / series.length;
  return (
    <svg role="img" aria-labelledby={titleId} viewBox={`0 0 ${width} ${height}`} className="w-full">
      <title id={titleId}>{title}</title>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} className="stroke-hair" />
          <text
            x={left - 8}
            y={y(tick) + 4}
            textAnchor="end"
            className="fill-soft text-[11px] phone:text-[18px]"
          >
            {format.number(tick)}
          </text>
        </g>
      ))}
      {labels.map((label, month) => (
        <g key={label} transform={`translate(${left + month * group + group * 0.17} 0)`}>
          {series.map((one, index) => {
            const value = one.values[month] ?? 0;
            return (
              <rect
                key={one.name}
                x={index * bar}
                y={y(value)}
                width={bar - 1.5}
                height={height - bottom - y(value)}
                className={fills[index]}
              />
            );
          })}
          {/* Every second label has room on a phone. */}
          <text
            x={group * 0.33}
            y={height - 7}
            textAnchor="middle"
            className={`fill-soft text-[11px] phone:text-[18px] ${month % 2 === 1 ? "phone:hidden" : ""}`}
          >
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Round steps from 0 to at least the largest value. */
function scale(largest: number): number[] {
  const rough = largest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
  return Array.from({ length: Math.ceil(largest / step) + 1 }, (_, index) => index * step);
}

function FigureTable({ title, labelHead, labels, series }: BarChartProps) {
  const format = useFormat();
  const cell = "border-b border-hair px-2 py-1 text-right tabular-nums";
  return (
    <table className="mt-1 w-full">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr className="text-soft">
          <th scope="col" className={`${cell} text-left font-normal`}>
            {labelHead}
          </th>
          {series.map((one) => (
            <th key={one.name} scope="col" className={`${cell} font-normal`}>
              {one.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((label, month) => (
          <tr key={label}>
            <th scope="row" className={`${cell} text-left font-normal`}>
              {label}
            </th>
            {series.map(({ name, values, links }) => (
              <td key={name} className={cell}>
                {links?.[month] ? (
                  <TextLink to={links[month]}>
                    {format.number(values[month] ?? 0)} <span className="sr-only">{`${label} ${name}`}</span>
                  </TextLink>
                ) : (
                  format.number(values[month] ?? 0)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

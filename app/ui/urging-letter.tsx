import { dayOf } from "../domain/clock/day.ts";
import { formatUrging } from "../domain/urging/number.ts";
import type { UrgingLetter as Letter } from "../domain/urging/urging.server.ts";
import { urgingLetter as words } from "../i18n/zh-CN/urging-letter.ts";

/** The letter as it is printed, after GB/T 9704: title, number, addressee, body, signature, copies. */
export function UrgingLetter({ letter }: { letter: Letter }) {
  const { year, serial, to, code, dueOn, about, answerBy, createdAt } = letter;
  return (
    <article
      lang="zh-CN"
      data-sheet="letter"
      className="mx-auto max-w-[46rem] rounded-lg border border-line bg-card px-6 py-8 leading-8 desk:px-14 desk:py-12 print:max-w-none print:border-0 print:p-0 print:[font-family:仿宋_GB2312,FangSong,STFangsong,serif] print:text-[16pt] print:leading-[28pt]"
    >
      <h2 className="text-center font-serif text-title font-bold print:text-[22pt]">{words.title}</h2>
      <p className="mt-2 text-center">{formatUrging(year, serial)}</p>
      <p className="mt-6">{words.to(to)}</p>
      <p className="indent-[2em]">{words.overdue(code, dueOn)}</p>
      <p className="indent-[2em] whitespace-pre-line break-words">{words.about(about)}</p>
      <p className="indent-[2em]">{words.demand(answerBy)}</p>
      <p className="indent-[2em]">{words.end}</p>
      <p className="mt-8 text-right">{words.unit}</p>
      <p className="text-right">{words.day(dayOf(createdAt))}</p>
      <p className="mt-8 border-y border-line py-1">{words.copies}</p>
    </article>
  );
}

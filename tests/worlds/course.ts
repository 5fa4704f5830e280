import type { Random } from "../../db/seed/random.ts";
import type { Day } from "../simulate/office-days.ts";
import { Script } from "./script.ts";
import type { World } from "./world.ts";

/** Something that is done on the so-and-so-many-th working day, in both worlds at one time of the day. */
export interface Move {
  day: number;
  clock: string;
  does: () => Promise<void>;
}

const evidence = { evidence: { name: "办结证明.txt", bytes: Buffer.from("已一次性告知全部意见。\n") } };

/** A course being written: each move comes so many working days after the one before. */
class Course {
  readonly moves: Move[] = [];
  day: number;
  constructor(from: number) {
    this.day = from;
  }
  after(gap: number, clock: string, does: () => Promise<void>): this {
    this.day += gap;
    this.moves.push({ day: this.day, clock, does });
    return this;
  }
}

/** The whole work of a department on one matter, drawn by chance. */
export function courseOf(world: World, chance: Random, name: string, dayOf: (nth: number) => Day): Move[] {
  const script = new Script(world, chance, name);
  const course = new Course(chance.whole(0, 3)).after(0, "09:00", () => script.submit());
  if (chance.next() < 0.25) course.after(0, "10:00", () => script.supplement());
  course.after(chance.whole(0, 1), "11:00", () => script.assign()).after(0, "11:30", () => script.look(2));
  const write = chance.weighted({
    plain: 5,
    sentBack: 2,
    measure: 3,
    badlyRated: 2,
    returned: 2,
    ignored: 2,
    withdrawn: 1,
    extended: 2,
  });
  courses[write]({ script, course, chance, until: (count) => dayOf(course.day + count) });
  if (chance.next() < 0.2) course.after(0, "14:00", () => script.complainOfRetaliation());
  return course.after(1, "15:00", () => script.look(3)).moves;
}

interface Writing {
  script: Script;
  course: Course;
  chance: Random;
  /** The day so many working days on from where the course has come. */
  until: (count: number) => Day;
}

type Write = (writing: Writing) => void;

const sign: Write = ({ script, course, chance }) => {
  course.after(chance.whole(0, 2), "11:40", () => script.fill("sign", { officer: "赵承安" }));
  if (chance.next() < 0.3) course.after(0, "14:10", () => script.fill("name-officer", { officer: "钱多多" }));
  if (chance.next() < 0.7)
    course.after(chance.whole(0, 1), "14:20", () =>
      script.fill("record-first-contact", {
        way: chance.pick(["throughCommission", "phone"]),
        note: "已经了解情况。",
      }),
    );
};

const reply: Write = ({ script, course, chance }) => {
  course.after(chance.whole(0, 2), "15:10", () =>
    script.fill(
      "reply",
      { words: "已经一次性告知，三日内办结。" },
      chance.next() < 0.6 ? evidence : undefined,
    ),
  );
  course.after(0, "15:20", () => script.assist());
};

const accept: Write = ({ script, course }) => {
  course
    .after(1, "10:20", () => script.accept())
    .after(0, "10:30", () => script.office("gu", { type: "feedBack", words: "部门已经办结。" }))
    .after(0, "10:45", () => script.look(1));
};

const writeOff: Write = ({ script, course, chance }) => {
  if (chance.next() < 0.7) course.after(chance.whole(1, 2), "11:00", () => script.rate("satisfied"));
  // Nobody rates: the calendar goes on with it.
  else course.after(7, "11:00", () => script.look(0));
  course
    .after(1, "10:10", () => script.fill("apply-write-off", { words: "已经办结，申请销号。" }))
    .after(0, "14:30", () => script.office("shen", { type: "approveWriteOff", words: "属实，同意。" }));
  if (chance.next() < 0.3)
    course.after(1, "10:00", () =>
      script.office("shen", { type: "reopen", reason: "企业反映又出现同样情况。" }),
    );
};

const courses: Record<
  "plain" | "sentBack" | "measure" | "badlyRated" | "returned" | "ignored" | "withdrawn" | "extended",
  Write
> = {
  plain: (writing) => [sign, reply, accept, writeOff].forEach((write) => void write(writing)),
  sentBack(writing) {
    const { script, course } = writing;
    [sign, reply].forEach((write) => void write(writing));
    course.after(1, "10:15", () =>
      script.office("gu", { type: "sendBackReply", missing: "没有说明何时办结。" }),
    );
    [reply, accept, writeOff].forEach((write) => void write(writing));
  },
  measure(writing) {
    const { script, course, until } = writing;
    sign(writing);
    course.after(0, "14:40", () =>
      script.fill("promise-measure", { words: "公开一次性告知清单。", owner: "赵承安", dueOn: until(12) }),
    );
    [reply, accept].forEach((write) => void write(writing));
    course
      .after(1, "11:00", () => script.rate("satisfied"))
      .after(1, "10:00", () => script.fill("report-measure", { report: "清单已经上墙。" }, evidence))
      .after(1, "10:00", async () =>
        script.office("gu", { type: "confirmMeasure", note: null }, { measureId: await script.measureId() }),
      );
  },
  badlyRated(writing) {
    const { script, course } = writing;
    [sign, reply, accept].forEach((write) => void write(writing));
    course
      .after(1, "11:00", () => script.rate("veryDissatisfied"))
      .after(1, "10:00", () =>
        script.office("gu", {
          type: "recordCallBack",
          solved: "unsolved",
          pressed: false,
          words: "电话回访，没有解决。",
        }),
      )
      .after(0, "10:10", () =>
        script.office("gu", { type: "rework", missing: "请逐条回应。", reason: "评价属实，退回重办。" }),
      );
    [reply, accept, writeOff].forEach((write) => void write(writing));
  },
  returned(writing) {
    const { script, course, chance } = writing;
    const { market } = script.world.office;
    course.after(0, "11:50", () =>
      script.fill("return-assignment", { reason: "不属于我局职责。", department: market }),
    );
    if (chance.next() < 0.5) {
      course.after(1, "10:00", () =>
        script.office("su", {
          type: "ruleOnReturn",
          ruling: "refused",
          reason: "三定方案写明由你局牵头。",
          department: null,
        }),
      );
      [sign, reply, accept, writeOff].forEach((write) => void write(writing));
    } else
      course.after(1, "10:00", () =>
        script.office("su", {
          type: "ruleOnReturn",
          ruling: "upheld",
          reason: "由市场监管部门办理。",
          department: market,
        }),
      );
  },
  // Late in everything: reminders, a letter, a circular.
  ignored({ script, course, chance }) {
    for (const gap of [2, 3, 4, 4]) course.after(gap, "10:50", () => script.look(chance.whole(1, 3)));
  },
  withdrawn(writing) {
    sign(writing);
    writing.course.after(1, "11:00", () => writing.script.withdraw());
  },
  extended(writing) {
    const { script, course, chance, until } = writing;
    sign(writing);
    course.after(1, "14:50", () =>
      script.fill("ask-extension", { until: until(chance.whole(4, 14)), reason: "需要现场核对。" }),
    );
    course.after(1, "10:00", () =>
      script.office("gu", {
        type: "ruleOnExtension",
        decision: chance.pick(["granted", "refused"]),
        reason: "情况属实。",
      }),
    );
    [reply, accept, writeOff].forEach((write) => void write(writing));
  },
};

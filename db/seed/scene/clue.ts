import type { ClueResult } from "../../vocabulary.ts";
import type { Scene, Stage } from "./stage.ts";

const moved = "反映的是个人廉洁问题，已点名到人，移交执纪岗处置。";
const accepted =
  "您反映的情况已经受理，由专门的同事核实。核实期间请保留好有关凭证，也请不要对外谈起；有结果会第一时间告诉您。";
const noted = "已调取该窗口近三个月的办理记录，约企业联系人当面核对经过。";
const returned = "经初步了解，反映的是办事程序和服务态度，没有涉及个人廉洁问题，转回一般程序办理。";
const told: Record<ClueResult, string> = {
  verified:
    "您反映的情况查实，已按规定处理，并要求该单位整改。谢谢您的信任，以后遇到类似情况请随时告诉我们。",
  partly: "您反映的情况部分属实，已对有关人员批评教育，并要求该单位公开办理流程。",
  unfounded: "经核实，没有发现您反映的情况。如有新的凭证，请随时补充，我们会继续核实。",
  transferred: "您反映的情况属于其他机关管辖，已经移送，由其依规处理。",
};

/** With the discipline team, and who must not know of a matter. */
export function clueScenes({ world, chance }: Stage) {
  const moveToClue = (gap = 1): Scene => [
    { gap, by: "intake", command: { type: "moveToClue", reason: moved } },
  ];
  const acceptClue = (gap = chance.whole(2, 4)): Scene => [
    { gap, by: "discipline", command: { type: "acceptClue", words: accepted } },
  ];
  const noteClue = (): Scene => [{ gap: 2, by: "discipline", command: { type: "noteClue", note: noted } }];
  const concludeClue = (clueResult: ClueResult, gap: number): Scene => [
    { gap, by: "discipline", command: { type: "concludeClue", clueResult, words: told[clueResult] } },
  ];
  const returnFromClue = (): Scene => [
    { gap: 1, by: "discipline", command: { type: "returnFromClue", reason: returned } },
  ];
  const recuse = (person: string): Scene => {
    const reason = "企业反映的事项与其本人有关，应当回避。";
    const concerned = world.person(person).personId;
    return [
      { gap: 0, by: "intake", command: { type: "recuse", concerned, concernedDepartment: null, reason } },
    ];
  };
  return { moveToClue, acceptClue, noteClue, concludeClue, returnFromClue, recuse };
}

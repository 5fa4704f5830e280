import { addDays } from "../../../app/domain/clock/day.ts";
import type { Scene, Stage } from "./stage.ts";

const purpose = "部门提出要当面核对现场和凭证，需要知道是哪家企业，由我本人联系并全程陪同，不向部门透露。";
const agreed = "用途具体、只对一人、期限不长，同意。";
const refused = "摘要已经写明情况，部门可以先自查，不必知道是哪家企业。";

/** Sealed identities: who asks to know, and what the custodians say; and an enterprise that wants more secrecy. */
export function custodyScenes({ story, world }: Stage) {
  const reader = world.person(story.commission.handler).personId;
  const askUnsealing = (gap = 1): Scene => [
    {
      gap,
      by: "handler",
      command: (on) => ({ type: "askUnsealing", reader, purpose, until: addDays(on, 14) }),
    },
  ];
  // Which request it is about is known once it has been made.
  const agree = (by: "custodian" | "otherCustodian", gap = 0): Scene => [
    { gap, by, command: { type: "approveUnsealing", request: "", reason: agreed } },
  ];
  const refuseUnsealing = (gap = 1): Scene => [
    { gap, by: "custodian", command: { type: "refuseUnsealing", request: "", reason: refused } },
  ];
  const endUnsealing = (gap = 1): Scene => [
    { gap, by: "handler", command: { type: "endUnsealing", request: "" } },
  ];
  const raiseDisclosure = (to: "confidential" | "sealed"): Scene => [
    { gap: 1, by: "enterprise", command: { type: "raiseDisclosure", to } },
  ];
  return { askUnsealing, agree, refuseUnsealing, endUnsealing, raiseDisclosure };
}

import type { Command } from "../../app/domain/complaint/commands.ts";
import { submit } from "../../app/domain/complaint/submit.server.ts";
import { aSubmission, does, type Office, shanghai } from "./office.ts";

/** Matters in the construction department's hands, signed at a moment of 2026 and never answered; their numbers. */
export async function assignMany(office: Office, count: number, moment: string): Promise<string[]> {
  const numbers: string[] = [];
  const assign: Command = {
    type: "assign",
    grade: "C",
    lead: office.construction,
    assisting: [],
    brief: "请核实审图意见为何前后不一。",
    release: [],
  };
  for (let n = 0; n < count; n++) {
    const { number } = await submit(office.lin, aSubmission, shanghai(moment));
    await does(office.su, { number }, assign, moment);
    numbers.push(number);
  }
  return numbers;
}

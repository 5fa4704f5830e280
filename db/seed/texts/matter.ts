import type {
  Conduct,
  DeclineGround,
  District,
  Field,
  Grade,
  Kind,
  Locale,
  LookBackResult,
  Rating,
  Ruling,
  Solved,
} from "../../vocabulary.ts";
import type { SeedPoint } from "../liaison-points.ts";
import type { officePhrases } from "./phrases.ts";

type Speaker = Pick<SeedPoint, "shortName" | "size">;
type OfficeTexts = Record<keyof typeof officePhrases, string>;

/** Everything that people would write about one complaint, whatever becomes of it. */
export interface Matter extends OfficeTexts {
  field: Field;
  conduct: Conduct;
  kind: Kind;
  grade: Grade;
  /** The language in which the enterprise writes; staff and departments write Chinese. */
  locale: Locale;
  title: string;
  /** In the first person of the point that reports it. */
  description(point: Speaker): string;
  /** How many days before the submission it began. */
  sinceDays: number;
  /** The body or window complained of. */
  about: string;
  /** Where it happened; null for the whole city. */
  district: District | null;
  /** The same in words, empty for the whole city. */
  place: string;
  leadCode: string;
  assistingCodes: string[];
  /** The department that it is easily sent to by mistake, and that then returns it. */
  mistakenFor: string;
  brief: string;
  replyText: string;
  measures: { text: string; ownerName: string; days: number }[];
  feedbackText: string;
  supplementQuestion: string;
  supplementAnswer: string;
  withdrawReason: string;
  /** The colleague to whom the department passes the matter on. */
  nextOfficer: string;
  reviewReason: string;
  keptReason: string;
  titleAgain: string;
  alsoConcerned: string;
  reviewAnswer: Record<Ruling, string>;
  returnRuling: Record<Ruling, string>;
  ratingReason: Record<Rating, string>;
  callBackNote: Record<Solved, string>;
  lookBackNote: Record<LookBackResult, string>;
  declineReason: Record<DeclineGround, string>;
  /** Whether the point is one to which this could happen, and writes the matter's language. */
  suits(point: Pick<SeedPoint, "industry" | "speaksFor" | "size" | "district" | "contact">): boolean;
}

import type { PersonActor } from "../../app/domain/access/actor.ts";
import type { Calendar } from "../../app/domain/clock/calendar.ts";
import type { SeedPoint } from "./liaison-points.ts";

/** The city as it stands before anybody complains: who there is, and the keys of their rows. */
export interface World {
  calendar: Calendar;
  points: readonly SeedPoint[];
  /** By the key of a cast member or another person of the city. */
  person(key: string): PersonActor;
  /** The contact of a liaison point, by its code. */
  contact(pointCode: string): PersonActor;
  /** The officer of a department, by its code. */
  officer(departmentCode: string): PersonActor;
  /** The key of a department's row, by its code. */
  department(code: string): string;
}

import type { Locale, Post, Role } from "../../../db/vocabulary.ts";

/** A signed-in person, as acts and pages need to know them. */
export interface PersonActor {
  kind: Role;
  personId: string;
  name: string;
  nameEn: string | null;
  locale: Locale;
  post: Post | null;
  liaisonPointId: string | null;
  departmentId: string | null;
  sessionId: string;
  /** When they last proved who they are; whoever never did must, before what can't be undone. */
  provedAt?: Date;
  /** What the database knows this person by: `session:` and the hash of the session's secret, or `link:` and a link's id. */
  key: string;
  /**
   * Of a contact, the mark of its enterprise's sealed matters, or while it is being exchanged the marks, between spaces;
   * none while the broker doesn't answer.
   */
  owner?: string | null;
}

/** The broker of sealed identities, asked by the holder of a key. */
export interface Broker {
  kind: "broker";
  key: string;
}

/** The hub itself: what nobody does by hand, because its day has come. */
export interface Worker {
  kind: "worker";
}

/** Who can act on a complaint. */
export type ActingActor = PersonActor | Worker;

/** Somebody at the door; with the key of a session, its holder in what is the door's alone: the second factor. */
export interface Guest {
  kind: "guest";
  key?: string;
}

export type Actor = ActingActor | Broker | Guest;

export const guest: Actor = { kind: "guest" };
export const worker: Worker = { kind: "worker" };

/** The person behind an actor, or null at the door and in the worker. */
export const personIdOf = (actor: Actor): string | null => ("personId" in actor ? actor.personId : null);

/** The key by which the database finds out who acts; empty at the door and in the worker. */
export const keyOf = (actor: Actor): string => ("key" in actor ? (actor.key ?? "") : "");

/** Refuses by throwing a bug, for code that a guard must have protected already. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`);
  return value;
}

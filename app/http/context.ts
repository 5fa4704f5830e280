import { createContext } from "react-router";
import type { Locale } from "../../db/vocabulary.ts";
import { type Actor, guest } from "../domain/access/actor.ts";
import type { Snapshot } from "../domain/access/snapshot.server.ts";
import type { RenderMail } from "../domain/notice/mail-content.ts";
import type { HalfSession } from "../domain/people/session.server.ts";
import type { Typed } from "./typed.ts";

/** Who asks; the root middleware finds it out. */
export const actorContext = createContext<Actor>(guest);

/** Who asks with a session that is half, because they owe a second factor. */
export const halfContext = createContext<HalfSession | null>(null);

/** The session whose holder proves in this request who they are: it gets a new secret with the answer. */
export const provedContext = createContext<Pick<HalfSession, "sessionId" | "key"> | null>(null);

/** What was typed into a form whose sender has been signed out meanwhile. */
export const typedContext = createContext<Typed | null>(null);

/** What the loaders of this request share. */
export const snapshotContext = createContext<Snapshot>();

/** The language of the answer. */
export const localeContext = createContext<Locale>("zh-CN");

/** What a script of ours carries, so that the browser runs no other. */
export const nonceContext = createContext<string>("");

/** The address that was asked for, path and query, to come back to after signing in. */
export const addressContext = createContext<string>("/");

/** After how many seconds somebody may ask again, who asked too often. */
export const retryContext = createContext<number>(0);

/** Mail templates are an edge of their own, so the mailbox page is handed them. */
export const renderMailContext = createContext<RenderMail>();

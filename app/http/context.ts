import { createContext } from "react-router";
import type { Locale } from "../../db/vocabulary.ts";
import { type Actor, guest } from "../domain/access/actor.ts";
import type { Snapshot } from "../domain/access/snapshot.server.ts";
import type { RenderMail } from "../domain/notice/mail-content.ts";

/** Who asks; the root middleware finds it out. */
export const actorContext = createContext<Actor>(guest);

/** What the loaders of this request share. */
export const snapshotContext = createContext<Snapshot>();

/** The language of the answer. */
export const localeContext = createContext<Locale>("zh-CN");

/** What a script of ours carries, so that the browser runs no other. */
export const nonceContext = createContext<string>("");

/** The address that was asked for, path and query, to come back to after signing in. */
export const addressContext = createContext<string>("/");

/** Mail templates are an edge of their own, so the mailbox page is handed them. */
export const renderMailContext = createContext<RenderMail>();

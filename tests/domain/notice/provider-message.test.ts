import { describe, expect, it } from "vitest";
import { MAIL_TAG, providerMessage } from "../../../app/domain/notice/provider-message.ts";

const mailId = "019ab000-0000-7000-8000-000000000001";
const data = { email_id: "provider-1", tags: { [MAIL_TAG]: mailId } };
const said = (type: string, more: object = {}) => ({
  type,
  created_at: "2026-11-22T01:00:00.000Z",
  data: { ...data, ...more },
});

describe("a provider's message", () => {
  it.each([
    ["email.sent", "sent"],
    ["email.delivery_delayed", "sent"],
    ["email.delivered", "delivered"],
    ["email.opened", "delivered"],
    ["email.bounced", "bounced"],
    ["email.suppressed", "bounced"],
    ["email.failed", "bounced"],
    ["email.complained", "complained"],
  ])("%s means %s", (type, status) => {
    expect(providerMessage("msg_1", said(type))).toEqual({
      id: "msg_1",
      status,
      at: new Date("2026-11-22T01:00:00.000Z"),
      mailId,
      providerId: "provider-1",
      detail: null,
    });
  });

  it("keeps why, in the provider's words", () => {
    const bounce = { type: "Permanent", subType: "General", message: "no such user" };
    expect(providerMessage("msg_1", said("email.bounced", { bounce }))?.detail).toBe(
      "email.bounced: no such user",
    );
    const failed = { reason: "reached_daily_quota" };
    expect(providerMessage("msg_1", said("email.failed", { failed }))?.detail).toContain("daily_quota");
  });

  it("finds a mail by the provider's id where there is no tag of ours, or none that can be an id", () => {
    for (const tags of [undefined, {}, { [MAIL_TAG]: "nonsense" }])
      expect(providerMessage("msg_1", said("email.sent", { tags }))).toMatchObject({ mailId: null });
  });

  it.each([
    ["about something else", said("contact.created")],
    ["without a mail", { type: "email.sent", created_at: "2026-11-22T01:00:00Z", data: {} }],
    ["without an instant", { type: "email.sent", created_at: "soon", data }],
    ["that is no object", "hello"],
  ])("%s is none of ours", (_, given) => {
    expect(providerMessage("msg_1", given)).toBeNull();
  });
});

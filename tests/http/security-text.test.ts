import { expect, test } from "vitest";
import { parseEnvironment } from "../../app/http/environment.ts";
import { securityText } from "../../app/http/security-text.ts";

const needed = {
  DATABASE_URL: "postgres://huiyin_app:word@127.0.0.1:5432/huiyin",
  HUIYIN_SECRET: "a secret that is long enough, at 40 signs",
};
const at = new Date("2026-11-22T06:30:00Z");

test("says whom to tell, until when that holds, and where it stands", () => {
  const text = securityText({ contact: "mailto:security@huiyin.example", url: "https://huiyin.example" }, at);
  expect(text).toBe(
    "Contact: mailto:security@huiyin.example\n" +
      "Expires: 2027-11-21T00:00:00.000Z\n" +
      "Preferred-Languages: zh, en\n" +
      "Canonical: https://huiyin.example/.well-known/security.txt\n",
  );
});

test("is for a year at most, as the standard recommends", () => {
  const [, expires = ""] =
    /^Expires: (.+)$/m.exec(securityText({ contact: "https://huiyin.example/holes", url: "" }, at)) ?? [];
  const days = (Date.parse(expires) - at.getTime()) / 86_400_000;
  expect(days).toBeGreaterThan(360);
  expect(days).toBeLessThan(365);
});

test.each(["mailto:security@huiyin.example", "https://huiyin.example/holes"])(
  "%s is a contact",
  (contact) => {
    expect(parseEnvironment({ ...needed, HUIYIN_SECURITY_CONTACT: contact }).securityContact).toBe(contact);
  },
);

test.each(["security@huiyin.example", "http://huiyin.example", "tel:+86-592-0000000"])(
  "%s is none",
  (contact) => {
    expect(() => parseEnvironment({ ...needed, HUIYIN_SECURITY_CONTACT: contact })).toThrow(
      /^HUIYIN_SECURITY_CONTACT must be mailto:/,
    );
  },
);

test("without a contact there is no such page", async () => {
  Object.assign(process.env, needed);
  const { loader } = await import("../../app/routes/public/security-text.ts");
  expect(() => loader()).toThrow(expect.objectContaining({ status: 404 }));
});

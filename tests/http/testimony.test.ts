import { describe, expect, it } from "vitest";
import { named, witnessed } from "../../app/http/testimony.ts";

describe("what is witnessed at the door", () => {
  it.each([
    ["POST", "/sign-in", 302, "signedIn"],
    ["POST", "/sign-in", 422, "signInFailed"],
    ["POST", "/sign-in", 429, "tooMany"],
    ["POST", "/sign-in/factor/totp", 302, "factorProved"],
    ["POST", "/sign-in/factor/totp", 422, "factorFailed"],
    ["POST", "/sign-in/enrol/passkey", 200, "factorProved"],
    ["POST", "/reset/a-token", 302, "linkUsed"],
    ["POST", "/reset/a-token", 422, "linkRefused"],
    ["POST", "/forgot", 200, "resetAsked"],
    ["POST", "/sign-out", 302, "signedOut"],
    ["POST", "/account/password", 302, "accountChanged"],
    ["POST", "/account/password", 403, "accountRefused"],
    ["POST", "/desk/complaints/HY2026-00001/accept", 403, "refused"],
    ["GET", "/admin/people", 404, "notTheirs"],
    ["GET", "/desk", 429, "tooMany"],
  ])("%s %s answered %i is %s", (method, path, status, what) => {
    expect(witnessed(method, path, status, true)).toBe(what);
  });

  it.each([
    ["POST", "/desk/complaints/HY2026-00001/accept", 302],
    ["POST", "/liaison/drafts/1/what/save", 200],
    ["GET", "/sign-in", 200],
    ["GET", "/liaison", 200],
    ["POST", "/desk/complaints/HY2026-00001/accept", 409],
  ])("%s %s answered %i is not", (method, path, status) => {
    expect(witnessed(method, path, status, true)).toBeNull();
  });

  it("is not that a stranger looks for what isn't there", () => {
    expect(witnessed("GET", "/wp-login.php", 404, false)).toBeNull();
  });
});

it("of an enterprise's people no name is kept, of others their id", () => {
  expect(named({ role: "liaison", personId: "lin" })).toEqual({ role: "liaison" });
  expect(named({ role: "sysadmin", personId: "xu" })).toEqual({ role: "sysadmin", person: "xu" });
});

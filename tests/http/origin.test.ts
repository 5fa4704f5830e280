import type { IncomingMessage } from "node:http";
import { describe, expect, it, test } from "vitest";
import { clientAddress, proxiesIn } from "../../app/http/client-address.ts";
import { pathOr } from "../../app/http/forms.ts";
import { refusal } from "../../app/http/gate.ts";
import { originSeen, type Place, settleOrigin, tellsSite } from "../../app/http/origin.ts";

const hub: Place = { url: "https://huiyin.example", isStrict: true };
const demo: Place = { url: "http://127.0.0.1:3000", isStrict: false };

const asked = (headers: Record<string, string>, more: object = {}) =>
  ({
    method: "POST",
    url: "/sign-in",
    headers: { host: "huiyin.example", ...headers },
    rawHeaders: [],
    socket: { remoteAddress: "203.0.113.9" },
    ...more,
  }) as unknown as IncomingMessage;

/** What the pages are told of where a request comes from. */
function toldOf(headers: Record<string, string>, place: Place) {
  const request = asked(headers);
  settleOrigin(request, place);
  return [request.headers.origin, request.headers.host];
}

describe("where a request comes from", () => {
  const ours = ["http://huiyin.example", "huiyin.example"];
  const nobody = [undefined, "huiyin.example"];
  it.each<[string, Record<string, string>, (string | undefined)[]]>([
    ["our page", { origin: "https://huiyin.example" }, ours],
    ["our page, as the browser says itself", { origin: "null", "sec-fetch-site": "same-origin" }, ours],
    [
      "our page, behind a proxy with a host of its own",
      { host: "127.0.0.1:3000", origin: "https://huiyin.example" },
      ours,
    ],
    ["our address over plain http", { origin: "http://huiyin.example" }, nobody],
    ["another port", { origin: "https://huiyin.example:8443" }, nobody],
    ["the host that the client chose", { host: "evil.example", origin: "http://evil.example" }, nobody],
    [
      "another site that claims to be ours",
      { origin: "https://huiyin.example", "sec-fetch-site": "cross-site" },
      nobody,
    ],
    ["nowhere", {}, nobody],
  ])("is judged by what the browser saw: %s", (_, headers, told) => {
    expect(toldOf(headers, hub)).toEqual(told);
  });

  it("is judged in the demo by whatever its port was forwarded to", () => {
    const forwarded = { host: "localhost:8080", origin: "http://localhost:8080" };
    expect(toldOf(forwarded, demo)).toEqual(["http://localhost:8080", "localhost:8080"]);
    expect(toldOf({ ...forwarded, origin: "http://127.0.0.1:3000" }, demo)[0]).toBeUndefined();
    expect(originSeen("a b", demo)).toBe("http://127.0.0.1:3000");
  });

  it("is told by browsers over https and on their own machine alone", () => {
    const places = [
      "https://huiyin.example",
      "http://localhost:3000",
      "http://127.0.0.1",
      "http://[::1]:3000",
    ];
    expect(places.map(tellsSite)).toEqual([true, true, true, true]);
    expect(
      ["http://huiyin.example", "http://10.0.0.5:3000", "http://127.0.0.1.evil.example"].map(tellsSite),
    ).toEqual([false, false, false]);
  });
});

test.each(["/a%00b", "/mailbox?to=%00", "/%ff", "//elsewhere.example/", "http://elsewhere.example/", "*"])(
  "%s is no address of ours",
  (url) => expect(refusal(asked({}, { url }), hub)).toBe(400),
);

test.each(["somebody@127.0.0.1:3000", "127.0.0.1:3000/desk", "a b", "127.0.0.1:3000?x"])(
  "%s is the name of no host, not even in the demo",
  (host) => expect(refusal(asked({ host }), demo)).toBe(400),
);

test("in production the hub answers to its own name and to its machine's, and to no other", () => {
  const statusFor = (host: string, place: Place) => refusal(asked({ host }), place);
  expect(["huiyin.example", "127.0.0.1:3000", "localhost:3000"].map((host) => statusFor(host, hub))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  for (const host of [
    "evil.example",
    "huiyin.example.evil.example",
    "huiyin.example:8443",
    "127.0.0.1.evil.example",
  ])
    expect([host, statusFor(host, hub)]).toEqual([host, 421]);
  expect(statusFor("forwarded.example:8080", demo)).toBeUndefined();
});

describe("the address of whoever asks", () => {
  const proxies = proxiesIn("10.0.0.2, 10.1.0.0/16 fd00::/8");
  const from = (remoteAddress: string, forwarded?: string) =>
    clientAddress(
      asked(forwarded ? { "x-forwarded-for": forwarded } : {}, { socket: { remoteAddress } }),
      proxies,
    );
  it.each<[string, string, string | undefined, string]>([
    ["is the connection's", "203.0.113.9", undefined, "203.0.113.9"],
    ["is not what a stranger says", "203.0.113.9", "9.9.9.9", "203.0.113.9"],
    ["is what our proxy says", "10.0.0.2", "198.51.100.7", "198.51.100.7"],
    ["is not what somebody told our proxy before", "10.0.0.2", "9.9.9.9, 198.51.100.7", "198.51.100.7"],
    ["is found behind two of ours", "::ffff:10.0.0.2", "9.9.9.9, 198.51.100.7:443, 10.1.2.3", "198.51.100.7"],
    ["is the proxy's where it says nothing", "10.0.0.2", undefined, "10.0.0.2"],
    ["is the proxy's where it says nonsense", "10.0.0.2", "unknown", "10.0.0.2"],
    ["may be of the new kind", "fd00::1", "[2001:db8::7]:443", "2001:db8::7"],
  ])("%s", (_, remote, forwarded, address) => expect(from(remote, forwarded)).toBe(address));

  it("needs a list of addresses", () => {
    expect(() => proxiesIn("10.0.0.2, proxy.example")).toThrow("proxy.example is no address");
  });
});

test.each([
  ...[
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
  ],
  ...[
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "",
    " /a",
  ],
  ...[
    "/a\\b",
    "/%5c\\evil.example",
    "/ /evil.example",
    "/\u0000/evil.example",
    "/\u00a0/evil.example",
    ".//evil.example",
    "/汉",
    "/\u007f",
  ],
])("one is not led away to %j", (address) => expect(pathOr(address, "/")).toBe("/"));

test.each([
  "/",
  "/desk?queue=all&after=2026-01-01",
  "/desk/ledger?q=%E9%97%AE",
  "/a//b",
  "/%2f%2fevil.example",
])("one is led to %j", (address) => {
  expect(pathOr(address, "/other")).toBe(address);
  expect(new URL(address, "https://huiyin.example").origin).toBe("https://huiyin.example");
});

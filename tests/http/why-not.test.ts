import { expect, test } from "vitest";
import { whyNot } from "../../app/http/why-not.ts";

const failure = (message: string, more: object) => Object.assign(new Error(message), more);

const told: [string, unknown, string][] = [
  ["our own sentence", new Error("PORT must be a port number."), "PORT must be a port number."],
  [
    "a login that is refused",
    failure('password authentication failed for user "huiyin_app"', { code: "28P01" }),
    'The database refuses: password authentication failed for user "huiyin_app".',
  ],
  [
    "a right that is missing, with the database's own hint",
    failure("permission denied to create role", { code: "42501", detail: "Only some may." }),
    "The database refuses: permission denied to create role. Only some may.",
  ],
  [
    "what a query says of its cause",
    failure("Failed query: insert\nparams: a secret", {
      cause: failure("could not extend file", { code: "53100" }),
    }),
    "The database refuses: could not extend file.",
  ],
  [
    "a table that isn't there yet",
    failure('relation "person" does not exist', { code: "42P01" }),
    'The database is not up to date (npm run migrate): relation "person" does not exist.',
  ],
  [
    "a host that answers by none of its addresses",
    Object.assign(new AggregateError([new Error("connect ECONNREFUSED ::1:5432")]), { code: "ECONNREFUSED" }),
    "Nothing answers there: connect ECONNREFUSED ::1:5432.",
  ],
  [
    "a port that is taken",
    failure("listen EADDRINUSE: address already in use 127.0.0.1:3000", { syscall: "listen" }),
    "HOST and PORT must name a free place of this machine: listen EADDRINUSE: address already in use 127.0.0.1:3000.",
  ],
  [
    "a certificate of nobody's",
    failure("self-signed certificate", { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
    "The other side's certificate is not accepted: self-signed certificate.",
  ],
];

test.each(told)("%s is told in a sentence", (_, error, sentence) => {
  expect(whyNot(error)).toBe(sentence);
});

test.each([
  ["a fault", new TypeError("x is not a function")],
  ["a value that the database refused", failure("null value in column", { code: "23502" })],
  ["nothing", undefined],
])("%s is left to its own trace", (_, error) => {
  expect(whyNot(error)).toBeUndefined();
});

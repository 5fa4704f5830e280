import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

interface ReceivedMail {
  from: string;
  to: string[];
  /** The whole message as it came over the wire. */
  raw: string;
}

interface Refusal {
  code: number;
  message: string;
}

/** A real SMTP server on loopback that keeps what it receives and refuses recipients once for each entry of `refusals`. */
export async function startSmtpServer(credentials?: { user: string; pass: string }) {
  const received: ReceivedMail[] = [];
  const refusals: Refusal[] = [];
  const server = new SMTPServer({
    authOptional: credentials === undefined,
    // Loopback only: the sender must not insist on a certificate that a test can't have.
    disabledCommands: ["STARTTLS"],
    // Who connects is known, and a name server is none of the parts.
    disableReverseLookup: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === credentials?.user && password === credentials?.pass
        ? done(null, { user: username })
        : done(new Error("wrong user or password")),
    onRcptTo: (_address, _session, done) => {
      const refusal = refusals.shift();
      done(refusal ? Object.assign(new Error(refusal.message), { responseCode: refusal.code }) : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  const user = credentials ? `${credentials.user}:${credentials.pass}@` : "";
  return {
    url: `smtp://${user}127.0.0.1:${port}`,
    received,
    refusals,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}

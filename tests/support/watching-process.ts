import { connect } from "../../app/domain/access/with-actor.server.ts";
import { watch } from "../../app/domain/clock/watch.server.ts";

// A worker of its own, to be killed: it looks once at the moment that it is given, few at a time.
const [moment = ""] = process.argv.slice(2);
const url = process.env.DATABASE_JOBS_URL ?? "";
connect({ url, jobsUrl: url }, 2);
await watch(new Date(moment), { limit: 10 });
process.exit(0);

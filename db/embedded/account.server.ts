import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

/** The operating system account that PostgreSQL runs under; undefined is the one that runs this process. */
export type Account = { uid: number; gid: number } | undefined;

function idOf(name: string): Account {
  const ask = (flag: string) => spawnSync("id", [flag, name], { encoding: "utf8" });
  const [uid, gid] = [ask("-u"), ask("-g")];
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function createAccount(): Account {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], {
      stdio: "ignore",
    });
  } catch {
    throw new Error(
      "PostgreSQL refuses to run as root and the account postgres could not be created: " +
        "create it (useradd --system postgres) or start as an ordinary user.",
    );
  }
  return idOf("postgres");
}

/**
 * Whom the server runs as. PostgreSQL refuses root, so root hands it to the owner of the cluster that
 * is there, else to the account postgres, which is created where it is missing.
 */
export function serverAccount(cluster: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  return idOf("postgres") ?? createAccount();
}

/** Whether the account can do this: asked by doing it, since modes alone say nothing of ACLs and mounts. */
export function accountCan(account: Account, command: string, args: string[]): boolean {
  return spawnSync(command, args, { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

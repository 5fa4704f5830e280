import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Another live process has this cluster. */
export class ClusterInUse extends Error {}

/** A process by number and birth, since numbers come round again; undefined when there is none. */
function identity(pid: number): string | undefined {
  try {
    if (existsSync("/proc/self/stat")) {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The 22nd field is the start time; the second, a name in brackets, may hold spaces.
      return `${pid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
    }
    return `${pid} ${execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim()}`;
  } catch {
    return undefined;
  }
}

/** Takes the cluster for this process until `release`; throws ClusterInUse while another live one has it. */
export function claim(home: string): { release(): void } {
  const file = join(home, "started-by");
  if (existsSync(file)) {
    const holder = readFileSync(file, "utf8");
    const pid = Number.parseInt(holder, 10);
    if (identity(pid) === holder) {
      throw new ClusterInUse(`The database in ${home} is in use by process ${pid}.`);
    }
  }
  writeFileSync(file, identity(process.pid) ?? "", { mode: 0o600 });
  return { release: () => rmSync(file, { force: true }) };
}

function commandOf(pid: number): string {
  try {
    if (existsSync("/proc/self/cmdline"))
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * Ends a server that a dead process left on this cluster, and clears the lock file that a crash left:
 * PostgreSQL itself is fooled when the number in it has gone to a stranger.
 */
export async function endOrphan(cluster: string): Promise<void> {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  const isOurs = () => commandOf(pid).includes(cluster);
  for (let tries = 0; isOurs(); tries++) {
    if (tries % 50 === 0) process.kill(pid, tries < 200 ? "SIGINT" : "SIGQUIT");
    if (tries > 300)
      throw new Error(`An old server (process ${pid}) still runs on ${cluster} and does not stop.`);
    await pause(100);
  }
  rmSync(file, { force: true });
}

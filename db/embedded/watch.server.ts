import { type ChildProcess, spawn } from "node:child_process";

/**
 * Sees to it that the child ends when this process is killed outright, by whatever signal: the end of
 * the watcher's input is the sign. Gives the function that calls the watcher off.
 */
export function endWithParent(child: ChildProcess, signal: "INT" | "TERM"): () => void {
  const watcher = spawn("sh", ["-c", `read -r _; kill -${signal} ${child.pid}`], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.unref();
  const killNow = () => child.kill(`SIG${signal}`);
  process.once("exit", killNow);
  return () => {
    process.off("exit", killNow);
    watcher.kill("SIGKILL");
  };
}

import type { Job, JobResult } from "pg-boss";

/**
 * Does the jobs of a batch one after the other. One that breaks is handed to `tell`, since its queue keeps that to itself,
 * and is tried again without the others.
 */
export function oneByOne<T>(does: (data: T) => Promise<unknown>, tell: (error: unknown) => void) {
  return async (jobs: Job<T>[]): Promise<JobResult[]> => {
    const results: JobResult[] = [];
    for (const { id, data } of jobs) {
      try {
        await does(data);
        results.push({ id, status: "completed" });
      } catch (error) {
        tell(error);
        results.push({ id, status: "failed" });
      }
    }
    return results;
  };
}

import { useEffect, useReducer, useRef } from "react";
import { useRevalidator } from "react-router";

export type UploadFault = "connection" | "tooLarge" | "tooMany" | "empty";

export interface Sending {
  key: number;
  file: File;
  state: "waiting" | "sending" | "done" | "failed";
  /** From 0 to 1. */
  progress: number;
  /** Our own fault code, or the server's sentence. */
  fault?: UploadFault | { said: string };
}

interface UploadTarget {
  action: string;
  name: string;
  maxBytes: number;
  /** How many more may be added. */
  room: number;
  /** Takes what the server answered; without it, the page is read again and shows the file itself. */
  onStored?: (answer: unknown) => void;
}

type Step = { add: Sending[] } | { key: number; change: Partial<Sending> } | { drop: number };

/** The files under way: one after the other, each with its progress, each to be tried again by itself. */
export function useUploads(target: UploadTarget) {
  const [sendings, step] = useReducer(next, []);
  const revalidator = useRevalidator();
  const lastKey = useRef(0);
  const isBusy = sendings.some((one) => one.state === "sending");
  const waiting = sendings.find((one) => one.state === "waiting");

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a free line or a new file starts the next one
  useEffect(() => {
    if (isBusy || !waiting) return;
    const { key, file } = waiting;
    step({ key, change: { state: "sending", progress: 0, fault: undefined } });
    void send(target, file, (progress) => step({ key, change: { progress } })).then(
      async ({ fault, answer }) => {
        step({ key, change: fault ? { state: "failed", fault } : { state: "done", progress: 1 } });
        if (fault) return;
        // The list of stored files has it now; the line for its way there is no longer needed.
        if (target.onStored) target.onStored(answer);
        else await revalidator.revalidate();
        step({ drop: key });
      },
    );
  }, [isBusy, waiting?.key]);

  function add(files: Iterable<File>) {
    let room = target.room - sendings.filter((one) => one.state !== "failed").length;
    const added = [...files].map((file): Sending => {
      lastKey.current += 1;
      const fault =
        file.size === 0
          ? "empty"
          : file.size > target.maxBytes
            ? "tooLarge"
            : room < 1
              ? "tooMany"
              : undefined;
      if (!fault) room -= 1;
      return { key: lastKey.current, file, progress: 0, state: fault ? "failed" : "waiting", fault };
    });
    step({ add: added });
  }

  return {
    sendings,
    add,
    retry: (key: number) => step({ key, change: { state: "waiting" } }),
    dismiss: (key: number) => step({ drop: key }),
  };
}

function next(sendings: Sending[], step: Step): Sending[] {
  if ("add" in step) return [...sendings, ...step.add];
  if ("drop" in step) return sendings.filter((one) => one.key !== step.drop);
  return sendings.map((one) => (one.key === step.key ? { ...one, ...step.change } : one));
}

// fetch can't tell how much of a body has been sent; XMLHttpRequest can.
function send({ action, name }: UploadTarget, file: File, onProgress: (progress: number) => void) {
  return new Promise<{ fault?: Sending["fault"]; answer?: unknown }>((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", action);
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => resolve({ fault: "connection" });
    request.onload = () => {
      const answer = answerOf(request);
      resolve(request.status < 300 ? { answer } : { fault: { said: saidIn(answer) } });
    };
    const form = new FormData();
    form.append(name, file);
    request.send(form);
  });
}

function answerOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
}

function saidIn(answer: unknown): string {
  const error = (answer as { error?: unknown } | null)?.error;
  return typeof error === "string" ? error : "";
}

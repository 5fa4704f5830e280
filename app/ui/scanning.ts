import { createContext } from "react";

/** Whether files are scanned for viruses: where they aren't, each list of files says so. */
export const ScanningContext = createContext(true);

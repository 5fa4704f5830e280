/** How long openings are kept, in days: by law half a year at least (网络安全法 21), three years unless set otherwise. */
export const KEPT_DAYS = { least: 184, usual: 3 * 365 } as const;

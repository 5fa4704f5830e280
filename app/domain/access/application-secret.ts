/**
 * The application's secret, a line of 32 characters or more; while it is being changed the one before stands on a second
 * line. The first makes whatever is derived from it, and each of them checks it, so that nothing stops working meanwhile.
 */
export type ApplicationSecret = string;

/** Every secret that something may have been made with, the present one first. */
export const secretsIn = (secret: ApplicationSecret): string[] => secret.split("\n");

/** The secret that new things are made with. */
export const presentSecret = (secret: ApplicationSecret): string => secretsIn(secret)[0] ?? "";

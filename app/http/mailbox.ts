import { environment } from "./environment.ts";

/** True where nothing sends mail for real: in the demo, without Resend and without SMTP. */
export function hasMailbox(): boolean {
  const { isDemo, resendApiKey, smtpUrl } = environment();
  return isDemo && !resendApiKey && !smtpUrl;
}

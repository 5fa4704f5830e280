/** No address of mail is longer (RFC 5321, 4.5.3.1). */
const MOST_EMAIL = 254;

/** Whether the text has the shape of an e-mail address; whether it exists, only a mail can tell. */
export const isEmail = (text: string): boolean =>
  text.length <= MOST_EMAIL && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

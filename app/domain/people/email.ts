/** Whether the text has the shape of an e-mail address; whether it exists, only a mail can tell. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

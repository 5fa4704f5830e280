import { formOf } from "./forms.ts";

const MOST_BYTES = 200_000;

/** The fields and files of a form from somebody who isn't signed in, which may weigh little: 413 beyond that. */
export const smallForm = (request: Request): Promise<FormData> => formOf(request, MOST_BYTES);

import { notFound } from "../../http/guards.ts";

export const loader = () => notFound();
export const action = () => notFound();

/** Never shown: the loader has answered that there is nothing here. */
export default function NotFound() {
  return null;
}

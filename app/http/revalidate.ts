import type { ShouldRevalidateFunctionArgs } from "react-router";

/**
 * After an act that came too late the page is read anew, so that its form carries the version that is true
 * now and can be sent again. Left to itself the router keeps a page as it was when an act is refused.
 */
export const afterStale = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === 409 || defaultShouldRevalidate;

import { redirect } from "react-router";
import { signedIn } from "../../http/guards.ts";
import { homeOf } from "../../http/navigation.ts";
import type { Route } from "./+types/home.ts";

export const loader = ({ context }: Route.LoaderArgs) => redirect(homeOf(signedIn(context).kind));

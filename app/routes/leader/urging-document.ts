import { documentFor } from "../../http/urging.server.ts";
import type { Route } from "./+types/urging-document.ts";

export const loader = ({ context, params }: Route.LoaderArgs) => documentFor(context, params.id, "leader");

import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { v7 as uuidv7 } from "../../../db/id.ts";

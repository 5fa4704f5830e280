CREATE TABLE "former_password" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"password_hash" text NOT NULL,
	"ended_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guess_budget" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"whole_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "known_device" (
	"id" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"person_id" uuid NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a_browser_is_known_once_to_a_person" PRIMARY KEY("id","person_id")
);
--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "password_set_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "former_password" ADD CONSTRAINT "former_password_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_password_by_person" ON "former_password" USING btree ("person_id","ended_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "guess_budget_by_wholeness" ON "guess_budget" USING btree ("whole_at");--> statement-breakpoint
CREATE INDEX "known_device_by_person" ON "known_device" USING btree ("person_id","last_seen_at" DESC NULLS LAST);
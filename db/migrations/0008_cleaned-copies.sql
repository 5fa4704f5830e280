CREATE TABLE "cleaned_copy" (
	"attachment_id" uuid PRIMARY KEY NOT NULL,
	"cleaner" integer NOT NULL,
	"withheld" text,
	"bytes" bigint,
	"sha256" text,
	"storage_key" text,
	"text" text DEFAULT '' NOT NULL,
	"cleaned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a_copy_is_clean_or_withheld" CHECK (("cleaned_copy"."withheld" is null) = ("cleaned_copy"."storage_key" is not null)),
	CONSTRAINT "a_copy_is_withheld_for_a_reason" CHECK ("cleaned_copy"."withheld" is null or "cleaned_copy"."withheld" in ('cannotClean', 'broken', 'encrypted', 'embedded', 'hidden', 'tooLarge', 'notUnderstood', 'namesReporter'))
);
--> statement-breakpoint
ALTER TABLE "cleaned_copy" ADD CONSTRAINT "cleaned_copy_attachment_id_attachment_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachment"("id") ON DELETE no action ON UPDATE no action;
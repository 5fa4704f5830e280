import { FILE_TYPES } from "../../db/vocabulary.ts";
import { controlLook, FieldFrame, type FieldProps, useField } from "./field.tsx";

/** The look of the browser's own button for choosing files. */
export const chooserLook =
  "py-1 pl-1 file:mr-3 file:min-h-9 file:rounded-sm file:border-0 file:bg-blue-wash file:px-3 file:text-blue desk:file:min-h-7";

/** What is taken, for the chooser. The types of pictures stand beside their endings: by those a phone offers its camera. */
export const takenFiles = [
  ...[...FILE_TYPES, "jpeg"].map((type) => `.${type}`),
  ...["jpeg", "png", "heic"].map((type) => `image/${type}`),
].join(",");

interface FileFieldProps extends Omit<FieldProps, "defaultValue"> {
  /** Endings or types for the chooser; the server judges by content. */
  accept?: string;
  multiple?: boolean;
}

/** Files that go with the form, which has to be sent as multipart/form-data. */
export function FileField({ accept, multiple, ...field }: FileFieldProps) {
  const state = useField(field);
  return (
    <FieldFrame field={field} state={state}>
      <input
        {...state.control}
        type="file"
        accept={accept}
        multiple={multiple}
        className={`${controlLook} ${chooserLook}`}
      />
    </FieldFrame>
  );
}

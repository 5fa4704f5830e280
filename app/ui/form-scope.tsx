import { createContext, type ReactNode, useContext, useMemo } from "react";

export type FormValues = Readonly<Record<string, string | readonly string[] | null | undefined>>;
export type FormErrors = Readonly<Record<string, string | undefined>>;

interface Scope {
  values: FormValues;
  errors: FormErrors;
  labels: Readonly<Record<string, string>>;
  idPrefix: string;
}

const ScopeContext = createContext<Scope>({ values: {}, errors: {}, labels: {}, idPrefix: "" });

interface FormScopeProps {
  /** What stands in the fields, by name: what was typed before a refusal, else what is stored. */
  values?: FormValues;
  /** What is wrong, by field name, in the reader's language. */
  errors?: FormErrors;
  /** What the fields are called, by name, for whoever lists what is wrong away from them. */
  labels?: Readonly<Record<string, string>>;
  /** Where several forms of a page have fields of one name. */
  idPrefix?: string;
  children: ReactNode;
}

const none = {};

/** Tells the fields inside what stands in them and what is wrong with it. */
export function FormScope({
  values = none,
  errors = none,
  labels = none,
  idPrefix = "",
  children,
}: FormScopeProps) {
  const scope = useMemo(() => ({ values, errors, labels, idPrefix }), [values, errors, labels, idPrefix]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

export function useFormScope(): Scope {
  return useContext(ScopeContext);
}

/** The id of the field with this name, the same for the field and for what links to it. */
export function fieldId(scope: Scope, name: string): string {
  return `${scope.idPrefix}${name}`;
}

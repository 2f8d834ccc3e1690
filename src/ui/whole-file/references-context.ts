import { createContext } from "react";
import { type FormReferences, noReferences } from "#ui/whole-file/references.ts";

/** The references of the form around a field. */
export const ReferencesContext = createContext<FormReferences>(noReferences);

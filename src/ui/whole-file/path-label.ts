import { useTranslations } from "next-intl";
import { Language } from "#domain/languages.ts";
import { languageNames } from "#i18n/language-names.ts";
import { useFieldLabel, usePlaceLabel } from "#ui/whole-file/field-label.ts";

/** What a place in the form is called, from the outside in: "event 4, source 1, speaks up to". */
export function usePathLabel(): (path: string) => string {
  const t = useTranslations("wholeFile");
  const fieldLabel = useFieldLabel();
  const placeLabel = usePlaceLabel();
  return (path) => {
    const labels: string[] = [];
    const section: string[] = [];
    const steps = path.split(".");
    for (const [index, step] of steps.entries()) {
      if (/^\d+$/.test(step) || step === "value" || step === "edtf") continue;
      const next = steps[index + 1] ?? "";
      const number = /^\d+$/.test(next) ? Number(next) + 1 : undefined;
      const language = Language.safeParse(step);
      if (language.success) labels.push(languageNames[language.data]);
      else if (step === "basis")
        labels.push(number === undefined ? t("bases") : t("basisNumber", { number }));
      else if (step === "disputed") labels.push(t("disputed", { number: number ?? 1 }));
      else {
        const label = placeLabel([...section, step].join("."));
        const isPlace = label !== [...section, step].join(".");
        const own = isPlace
          ? label
          : fieldLabel(labels.length > 0 && steps.includes("basis") ? "basis" : section.join("."), step);
        // `birth` and `health` are no places of their own.
        if (isPlace || section.length > 0)
          labels.push(number === undefined ? own : t("place", { label: own, number }));
        section.push(step);
      }
    }
    return labels.join(", ");
  };
}
